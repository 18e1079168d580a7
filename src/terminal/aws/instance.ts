// The role of an instance, as the command line asks the metadata service for it: a token first, then the name, then the keys.
import type { Metadata } from '../shell/commands/curl.ts';
import type { Found } from './credentials.ts';

const ROLES = '/latest/meta-data/iam/security-credentials/';

/** @returns `undefined` for an instance without a role. Source: ug-instance-profiles. */
export function instanceRole(metadata: Metadata): Found | undefined {
  const ttl = new Map([['x-aws-ec2-metadata-token-ttl-seconds', '21600']]);
  const token = metadata({ method: 'PUT', path: '/latest/api/token', headers: ttl });
  if (token.status !== 200) return undefined;
  const headers = new Map([['x-aws-ec2-metadata-token', token.body]]);
  const names = metadata({ method: 'GET', path: ROLES, headers });
  const [name = ''] = names.body.split('\n');
  if (names.status !== 200 || name === '') return undefined;
  const keys = metadata({ method: 'GET', path: `${ROLES}${name}`, headers });
  return keys.status === 200 ? foundIn(keys.body) : undefined;
}

function foundIn(body: string): Found | undefined {
  const keys: unknown = JSON.parse(body);
  if (!isKeys(keys)) return undefined;
  return {
    credentials: {
      accessKeyId: keys.AccessKeyId,
      secretAccessKey: keys.SecretAccessKey,
      sessionToken: keys.Token,
    },
    method: 'iam-role',
    expires: Date.parse(keys.Expiration),
  };
}

interface Keys {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly Token: string;
  readonly Expiration: string;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && 'AccessKeyId' in value && 'Token' in value;
}
