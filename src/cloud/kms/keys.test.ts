// What KMS does beyond the table: policies that lock out, grants, waiting for deletion.
import { expect, test } from 'vitest';
import { isStructure, textOf, type Reply } from '../operation.ts';
import { act, after, deepFreeze, messageOf, policy, START } from '../test/tern.ts';

const MADE = act(START, 'user/ana', 'kms:CreateKey');
const [KEY, ARN] = idsIn('reply' in MADE ? MADE.reply : {});
const READY = MADE.cloud;
const OSKAR = 'arn:aws:iam::111122223333:user/oskar';
const PLAIN = 'c2VjcmV0';
const DAY = 86_400_000;

function idsIn(reply: Reply): readonly [string, string] {
  const made = reply['KeyMetadata'];
  return isStructure(made) ? [textOf(made, 'KeyId'), textOf(made, 'Arn')] : ['', ''];
}

function blobOf(outcome: ReturnType<typeof act>): string {
  return 'reply' in outcome ? textOf(outcome.reply, 'CiphertextBlob') : '';
}

const WRAPPED = act(READY, 'user/ana', 'kms:Encrypt', {
  KeyId: KEY,
  Plaintext: PLAIN,
  EncryptionContext: { for: 'orders' },
});
const SECRET = { CiphertextBlob: blobOf(WRAPPED), EncryptionContext: { for: 'orders' } };

test('[key-policy-must-allow] a key whose policy names a user alone is closed to administrators', () => {
  const own = policy('Allow', 'kms:*', { Principal: { AWS: OSKAR }, Resource: '*' });
  const input = { KeyId: KEY, Policy: own, BypassPolicyLockoutSafetyCheck: true };
  const closed = after(READY, ['user/ana', 'kms:PutKeyPolicy', input]);
  expect(messageOf(act(closed, 'user/ana', 'kms:DescribeKey', { KeyId: KEY }))).toBe(
    `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: kms:DescribeKey on resource: ${ARN} because no resource-based policy allows the kms:DescribeKey action`,
  );
  expect(act(closed, 'user/oskar', 'kms:DescribeKey', { KeyId: KEY })).toHaveProperty('reply');
});

test('[resource-policy-alone-is-enough] a grant lets its grantee in, for its operations and context alone', () => {
  expect(act(WRAPPED.cloud, 'user/oskar', 'kms:Decrypt', SECRET)).toHaveProperty('fault');
  const given = act(WRAPPED.cloud, 'user/ana', 'kms:CreateGrant', {
    KeyId: KEY,
    GranteePrincipal: OSKAR,
    Operations: ['Decrypt'],
    Constraints: { EncryptionContextSubset: { for: 'orders' } },
  });
  expect(act(given.cloud, 'user/oskar', 'kms:Decrypt', SECRET)).toMatchObject({
    reply: { Plaintext: PLAIN },
  });
  expect(act(given.cloud, 'user/oskar', 'kms:Encrypt', { KeyId: KEY, Plaintext: PLAIN })).toHaveProperty(
    'fault',
  );
  const other = { ...SECRET, EncryptionContext: { for: 'bookings' } };
  expect(act(given.cloud, 'user/oskar', 'kms:Decrypt', other)).toHaveProperty('verdict');
  const GrantId = 'reply' in given ? textOf(given.reply, 'GrantId') : '';
  const revoked = after(given.cloud, ['user/ana', 'kms:RevokeGrant', { KeyId: KEY, GrantId }]);
  expect(act(revoked, 'user/oskar', 'kms:Decrypt', SECRET)).toHaveProperty('fault');
});

test('[worlds-are-values] grants do not show in the policy, and the policy is as it was when they are gone', () => {
  const given = act(READY, 'user/ana', 'kms:CreateGrant', {
    KeyId: KEY,
    GranteePrincipal: OSKAR,
    Operations: ['Decrypt', 'CreateGrant'],
  });
  const read = (cloud: typeof READY) => {
    const outcome = act(cloud, 'user/ana', 'kms:GetKeyPolicy', { KeyId: KEY });
    return 'reply' in outcome ? outcome.reply : outcome.fault;
  };
  expect(read(given.cloud)).toEqual(read(READY));
  const GrantId = 'reply' in given ? textOf(given.reply, 'GrantId') : '';
  const revoked = after(given.cloud, ['user/ana', 'kms:RevokeGrant', { KeyId: KEY, GrantId }]);
  expect(revoked.accounts).toEqual(READY.accounts);
});

test('[worlds-are-values] a key is gone when its waiting time is over, not before', () => {
  const going = after(READY, ['user/ana', 'kms:ScheduleKeyDeletion', { KeyId: KEY, PendingWindowInDays: 7 }]);
  const later = (days: number) => deepFreeze({ ...going, time: going.time + days * DAY });
  expect(act(later(6), 'user/ana', 'kms:CancelKeyDeletion', { KeyId: KEY })).toMatchObject({
    reply: { KeyId: ARN },
  });
  expect(messageOf(act(later(7), 'user/ana', 'kms:DescribeKey', { KeyId: KEY }))).toBe(
    `Key '${ARN}' does not exist`,
  );
});

test('[every-refusal-has-words] a ciphertext with another context, or changed, is not opened', () => {
  const changed = SECRET.CiphertextBlob.replace(/.(.{4})$/, 'A$1');
  for (const input of [{ CiphertextBlob: SECRET.CiphertextBlob }, { ...SECRET, CiphertextBlob: changed }])
    expect(act(WRAPPED.cloud, 'user/ana', 'kms:Decrypt', input)).toMatchObject({
      fault: { code: 'InvalidCiphertextException' },
    });
  expect(act(WRAPPED.cloud, 'user/ana', 'kms:Decrypt', SECRET)).toMatchObject({
    reply: { Plaintext: PLAIN },
  });
});
