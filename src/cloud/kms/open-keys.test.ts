// A key that a scenario says: found by its alias, decided by its policy, which is a document like others.
import { expect, test } from 'vitest';
import { documentsOf, openCloud, writeDocument } from '../index.ts';
import { decided } from '../test/fleet.ts';
import { ACCOUNT, act, deepFreeze, policy } from '../test/tern.ts';

const ID = '1f0c5d3a-7b2e-4c61-9a58-3d6e0b94c7f2';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${ID}`;
const POLICY = `resource/${KEY}/policy`;

const lets = (who: string): string =>
  policy('Allow', 'kms:*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:${who}` }, Resource: '*' });

const SAFE = deepFreeze(
  openCloud({
    time: 0,
    seed: 3,
    accounts: {
      [ACCOUNT]: {
        region: 'eu-west-1',
        users: { ana: { policies: { all: policy('Allow', '*') } }, mei: {} },
        keys: { receipts: { id: ID, policy: lets('user/mei') } },
      },
    },
  }),
);

const decrypts = (who: string, cloud = SAFE): string => decided(who, 'kms:Decrypt', KEY, {}, cloud);

test('[key-policy-must-allow] whom the policy of the key does not name has no use of a star', () => {
  expect([decrypts('user/ana'), decrypts('user/mei')]).toEqual(['implicitDeny', 'allowed']);
  const delegated = writeDocument(SAFE, POLICY, lets('root'));
  expect([decrypts('user/ana', delegated), decrypts('user/mei', delegated)]).toEqual([
    'allowed',
    'implicitDeny',
  ]);
});

test('[key-policy-must-allow] the policy of a key is a document, and the key is there for calls', () => {
  expect(documentsOf(SAFE).map(({ id }) => id)).toContain(POLICY);
  expect(act(SAFE, 'user/mei', 'kms:DescribeKey', { KeyId: 'alias/receipts' })).toMatchObject({
    reply: { KeyMetadata: { Arn: KEY } },
  });
});
