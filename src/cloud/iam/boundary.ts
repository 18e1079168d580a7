// The permissions boundary that a call gives to a user or a role. Source: ug-boundaries.
import type { Context } from '#evaluator';
import type { Account, Cloud } from '../cloud.ts';
import { isRefused, type Refused } from '../fault.ts';
import { policyArn } from '../managed.ts';
import { textOf, type Input, type Reply } from '../operation.ts';
import { attachablePolicy } from './named-policy.ts';

/** The key of a call that names a boundary. */
export function boundaryKey(input: Input): Context {
  const arn = textOf(input, 'PermissionsBoundary');
  return arn === '' ? {} : { 'iam:PermissionsBoundary': arn };
}

/** The boundary as it is kept; empty when the call names none. */
export function wantedBoundary(
  cloud: Cloud,
  account: Account,
  input: Input,
): { readonly boundary?: string } | Refused {
  const arn = textOf(input, 'PermissionsBoundary');
  if (arn === '') return {};
  const found = attachablePolicy(
    cloud,
    account,
    arn,
    (missing) => `Scope ARN: ${missing} does not exist or is not attachable.`,
  );
  return isRefused(found) ? found : { boundary: found.policy };
}

/** A boundary as IAM answers it; nothing of one who has none. */
export function boundaryReply(account: Account, boundary: string | undefined): Reply | undefined {
  return boundary === undefined
    ? undefined
    : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: policyArn(account, boundary) };
}
