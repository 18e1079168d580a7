// The metadata service of an instance, asked as a program inside asks it.
import { expect, test } from 'vitest';
import { callAs, SERVICES } from '../services.ts';
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import { accountOf } from '../index.ts';
import type { Credentials } from '../authenticate.ts';
import { blankWorld, profilesOf } from '../blank.ts';
import { answerMetadata } from './metadata.ts';

const ACCOUNT = '111122223333';
const BLANK = blankWorld();
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};
const LISTING = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'iam:ListUsers',
      Resource: '*',
      Condition: { StringEquals: { 'ec2:RoleDelivery': '2.0' } },
    },
  ],
};
const KEY: Credentials = (() => {
  const [own] = profilesOf(BLANK);
  return { accessKeyId: own?.key.id ?? '', secretAccessKey: own?.key.secret ?? '' };
})();

function done(cloud: Cloud, operation: string, input: object): Cloud {
  const outcome = callAs(cloud, KEY, { operation, input: { ...input }, region: 'us-east-1' }, SERVICES);
  if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.message}`);
  return outcome.cloud;
}

/** A world with one instance, its role trusting EC2. */
function launched(options: object = {}, trust: object = TRUST): { cloud: Cloud; id: string } {
  let cloud = done(BLANK, 'iam:CreateRole', {
    RoleName: 'app',
    AssumeRolePolicyDocument: JSON.stringify(trust),
  });
  const PolicyDocument = JSON.stringify(LISTING);
  cloud = done(cloud, 'iam:PutRolePolicy', { RoleName: 'app', PolicyName: 'list', PolicyDocument });
  cloud = done(cloud, 'iam:CreateInstanceProfile', { InstanceProfileName: 'web' });
  cloud = done(cloud, 'iam:AddRoleToInstanceProfile', { InstanceProfileName: 'web', RoleName: 'app' });
  cloud = done(cloud, 'ec2:RunInstances', {
    ...{ ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1 },
    ...{ IamInstanceProfile: { Name: 'web' }, ...options },
  });
  return { cloud, id: Object.keys(accountOf(cloud, ACCOUNT).instances)[0] ?? '' };
}

const ROLES = '/latest/meta-data/iam/security-credentials/';

function get(cloud: Cloud, id: string, path: string, token?: string) {
  const headers = new Map(token === undefined ? [] : [['x-aws-ec2-metadata-token', token]]);
  return answerMetadata(cloud, ACCOUNT, id, { method: 'GET', path, headers });
}

function tokenOf(cloud: Cloud, id: string, seconds = '21600'): string {
  const headers = new Map([['x-aws-ec2-metadata-token-ttl-seconds', seconds]]);
  return answerMetadata(cloud, ACCOUNT, id, { method: 'PUT', path: '/latest/api/token', headers }).body;
}

/** What the service hands out, ready to sign with. */
function keysIn(body: string): Credentials & { readonly expires: number } {
  const keys = JSON.parse(body) as Record<string, string>;
  return {
    accessKeyId: keys['AccessKeyId'] ?? '',
    secretAccessKey: keys['SecretAccessKey'] ?? '',
    sessionToken: keys['Token'] ?? '',
    expires: Date.parse(keys['Expiration'] ?? ''),
  };
}

const later = (cloud: Cloud, seconds: number): Cloud => ({ ...cloud, time: cloud.time + seconds * 1000 });

function codeOf(cloud: Cloud, keys: Credentials): string {
  const outcome = callAs(cloud, keys, { operation: 'iam:ListUsers', region: 'us-east-1' }, SERVICES);
  return 'fault' in outcome ? outcome.fault.code : 'done';
}

test('[role-trust-must-name-you] a token, the name of the role, its keys: and the keys sign as the role', () => {
  const { cloud, id } = launched();
  const token = tokenOf(cloud, id);
  expect(get(cloud, id, ROLES, token).body).toBe('app');
  const answer = get(cloud, id, `${ROLES}app`, token);
  const outcome = callAs(
    answer.cloud,
    keysIn(answer.body),
    { operation: 'sts:GetCallerIdentity', region: 'us-east-1' },
    SERVICES,
  );
  expect(outcome).toMatchObject({ reply: { Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/${id}` } });
  expect(codeOf(answer.cloud, keysIn(answer.body))).toBe('done');
});

test('[identity-policies-add-up] keys that were fetched without a token are delivered as 1.0', () => {
  const { cloud, id } = launched({ MetadataOptions: { HttpTokens: 'optional' } });
  const answer = get(cloud, id, `${ROLES}app`);
  expect(answer.status).toBe(200);
  expect(codeOf(answer.cloud, keysIn(answer.body))).toBe('AccessDenied');
  const again = get(answer.cloud, id, `${ROLES}app`, tokenOf(cloud, id));
  expect(codeOf(again.cloud, keysIn(again.body))).toBe('done');
});

test('[worlds-are-values] the same keys for six hours, then new ones while the old ones are still good', () => {
  const { cloud, id } = launched();
  const first = get(cloud, id, `${ROLES}app`, tokenOf(cloud, id));
  const soon = later(first.cloud, 5 * 3600);
  const second = get(soon, id, `${ROLES}app`, tokenOf(soon, id));
  expect(second.body).toBe(first.body);
  const then = later(first.cloud, 6 * 3600);
  const third = get(then, id, `${ROLES}app`, tokenOf(then, id));
  expect(third.body).not.toBe(first.body);
  expect(codeOf(third.cloud, keysIn(first.body))).toBe('done');
  const end = { ...third.cloud, time: keysIn(first.body).expires };
  expect(codeOf(end, keysIn(first.body))).toBe('ExpiredToken');
});

test('[every-refusal-has-words] no token, an old one, one of another instance: unauthorized', () => {
  const { cloud, id } = launched();
  const path = '/latest/meta-data/instance-id';
  expect(get(cloud, id, path).status).toBe(401);
  expect(get(cloud, id, path, 'AQAEA')).toMatchObject({ status: 401 });
  const token = tokenOf(cloud, id, '60');
  expect(get(cloud, id, path, token)).toMatchObject({ status: 200, body: id });
  expect(get(later(cloud, 60), id, path, token).status).toBe(401);
  const account = accountOf(cloud, ACCOUNT);
  const own = lookup(account.instances, id);
  if (!own) throw new Error('no instance');
  const instances = { ...account.instances, 'i-0fedcba9876543210': { ...own, id: 'i-0fedcba9876543210' } };
  const both = withAccount(cloud, { ...account, instances });
  expect(get(both, 'i-0fedcba9876543210', path, token).status).toBe(401);
});

test('[every-refusal-has-words] a token wants its seconds, and a service that is off answers nobody', () => {
  const { cloud, id } = launched();
  const ask = (seconds: string) => {
    const headers = new Map(seconds === '' ? [] : [['x-aws-ec2-metadata-token-ttl-seconds', seconds]]);
    return answerMetadata(cloud, ACCOUNT, id, { method: 'PUT', path: '/latest/api/token', headers }).status;
  };
  expect(['', '0', '21601', 'x', '21600'].map(ask)).toEqual([400, 400, 400, 400, 200]);
  const off = launched({ MetadataOptions: { HttpEndpoint: 'disabled' } });
  expect(get(off.cloud, off.id, '/latest/meta-data/').status).toBe(403);
});

test('[role-trust-must-name-you] a role that does not trust EC2 comes without keys', () => {
  const elsewhere = { ...TRUST, Statement: [{ ...TRUST.Statement[0], Principal: { AWS: ACCOUNT } }] };
  const { cloud, id } = launched({}, elsewhere);
  const answer = get(cloud, id, `${ROLES}app`, tokenOf(cloud, id));
  expect(answer.body).toContain('"Code" : "AssumeRoleUnauthorizedAccess"');
  expect(answer.body).not.toContain('AccessKeyId');
});

test('[worlds-are-values] an instance without a profile knows nothing of a role, but where it is', () => {
  const launch = { ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1 };
  const cloud = done(BLANK, 'ec2:RunInstances', launch);
  const id = Object.keys(accountOf(cloud, ACCOUNT).instances)[0] ?? '';
  const token = tokenOf(cloud, id);
  expect(get(cloud, id, ROLES, token).status).toBe(404);
  expect(get(cloud, id, '/latest/meta-data/iam/info', token).status).toBe(404);
  expect(get(cloud, id, '/latest/meta-data/placement/region', token).body).toBe('us-east-1');
  expect(get(cloud, id, '/latest/meta-data/local-ipv4', token).body).toMatch(/^172\.31\./);
  expect(get(cloud, id, '/latest/meta-data/', token).body.split('\n')).toContain('placement/');
  expect(get(cloud, id, '/latest/dynamic/instance-identity/document', token).body).toContain(id);
});
