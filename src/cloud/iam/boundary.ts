// The permissions boundary that a call gives to a user or a role. Source: ug-boundaries.
import type { Context } from '#evaluator';
import type { Account, Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { policyNameOf } from '../managed.ts';
import { textOf, type Input } from '../operation.ts';

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
  const boundary = policyNameOf(cloud, account, arn);
  if (boundary !== undefined) return { boundary };
  if (!/^arn:aws:iam::(?:\d{12}|aws):policy\/.+$/.test(arn))
    return fault('InvalidInput', `ARN ${arn} is not valid.`);
  return fault('NoSuchEntity', `Scope ARN: ${arn} does not exist or is not attachable.`);
}
