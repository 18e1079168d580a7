// The table's rows for using keys: encrypting, decrypting, data keys, grants.
import type { Input, Reply } from '../../operation.ts';
import { textOf } from '../../operation.ts';
import {
  DELETED,
  DISABLED,
  given,
  KEY,
  keyId,
  NO_KEY,
  NOT_AN_ARN,
  OTHER_ARN,
  PENDING,
  SIGNING,
  UNKNOWN_KEY,
} from './kms-worlds.ts';
import type { Failing, Given, Row, Step } from './row.ts';

const MEI = 'arn:aws:iam::111122223333:user/admin';
const PLAIN = 'c2VjcmV0';
const UNREADABLE = 'AAAA';
const WRAPPED: Step = [
  'default',
  'kms:Encrypt',
  given({ Plaintext: PLAIN, EncryptionContext: { for: 'a' } }),
];
const GRANTED: Step = [
  'default',
  'kms:CreateGrant',
  given({ GranteePrincipal: MEI, RetiringPrincipal: MEI, Operations: ['Decrypt'] }),
];

const HERE = {
  InvalidGrantTokenException: 'grant tokens change nothing: a grant is known at once',
  KeyUnavailableException: 'no key is unavailable here',
};

/** An input with what the last step answered. */
function withLast(member: string, more: (replies: readonly Reply[]) => Input): Given {
  return (replies) => ({ ...more(replies), [member]: textOf(replies.at(-1) ?? {}, member) });
}
const blob = (more: Input = {}): Given => withLast('CiphertextBlob', () => more);

/** The ways in which using a key fails. */
function failing(input: Input): readonly Failing[] {
  return [
    { ...NO_KEY, input: { ...UNKNOWN_KEY, ...input } },
    { ...PENDING, input: given(input) },
    { code: 'DisabledException', before: [KEY, DISABLED], input: given(input) },
    { code: 'InvalidKeyUsageException', before: [SIGNING], input: given(input) },
    { code: 'DryRunOperationException', input: given({ ...input, DryRun: true }) },
  ];
}

const DATA = { KeySpec: 'AES_256', EncryptionContext: { for: 'orders' } };

export const KMS_USE_ROWS: readonly Row[] = [
  {
    operation: 'kms:Encrypt',
    before: [KEY],
    input: given({ Plaintext: PLAIN }),
    needs: ['kms:Encrypt'],
    reply: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    faults: failing({ Plaintext: PLAIN }),
    never: HERE,
  },
  {
    operation: 'kms:Decrypt',
    before: [KEY, WRAPPED],
    input: blob({ EncryptionContext: { for: 'a' } }),
    needs: ['kms:Decrypt'],
    reply: { Plaintext: PLAIN, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    faults: [
      { code: 'InvalidCiphertextException', input: { CiphertextBlob: UNREADABLE } },
      { code: 'InvalidCiphertextException', input: blob({ EncryptionContext: { for: 'b' } }) },
      { code: 'NotFoundException', input: blob({ ...UNKNOWN_KEY }) },
      {
        code: 'IncorrectKeyException',
        before: [KEY, KEY, WRAPPED],
        input: withLast('CiphertextBlob', (replies) => ({ KeyId: keyId(replies.slice(1)) })),
      },
      { code: 'DisabledException', before: [KEY, WRAPPED, DISABLED], input: ciphertext() },
      { code: 'KMSInvalidStateException', before: [KEY, WRAPPED, DELETED], input: ciphertext() },
      { code: 'InvalidKeyUsageException', input: blob({ EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }) },
      { code: 'DryRunOperationException', input: blob({ DryRun: true }) },
    ],
    never: HERE,
  },
  {
    operation: 'kms:ReEncrypt',
    before: [KEY, KEY, WRAPPED],
    input: withLast('CiphertextBlob', (replies) => ({
      SourceEncryptionContext: { for: 'a' },
      DestinationKeyId: keyId(replies.slice(1)),
    })),
    needs: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    reply: { SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
    faults: [
      { code: 'InvalidCiphertextException', input: { CiphertextBlob: UNREADABLE, DestinationKeyId: 'k' } },
      { code: 'NotFoundException', input: blob({ DestinationKeyId: 'nothing' }) },
      {
        code: 'IncorrectKeyException',
        input: withLast('CiphertextBlob', (replies) => ({
          SourceKeyId: keyId(replies.slice(1)),
          DestinationKeyId: keyId(replies),
        })),
      },
      { code: 'DisabledException', before: [KEY, WRAPPED, DISABLED], input: ciphertextAgain() },
      { code: 'KMSInvalidStateException', before: [KEY, WRAPPED, DELETED], input: ciphertextAgain() },
      {
        code: 'InvalidKeyUsageException',
        before: [KEY, WRAPPED, SIGNING],
        input: (replies) => ({
          CiphertextBlob: textOf(replies[1] ?? {}, 'CiphertextBlob'),
          DestinationKeyId: keyId(replies.slice(2)),
        }),
      },
      {
        code: 'DryRunOperationException',
        input: withLast('CiphertextBlob', (replies) => ({ DestinationKeyId: keyId(replies), DryRun: true })),
      },
    ],
    never: HERE,
  },
  ...['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'].map((name): Row => ({
    operation: `kms:${name}`,
    before: [KEY],
    input: given(DATA),
    needs: [`kms:${name}`],
    faults: [...failing(DATA), { code: 'ValidationException', input: given() }],
    never: HERE,
  })),
  {
    operation: 'kms:CreateGrant',
    before: [KEY],
    input: given({ GranteePrincipal: MEI, Operations: ['Decrypt', 'DescribeKey'], Name: 'reader' }),
    needs: ['kms:CreateGrant'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, GranteePrincipal: MEI, Operations: ['Decrypt'] } },
      { code: 'InvalidArnException', input: given({ GranteePrincipal: 'nobody', Operations: ['Decrypt'] }) },
      {
        code: 'InvalidGrantTokenException',
        input: given({ GranteePrincipal: MEI, Operations: ['Decrypt'], GrantTokens: ['x'] }),
      },
      { ...PENDING, input: given({ GranteePrincipal: MEI, Operations: ['Decrypt'] }) },
      {
        code: 'DisabledException',
        before: [KEY, DISABLED],
        input: given({ GranteePrincipal: MEI, Operations: ['Decrypt'] }),
      },
      {
        code: 'DryRunOperationException',
        input: given({ GranteePrincipal: MEI, Operations: ['Decrypt'], DryRun: true }),
      },
    ],
    never: { LimitExceededException: 'a key has room for 50,000 grants' },
  },
  {
    operation: 'kms:ListGrants',
    before: [KEY, GRANTED],
    input: given({ GranteePrincipal: MEI }),
    needs: ['kms:ListGrants'],
    reply: {
      Grants: [
        {
          GranteePrincipal: MEI,
          RetiringPrincipal: MEI,
          IssuingAccount: 'arn:aws:iam::111122223333:root',
          Operations: ['Decrypt'],
        },
      ],
      Truncated: false,
    },
    faults: [
      NO_KEY,
      NOT_AN_ARN,
      PENDING,
      { code: 'InvalidGrantIdException', input: given({ GrantId: 'x' }) },
      { code: 'InvalidMarkerException', input: given({ Marker: 'x' }) },
    ],
  },
  {
    operation: 'kms:ListRetirableGrants',
    before: [KEY, GRANTED],
    input: { RetiringPrincipal: MEI },
    needs: ['kms:ListRetirableGrants'],
    reply: { Grants: [{ RetiringPrincipal: MEI }] },
    faults: [
      { code: 'InvalidArnException', input: { RetiringPrincipal: 'nobody' } },
      { code: 'InvalidMarkerException', input: { RetiringPrincipal: MEI, Marker: 'x' } },
    ],
    never: { NotFoundException: 'the input names no key' },
  },
  {
    operation: 'kms:RevokeGrant',
    before: [KEY, GRANTED],
    input: withLast('GrantId', (replies) => ({ KeyId: keyId(replies) })),
    needs: ['kms:RevokeGrant'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, GrantId: 'x' } },
      { ...NOT_AN_ARN, input: { ...OTHER_ARN, GrantId: 'x' } },
      { code: 'InvalidGrantIdException', input: given({ GrantId: 'x' }) },
      { code: 'KMSInvalidStateException', before: [KEY, GRANTED, DELETED], input: grantOf() },
      {
        code: 'DryRunOperationException',
        input: withLast('GrantId', (replies) => ({ KeyId: keyId(replies), DryRun: true })),
      },
    ],
  },
  {
    operation: 'kms:RetireGrant',
    before: [KEY, GRANTED],
    input: withLast('GrantToken', () => ({})),
    needs: ['kms:RetireGrant'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, GrantId: 'x' } },
      { ...NOT_AN_ARN, input: { ...OTHER_ARN, GrantId: 'x' } },
      { code: 'InvalidGrantIdException', input: given({ GrantId: 'x' }) },
      { code: 'InvalidGrantTokenException', input: { GrantToken: 'x' } },
      { code: 'KMSInvalidStateException', before: [KEY, GRANTED, DELETED], input: grantOf() },
      { code: 'DryRunOperationException', input: withLast('GrantToken', () => ({ DryRun: true })) },
    ],
  },
];

function ciphertext(): Given {
  return (replies) => ({ CiphertextBlob: textOf(replies[1] ?? {}, 'CiphertextBlob') });
}

function ciphertextAgain(): Given {
  return (replies) => ({
    CiphertextBlob: textOf(replies[1] ?? {}, 'CiphertextBlob'),
    DestinationKeyId: keyId(replies),
  });
}

function grantOf(): Given {
  return (replies) => ({ KeyId: keyId(replies), GrantId: textOf(replies[1] ?? {}, 'GrantId') });
}
