// Keys as a scenario says them: each with its policy and an alias.
import type { Account, DocumentText, Named } from '../cloud.ts';
import { aliasArn, keyArn } from './key.ts';
import type { KmsKey } from './state.ts';

/** Keys of an account. @param keys by the name of their alias, `receipts` for `alias/receipts` */
export function openKeys(
  account: string,
  region: string,
  keys: Named<{ readonly id: string; readonly policy: DocumentText }>,
  created: number,
): Required<Pick<Account, 'kms' | 'resourcePolicies'>> {
  const key: KmsKey = {
    region,
    created,
    enabled: true,
    description: '',
    manager: 'CUSTOMER',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    multiRegion: false,
  };
  const all = Object.entries(keys);
  return {
    kms: {
      keys: Object.fromEntries(all.map(([, { id }]) => [id, key])),
      aliases: Object.fromEntries(
        all.map(([name, { id }]) => [
          aliasArn(account, region, `alias/${name}`),
          { key: id, created, updated: created },
        ]),
      ),
    },
    resourcePolicies: Object.fromEntries(
      all.map(([, { id, policy: text }]) => [keyArn(account, region, id), { text, pins: {} }]),
    ),
  };
}
