// GetAccessKeyInfo: the account that a key belongs to, read off the key's id. It says nothing about the key.
import { lookup, type Cloud } from '../cloud.ts';
import { fault } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';

/** Source: api-sts. */
export const GET_ACCESS_KEY_INFO: Operation = {
  name: 'sts:GetAccessKeyInfo',
  formFirst: true,
  needs: () => [{ action: 'sts:GetAccessKeyInfo', on: '*' }],
  run: ({ cloud }, input) => {
    const id = textOf(input, 'AccessKeyId');
    const Account = ownerOfKey(cloud, id);
    return Account === undefined
      ? fault('ValidationError', `Invalid Access Key ID: ${id}`)
      : { cloud, reply: { Account } };
  },
};

function ownerOfKey(cloud: Cloud, id: string): string | undefined {
  return (
    lookup(cloud.keyOwners ?? {}, id)?.account ?? lookup(cloud.temporary ?? {}, id)?.session.principal.account
  );
}
