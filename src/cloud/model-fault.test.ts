// What the models forbid, in AWS's words.
import { expect, test } from 'vitest';
import { modelFault } from './model-fault.ts';

const CASES: readonly (readonly [operation: string, input: object, message: string | undefined])[] = [
  ['iam:CreateRole', { RoleName: 'a', AssumeRolePolicyDocument: '{}' }, undefined],
  [
    'iam:CreateRole',
    {},
    "2 validation errors detected: Value null at 'roleName' failed to satisfy constraint: Member must not be null; Value null at 'assumeRolePolicyDocument' failed to satisfy constraint: Member must not be null",
  ],
  [
    'iam:CreateUser',
    { UserName: 'not a name' },
    "1 validation error detected: Value 'not a name' at 'userName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
  ],
  [
    'iam:CreateUser',
    { UserName: 'a'.repeat(65) },
    `1 validation error detected: Value '${'a'.repeat(65)}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    'sts:AssumeRole',
    { RoleArn: 'arn:aws:iam::111122223333:role/a', RoleSessionName: 'ab', DurationSeconds: 100 },
    "1 validation error detected: Value '100' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  ],
  [
    'sts:GetSessionToken',
    { MinimumSessionTokenSize: 5000 },
    "1 validation error detected: Value '5000' at 'minimumSessionTokenSize' failed to satisfy constraint: Member must have value less than or equal to 4096",
  ],
  [
    'iam:UpdateAccessKey',
    { AccessKeyId: 'AKIATERNAAAAAAAAAAAA', Status: 'Gone' },
    "1 validation error detected: Value 'Gone' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Expired, Inactive]",
  ],
  [
    'iam:TagUser',
    { UserName: 'a', Tags: [{ Key: 'k' }] },
    "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member must not be null",
  ],
  [
    'iam:TagUser',
    { UserName: 'a', Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: '' })) },
    "1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
  ],
];

test.each(CASES)('[every-refusal-has-words] %s %j: %s', (operation, input, message) => {
  expect(modelFault(operation, { ...input })?.message).toBe(message);
});
