// The three kinds of identity that carry policies, each a value. What is done with the policies is not here.
import type { BareRequest } from '../authorize.ts';
import { iamArn, lookup, type Account, type Group, type Role, type User } from '../cloud.ts';
import { isRefused, noSuchEntity, type Refused } from '../fault.ts';
import { policyArn } from '../managed.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { found } from './found.ts';
import { protectedRole } from './protected-role.ts';

export type Holder = User | Group | Role;

export interface HolderKind {
  readonly noun: 'user' | 'group' | 'role';
  readonly Noun: 'User' | 'Group' | 'Role';
  /** All inline policies of one together, in characters. Source: ug-quotas. */
  readonly inlineLimit: number;
  /** Managed policies attached to one. Source: ug-quotas. */
  readonly attachedLimit: number;
  readonly all: (account: Account) => Readonly<Record<string, Holder>>;
  readonly put: (account: Account, name: string, policies: Pick<Holder, 'inline' | 'attached'>) => Account;
}

const USER: HolderKind = {
  noun: 'user',
  Noun: 'User',
  inlineLimit: 2048,
  attachedLimit: 10,
  all: (account) => account.users,
  put: (account, name, policies) => ({ ...account, users: replaced(account.users, name, policies) }),
};

const GROUP: HolderKind = {
  noun: 'group',
  Noun: 'Group',
  inlineLimit: 5120,
  attachedLimit: 10,
  all: (account) => account.groups,
  put: (account, name, policies) => ({ ...account, groups: replaced(account.groups, name, policies) }),
};

const ROLE: HolderKind = {
  noun: 'role',
  Noun: 'Role',
  inlineLimit: 10240,
  attachedLimit: 20,
  all: (account) => account.roles,
  put: (account, name, policies) => ({ ...account, roles: replaced(account.roles, name, policies) }),
};

export const HOLDERS: readonly HolderKind[] = [USER, GROUP, ROLE];

function replaced<T extends object>(named: Readonly<Record<string, T>>, name: string, by: Partial<T>) {
  const known = lookup(named, name);
  return known ? { ...named, [name]: { ...known, ...by } } : named;
}

/** The one that the input names, or the fault that there is none. */
export function holderIn(
  kind: HolderKind,
  { account }: Site,
  input: Input,
): { readonly name: string; readonly is: Holder } | Refused {
  const name = textOf(input, `${kind.Noun}Name`);
  return found(kind.all(account), name) ?? noSuchEntity(kind.noun, name);
}

/** The same to be changed, or the fault that nobody but AWS changes it. */
export function changeableIn(kind: HolderKind, site: Site, input: Input): ReturnType<typeof holderIn> {
  const holder = holderIn(kind, site, input);
  if (isRefused(holder)) return holder;
  const bad = protectedRole(holder.is, holder.name);
  return bad ? { fault: bad } : holder;
}

/** The pair of an operation on the one that the input names; its boundary is a key of it. Source: ug-boundaries. */
export function onHolder(
  kind: HolderKind,
  action: string,
  { account }: Site,
  input: Input,
): Required<Omit<BareRequest, 'own'>> {
  const name = textOf(input, `${kind.Noun}Name`);
  const holder = found(kind.all(account), name);
  const boundary = holder && 'boundary' in holder.is ? holder.is.boundary : undefined;
  return {
    action,
    on: iamArn(account.id, kind.noun, holder?.is.path ?? '/', holder?.name ?? name),
    context: boundary === undefined ? {} : { 'iam:PermissionsBoundary': policyArn(account, boundary) },
  };
}
