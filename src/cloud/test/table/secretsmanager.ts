// The table's rows for secrets of Secrets Manager; those for their policies are beside it.
import type { Row } from './row.ts';
import { SECRET_POLICY_ROWS } from './secretsmanager-policies.ts';
import { deleted, DELETED, FIRST, missing, NEVER, SECRET } from './secretsmanager-worlds.ts';

const SECOND = 'second-version-0000000000000000000000';
const NO_PAGE = { code: 'InvalidNextTokenException', message: 'Invalid pagination token.' };
const both = { SecretString: 'tea', SecretBinary: 'dGVh' };
const BOTH = {
  code: 'InvalidParameterException',
  message: "You can't specify both a binary secret value and a string secret value in the same secret.",
};
export const SECRETS_MANAGER_ROWS: readonly Row[] = [
  {
    operation: 'secretsmanager:CreateSecret',
    input: { Name: 'db', SecretString: 'tea', Tags: [{ Key: 'team', Value: 'tea' }] },
    needs: ['secretsmanager:CreateSecret', 'secretsmanager:TagResource'],
    reply: { Name: 'db' },
    faults: [
      {
        code: 'ResourceExistsException',
        before: [SECRET],
        input: { Name: 'db', SecretString: 'tea' },
        message: 'The operation failed because the secret db already exists.',
      },
      {
        code: 'InvalidRequestException',
        before: [SECRET, DELETED],
        input: { Name: 'db', SecretString: 'tea' },
        message:
          "You can't create this secret because a secret with this name is already scheduled for deletion.",
      },
      { code: 'InvalidParameterException', input: { Name: 'd b', SecretString: 'tea' } },
      { ...BOTH, input: { Name: 'db', ...both } },
      { code: 'ValidationException', input: { Name: 'db', SecretString: '' } },
    ],
    never: { ...NEVER, ResourceNotFound: 'it is about no secret that there is' },
  },
  {
    operation: 'secretsmanager:GetSecretValue',
    before: [SECRET],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:GetSecretValue'],
    reply: { Name: 'db', SecretString: 'tea', VersionId: FIRST, VersionStages: ['AWSCURRENT'] },
    faults: [
      missing(),
      deleted(),
      {
        code: 'ResourceNotFoundException',
        input: { SecretId: 'db', VersionStage: 'AWSPENDING' },
        message: "Secrets Manager can't find the specified secret value for staging label: AWSPENDING",
      },
      { code: 'ResourceNotFoundException', input: { SecretId: 'db', VersionId: SECOND } },
      {
        code: 'InvalidRequestException',
        input: { SecretId: 'db', VersionId: FIRST, VersionStage: 'AWSPREVIOUS' },
        message: 'You provided a VersionStage that is not associated to the provided VersionId.',
      },
    ],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:PutSecretValue',
    before: [SECRET],
    input: { SecretId: 'db', SecretString: 'coffee', ClientRequestToken: SECOND },
    needs: ['secretsmanager:PutSecretValue'],
    reply: { VersionId: SECOND, VersionStages: ['AWSCURRENT'] },
    faults: [
      missing({ SecretString: 'tea' }),
      deleted({ SecretString: 'tea' }),
      {
        code: 'InvalidRequestException',
        input: { SecretId: 'db' },
        message: 'You must provide either SecretString or SecretBinary.',
      },
      {
        code: 'ResourceExistsException',
        input: { SecretId: 'db', SecretString: 'coffee', ClientRequestToken: FIRST },
      },
      { ...BOTH, input: { SecretId: 'db', ...both } },
    ],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:UpdateSecret',
    before: [SECRET],
    input: { SecretId: 'db', Description: 'of the bookings', SecretString: 'coffee' },
    needs: ['secretsmanager:UpdateSecret'],
    reply: { Name: 'db' },
    faults: [
      missing(),
      deleted(),
      {
        code: 'ResourceExistsException',
        input: { SecretId: 'db', SecretString: 'coffee', ClientRequestToken: FIRST },
      },
      { ...BOTH, input: { SecretId: 'db', ...both } },
    ],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:DeleteSecret',
    before: [SECRET],
    input: { SecretId: 'db', RecoveryWindowInDays: 7 },
    needs: ['secretsmanager:DeleteSecret'],
    reply: { Name: 'db', DeletionDate: Date.parse('2026-11-30T09:00:00Z') },
    faults: [
      missing(),
      deleted(),
      {
        code: 'InvalidParameterException',
        input: { SecretId: 'db', RecoveryWindowInDays: 6 },
        message: 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
      },
      {
        code: 'InvalidParameterException',
        input: { SecretId: 'db', RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true },
        message: "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
      },
    ],
  },
  {
    operation: 'secretsmanager:RestoreSecret',
    before: [SECRET, DELETED],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:RestoreSecret'],
    reply: { Name: 'db' },
    faults: [missing()],
    never: { ...NEVER, InvalidRequest: 'a secret that is not deleted is left as it is' },
  },
  {
    operation: 'secretsmanager:DescribeSecret',
    before: [SECRET],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:DescribeSecret'],
    reply: { Name: 'db', VersionIdsToStages: { [FIRST]: ['AWSCURRENT'] } },
    faults: [missing()],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:ListSecrets',
    before: [SECRET, ['default', 'secretsmanager:CreateSecret', { Name: 'web', SecretString: 'x' }]],
    input: { Filters: [{ Key: 'name', Values: ['we'] }] },
    needs: ['secretsmanager:ListSecrets'],
    reply: { SecretList: [{ Name: 'web' }] },
    faults: [{ ...NO_PAGE, input: { NextToken: 'x' } }],
    never: { ...NEVER, InvalidRequest: 'nothing else can be wrong with a list' },
  },
  {
    operation: 'secretsmanager:ListSecretVersionIds',
    before: [SECRET],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:ListSecretVersionIds'],
    reply: { Name: 'db', Versions: [{ VersionId: FIRST, VersionStages: ['AWSCURRENT'] }] },
    faults: [missing(), { ...NO_PAGE, input: { SecretId: 'db', NextToken: 'x' } }],
    never: NEVER,
  },
  ...SECRET_POLICY_ROWS,
];
