// The role that a call names.
import type { BareRequest } from '../authorize.ts';
import { roleArn, type Account, type Role } from '../cloud.ts';
import { noSuchEntity, type Refused } from '../fault.ts';
import { policyArn } from '../managed.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { found } from './found.ts';

/** Source: ug-quotas. */
export const ROLES_PER_ACCOUNT = 1000;

/** The pair of an operation on the role that the input names; its boundary is a key of it. Source: ug-boundaries. */
export function onRole(action: string, { account }: Site, input: Input): BareRequest {
  const name = textOf(input, 'RoleName');
  const role = found(account.roles, name);
  const boundary = role?.is.boundary;
  return {
    action,
    on: roleArn(account, role?.name ?? name),
    context: boundary === undefined ? {} : { 'iam:PermissionsBoundary': policyArn(account, boundary) },
  };
}

/** The role that the input names, or the fault that there is none. */
export function roleIn(
  { account }: Site,
  input: Input,
): { readonly name: string; readonly is: Role } | Refused {
  const name = textOf(input, 'RoleName');
  return found(account.roles, name) ?? noSuchEntity('role', name);
}

/** The account with another state of one role. */
export function withRole(account: Account, name: string, role: Role): Account {
  return { ...account, roles: { ...account.roles, [name]: role } };
}
