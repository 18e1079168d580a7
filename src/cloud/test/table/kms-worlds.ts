// Keys for the table's rows of KMS, and the ways in which every call on a key fails.
import type { Input, Reply } from '../../operation.ts';
import { isStructure, textOf } from '../../operation.ts';
import type { Failing, Given, Step } from './row.ts';

/** The id of the key that the first step made. */
export function keyId(replies: readonly Reply[]): string {
  const made = replies[0]?.['KeyMetadata'];
  return isStructure(made) ? textOf(made, 'KeyId') : '';
}

/** An input on that key. */
export function given(more: Input = {}): Given {
  return (replies) => ({ KeyId: keyId(replies), ...more });
}

export const KEY: Step = ['default', 'kms:CreateKey', {}];
export const SIGNING: Step = [
  'default',
  'kms:CreateKey',
  { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
];
export const DISABLED: Step = ['default', 'kms:DisableKey', given()];
export const DELETED: Step = ['default', 'kms:ScheduleKeyDeletion', given()];
export const ALIAS: Step = [
  'default',
  'kms:CreateAlias',
  (replies) => ({ AliasName: 'alias/orders', TargetKeyId: keyId(replies) }),
];

const UNKNOWN = '0a1b2c3d-0000-4000-8000-000000000000';

/** A key that is not there, and an ARN of something else. */
export const UNKNOWN_KEY: Input = { KeyId: UNKNOWN };
export const OTHER_ARN: Input = { KeyId: 'arn:aws:s3:::tern-ledger' };

export const NO_KEY: Failing = {
  code: 'NotFoundException',
  input: UNKNOWN_KEY,
  message: `Key 'arn:aws:kms:us-east-1:111122223333:key/${UNKNOWN}' does not exist`,
};
export const NO_ALIAS: Failing = {
  code: 'NotFoundException',
  input: { KeyId: 'alias/none' },
  message: 'Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found.',
};
export const NOT_AN_ARN: Failing = { code: 'InvalidArnException', input: OTHER_ARN };
export const PENDING: Failing = {
  code: 'KMSInvalidStateException',
  before: [KEY, DELETED],
  input: given(),
};
