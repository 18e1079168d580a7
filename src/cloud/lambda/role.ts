// The role of a function: handed over by whoever names it, and taken by Lambda. Source: ug-passrole, api-lambda.
import { partOf, type BareRequest, type Part } from '../authorize.ts';
import { lookup, roleOf, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { ownerOf } from '../owner.ts';
import type { Site } from '../operation.ts';
import { serviceSession } from '../session.ts';

export const LAMBDA = 'lambda.amazonaws.com';

/** The pair for handing a role over; a role of another account is not handed over at all, and what is no role is not here. */
export function passingTo(site: Site, role: string, functionArn: string): readonly BareRequest[] | Refused {
  if (!role.startsWith('arn:')) return [];
  if (ownerOf(site.cloud, role) !== site.account.id)
    return fault('AccessDeniedException', 'Cross-account pass role is not allowed.');
  const context = { 'iam:PassedToService': LAMBDA, 'iam:AssociatedResourceArn': functionArn };
  return [{ action: 'iam:PassRole', on: role, context }];
}

/** Lets the role's trust policy Lambda take it? */
export function isTaken(cloud: Cloud, role: string): boolean {
  const owner = lookup(cloud.accounts, ownerOf(cloud, role) ?? '');
  if (!owner || roleOf(owner, role) === undefined) return false;
  return trustIn(cloud, role).verdict.decision === 'allowed';
}

/** What the role's trust policy says to Lambda. */
export function trustIn(cloud: Cloud, role: string): Part {
  return partOf(cloud, serviceSession(LAMBDA), { action: 'sts:AssumeRole', on: role });
}

export function roleFault(cloud: Cloud, role: string): Refused | undefined {
  return isTaken(cloud, role)
    ? undefined
    : fault(
        'InvalidParameterValueException',
        'The role defined for the function cannot be assumed by Lambda.',
      );
}
