// GetAccessKeyInfo: the account that a key belongs to, read off the key's id. It says nothing about the key.
import { lookup, type Cloud } from '../cloud.ts';
import { fault } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

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
  const known = lookup(cloud.keyOwners ?? {}, id)?.account;
  return known ?? lookup(cloud.temporary ?? {}, id)?.session.principal.account ?? writtenIn(id);
}

/** The account in the id of a key that this world did not give out: forty bits of base32 behind the first. */
function writtenIn(id: string): string | undefined {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(id)) return undefined;
  const bits = Array.from(id.slice(4, 14)).map((letter) =>
    LETTERS.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return String(Number.parseInt(bits.join('').slice(1, 41), 2)).padStart(12, '0');
}
