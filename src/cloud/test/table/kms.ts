// The table's rows for KMS: keys and their policies. Names and use have files of their own.
import { defaultKeyPolicy } from '../../kms/policy.ts';
import { KMS_NAME_ROWS } from './kms-names.ts';
import { KMS_USE_ROWS } from './kms-use.ts';
import {
  ALIAS,
  DELETED,
  DISABLED,
  given,
  KEY,
  NO_ALIAS,
  NO_KEY,
  NOT_AN_ARN,
  OTHER_ARN,
  PENDING,
  SIGNING,
  UNKNOWN_KEY,
} from './kms-worlds.ts';
import type { Row } from './row.ts';

const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ TagKey: `k${i}`, TagValue: 'v' }));
const OTHERS = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action: 'kms:*', Resource: '*' },
  ],
});
const NO_TOKEN = { code: 'InvalidMarkerException', input: { Marker: 'x' } };
const STORES = {
  CloudHsmClusterInvalidConfigurationException: 'there are no custom key stores here',
  CustomKeyStoreInvalidStateException: 'there are no custom key stores here',
  XksKeyAlreadyInUseException: 'there are no external key stores here',
  XksKeyInvalidConfigurationException: 'there are no external key stores here',
  XksKeyNotFoundException: 'there are no external key stores here',
};
export const KMS_ROWS: readonly Row[] = [
  {
    operation: 'kms:CreateKey',
    input: { Description: 'orders', Tags: [{ TagKey: 'team', TagValue: 'booking' }] },
    needs: ['kms:CreateKey', 'kms:TagResource'],
    reply: {
      KeyMetadata: {
        AWSAccountId: '111122223333',
        Enabled: true,
        Description: 'orders',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'AWS_KMS',
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        MultiRegion: false,
      },
    },
    faults: [
      { code: 'MalformedPolicyDocumentException', input: { Policy: '{' } },
      {
        code: 'MalformedPolicyDocumentException',
        input: { Policy: OTHERS },
        message: 'The new key policy will not allow you to update the key policy in the future.',
      },
      { code: 'TagException', input: { Tags: [{ TagKey: 'aws:x', TagValue: '' }] } },
      { code: 'LimitExceededException', input: { Tags: tags(51) } },
      { code: 'CustomKeyStoreNotFoundException', input: { CustomKeyStoreId: 'cks-1' } },
      { code: 'ValidationException', input: { KeySpec: 'HMAC_256', KeyUsage: 'ENCRYPT_DECRYPT' } },
    ],
    never: {
      ...STORES,
      InvalidArnException: 'the input names no ARN',
      UnsupportedOperationException: 'nothing that is asked for here is unsupported in one region only',
    },
  },
  {
    operation: 'kms:DescribeKey',
    before: [KEY, ALIAS],
    input: { KeyId: 'alias/orders' },
    needs: ['kms:DescribeKey'],
    reply: { KeyMetadata: { KeyState: 'Enabled' } },
    faults: [NO_KEY, NO_ALIAS, NOT_AN_ARN],
  },
  {
    operation: 'kms:ListKeys',
    before: [KEY],
    input: {},
    needs: ['kms:ListKeys'],
    reply: { Truncated: false },
    faults: [NO_TOKEN],
  },
  {
    operation: 'kms:EnableKey',
    before: [KEY, DISABLED],
    input: given(),
    needs: ['kms:EnableKey'],
    faults: [NO_KEY, NOT_AN_ARN, PENDING],
    never: { LimitExceededException: 'switching on adds no key' },
  },
  {
    operation: 'kms:DisableKey',
    before: [KEY],
    input: given(),
    needs: ['kms:DisableKey'],
    faults: [NO_KEY, NOT_AN_ARN, PENDING],
  },
  ...['EnableKeyRotation', 'DisableKeyRotation'].map((name): Row => ({
    operation: `kms:${name}`,
    before: [KEY],
    input: given(),
    needs: [`kms:${name}`],
    faults: [
      NO_KEY,
      NOT_AN_ARN,
      PENDING,
      { code: 'DisabledException', before: [KEY, DISABLED], input: given() },
      { code: 'UnsupportedOperationException', before: [SIGNING], input: given() },
    ],
  })),
  {
    operation: 'kms:GetKeyRotationStatus',
    before: [KEY, ['default', 'kms:EnableKeyRotation', given()]],
    input: given(),
    needs: ['kms:GetKeyRotationStatus'],
    reply: { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
    faults: [
      NO_KEY,
      NOT_AN_ARN,
      PENDING,
      { code: 'UnsupportedOperationException', before: [SIGNING], input: given() },
    ],
  },
  {
    operation: 'kms:ScheduleKeyDeletion',
    before: [KEY],
    input: given({ PendingWindowInDays: 7 }),
    needs: ['kms:ScheduleKeyDeletion'],
    reply: {
      KeyState: 'PendingDeletion',
      PendingWindowInDays: 7,
      DeletionDate: Date.parse('2026-11-30T09:00Z'),
    },
    faults: [
      NO_KEY,
      NOT_AN_ARN,
      PENDING,
      { code: 'ValidationException', input: given({ PendingWindowInDays: 6 }) },
    ],
  },
  {
    operation: 'kms:CancelKeyDeletion',
    before: [KEY, DELETED],
    input: given(),
    needs: ['kms:CancelKeyDeletion'],
    faults: [NO_KEY, NOT_AN_ARN, { code: 'KMSInvalidStateException', before: [KEY], input: given() }],
  },
  {
    operation: 'kms:GetKeyPolicy',
    before: [KEY],
    input: given({ PolicyName: 'default' }),
    needs: ['kms:GetKeyPolicy'],
    reply: { Policy: defaultKeyPolicy('111122223333'), PolicyName: 'default' },
    faults: [NO_KEY, NOT_AN_ARN, { code: 'NotFoundException', input: given({ PolicyName: 'other' }) }],
    never: { KMSInvalidStateException: 'a policy can be read in every state' },
  },
  {
    operation: 'kms:PutKeyPolicy',
    before: [KEY],
    input: given({ Policy: defaultKeyPolicy('111122223333') }),
    needs: ['kms:PutKeyPolicy'],
    faults: [
      { ...NO_KEY, input: { ...UNKNOWN_KEY, Policy: OTHERS } },
      { ...NOT_AN_ARN, input: { ...OTHER_ARN, Policy: OTHERS } },
      { ...PENDING, input: given({ Policy: OTHERS }) },
      { code: 'MalformedPolicyDocumentException', input: given({ Policy: OTHERS }) },
      {
        code: 'LimitExceededException',
        input: given({ Policy: `{"Version":"2012-10-17",${' '.repeat(32_768)}"Statement":[]}` }),
      },
    ],
    never: {
      UnsupportedOperationException: 'nobody is allowed to change the policy of a key that AWS manages',
    },
  },
  {
    operation: 'kms:ListKeyPolicies',
    before: [KEY],
    input: given(),
    needs: ['kms:ListKeyPolicies'],
    reply: { PolicyNames: ['default'], Truncated: false },
    faults: [NO_KEY, NOT_AN_ARN, PENDING],
  },
  ...KMS_NAME_ROWS,
  ...KMS_USE_ROWS,
];
