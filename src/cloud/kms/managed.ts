// The keys that AWS manages in an account for its services: each is made when a service first needs it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../bytes.ts';
import { accountOf, lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { aliasArn, keyArn, stateOf } from './key.ts';
import { managedKeyPolicy, withPolicy } from './policy.ts';
import type { KmsKey } from './state.ts';

function idFor(account: string, region: string, service: string): string {
  const digits = bytesToHex(sha256(utf8(`${account} ${region} ${service}`)));
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** The ARN that the managed key of a service has, or will have. @param service such as `s3` */
export function managedKeyArn(account: string, region: string, service: string): string {
  return keyArn(account, region, idFor(account, region, service));
}

/** Is the managed key of a service there already? */
export function hasManagedKey(account: Account, region: string, service: string): boolean {
  return lookup(stateOf(account).keys, idFor(account.id, region, service)) !== undefined;
}

/** The cloud in which an account has the managed key of a service, `alias/aws/` with its name. */
export function withManagedKey(cloud: Cloud, number: string, region: string, service: string): Cloud {
  const owner = accountOf(cloud, number);
  if (hasManagedKey(owner, region, service)) return cloud;
  const id = idFor(number, region, service);
  const key: KmsKey = {
    region,
    created: cloud.time,
    enabled: true,
    description: `Default key that protects my ${service.toUpperCase()} objects when no other key is defined`,
    manager: 'AWS',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    multiRegion: false,
  };
  const made = withPolicy(cloud, { owner, id, key }, managedKeyPolicy(number, region, service));
  const account = accountOf(made, number);
  const kms = stateOf(account);
  const alias = { key: id, created: cloud.time, updated: cloud.time };
  const aliases = { ...kms.aliases, [aliasArn(number, region, `alias/aws/${service}`)]: alias };
  return withAccount(made, { ...account, kms: { ...kms, aliases } });
}
