// The managed policy that a call names by its ARN, or AWS's word that there is none to be had.
import type { Cloud, Account } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { policyNameOf } from '../managed.ts';

const FORM = /^arn:aws[\w-]*:iam::(?:\d{12}|aws):policy\/.+$/;
/** Paths of policies that AWS gives to its own roles and tasks alone. Source: ug-managed-policies. */
const RESERVED = /^arn:aws:iam::aws:policy\/(?:aws-service-role|root-task)\//;

/** The name under which it is attached. @param missing what is said when there is none */
export function namedPolicy(
  cloud: Cloud,
  account: Account,
  arn: string,
  missing: (arn: string) => string,
): { readonly policy: string } | Refused {
  const policy = policyNameOf(cloud, account, arn);
  if (policy !== undefined) return { policy };
  return FORM.test(arn)
    ? fault('NoSuchEntity', missing(arn))
    : fault('InvalidInput', `ARN ${arn} is not valid.`);
}

/** The same for a policy that is about to be attached. */
export function attachablePolicy(
  cloud: Cloud,
  account: Account,
  arn: string,
  missing: (arn: string) => string,
): { readonly policy: string } | Refused {
  return RESERVED.test(arn)
    ? fault('PolicyNotAttachable', 'Cannot attach a Service Role Policy to a Customer Role.')
    : namedPolicy(cloud, account, arn, missing);
}

/** The path in a policy's ARN, `/` where it has none. */
export function pathIn(arn: string): string {
  return arn.slice(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
}

export const notFound = (arn: string): string => `Policy ${arn} was not found.`;
export const notAttachable = (arn: string): string => `Policy ${arn} does not exist or is not attachable.`;
