// Secrets for the table's rows of Secrets Manager, and the ways in which most calls on one fail.
import type { Input } from '../../operation.ts';
import type { Failing, Step } from './row.ts';

export const SECRET: Step = [
  'default',
  'secretsmanager:CreateSecret',
  { Name: 'db', SecretString: 'tea', ClientRequestToken: 'first-version-00000000000000000000000' },
];
export const FIRST = 'first-version-00000000000000000000000';
export const DELETED: Step = ['default', 'secretsmanager:DeleteSecret', { SecretId: 'db' }];

export function missing(more: Input = {}): Failing {
  return {
    code: 'ResourceNotFoundException',
    input: { SecretId: 'none', ...more },
    message: "Secrets Manager can't find the specified secret.",
  };
}

export function deleted(more: Input = {}): Failing {
  return {
    code: 'InvalidRequestException',
    before: [SECRET, DELETED],
    input: { SecretId: 'db', ...more },
    message: "You can't perform this operation on the secret because it was marked for deletion.",
  };
}

export const NEVER: Readonly<Record<string, string>> = {
  InvalidParameter: 'the model refuses what cannot be right',
  DecryptionFailure: 'secrets with keys have a file of their own',
  EncryptionFailure: 'secrets with keys have a file of their own',
  LimitExceeded: 'half a million secrets are more than a lab has',
  PreconditionNotMet: 'secrets of other makers are not simulated',
  MalformedPolicyDocument: 'it is said where a policy is given',
};
