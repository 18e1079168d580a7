// The table's rows for policies and tags of secrets, and for passwords.
import type { Input } from '../../operation.ts';
import type { Row, Step } from './row.ts';
import { deleted, missing, NEVER, SECRET } from './secretsmanager-worlds.ts';

const policy = (statement: Input): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        ...statement,
      },
    ],
  });
const POLICED: Step = [
  'default',
  'secretsmanager:PutResourcePolicy',
  { SecretId: 'db', ResourcePolicy: policy({}) },
];
const SYNTAX = {
  code: 'MalformedPolicyDocumentException',
  message: 'This resource policy contains a syntax error.',
};
const STRANGER = {
  code: 'MalformedPolicyDocumentException',
  message: 'This resource policy contains an unsupported principal.',
};
const nobody = policy({ Principal: { AWS: 'arn:aws:iam::111122223333:user/nobody' } });
const tags = Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

export const SECRET_POLICY_ROWS: readonly Row[] = [
  {
    operation: 'secretsmanager:PutResourcePolicy',
    before: [SECRET],
    input: { SecretId: 'db', ResourcePolicy: policy({}), BlockPublicPolicy: true },
    needs: ['secretsmanager:PutResourcePolicy'],
    reply: { Name: 'db' },
    faults: [
      missing({ ResourcePolicy: policy({}) }),
      deleted({ ResourcePolicy: policy({}) }),
      { ...SYNTAX, input: { SecretId: 'db', ResourcePolicy: policy({ Effect: 'Perhaps' }) } },
      { ...STRANGER, input: { SecretId: 'db', ResourcePolicy: nobody } },
      {
        code: 'PublicPolicyException',
        input: { SecretId: 'db', ResourcePolicy: policy({ Principal: '*' }), BlockPublicPolicy: true },
      },
    ],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:GetResourcePolicy',
    before: [SECRET, POLICED],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:GetResourcePolicy'],
    reply: { Name: 'db', ResourcePolicy: policy({}) },
    faults: [missing(), deleted()],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:DeleteResourcePolicy',
    before: [SECRET, POLICED],
    input: { SecretId: 'db' },
    needs: ['secretsmanager:DeleteResourcePolicy'],
    reply: { Name: 'db' },
    faults: [missing(), deleted()],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:ValidateResourcePolicy',
    before: [SECRET],
    input: { SecretId: 'db', ResourcePolicy: policy({ Principal: '*' }) },
    needs: ['secretsmanager:ValidateResourcePolicy'],
    reply: { PolicyValidationPassed: false, ValidationErrors: [{ CheckName: 'BLOCK_PUBLIC_POLICY' }] },
    faults: [
      missing({ ResourcePolicy: policy({}) }),
      { ...SYNTAX, input: { ResourcePolicy: 'no policy' } },
      { ...STRANGER, input: { ResourcePolicy: nobody } },
    ],
    never: { ...NEVER, InvalidRequest: 'a policy can be tried on every secret' },
  },
  {
    operation: 'secretsmanager:TagResource',
    before: [SECRET],
    input: { SecretId: 'db', Tags: [{ Key: 'team', Value: 'tea' }] },
    needs: ['secretsmanager:TagResource'],
    faults: [
      missing({ Tags: [{ Key: 'team', Value: 'tea' }] }),
      deleted({ Tags: [{ Key: 'team', Value: 'tea' }] }),
      { code: 'InvalidParameterException', input: { SecretId: 'db', Tags: tags } },
    ],
  },
  {
    operation: 'secretsmanager:UntagResource',
    before: [SECRET],
    input: { SecretId: 'db', TagKeys: ['team'] },
    needs: ['secretsmanager:UntagResource'],
    faults: [missing({ TagKeys: ['team'] }), deleted({ TagKeys: ['team'] })],
    never: NEVER,
  },
  {
    operation: 'secretsmanager:GetRandomPassword',
    input: { PasswordLength: 20, ExcludePunctuation: true },
    needs: ['secretsmanager:GetRandomPassword'],
    faults: [
      {
        code: 'InvalidParameterException',
        input: { PasswordLength: 3 },
        message: 'Password length is too short based on the required types.',
      },
      {
        code: 'InvalidParameterException',
        input: {
          ExcludeLowercase: true,
          ExcludeUppercase: true,
          ExcludeNumbers: true,
          ExcludePunctuation: true,
        },
      },
      { code: 'ValidationException', input: { PasswordLength: 4097 } },
    ],
    never: { ...NEVER, InvalidRequest: 'what is wrong is a parameter' },
  },
];
