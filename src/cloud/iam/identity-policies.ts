// Put…Policy and Attach…Policy for the three kinds of identity that carry policies.
import type { Context } from '#evaluator';
import { iamArn, lookup, type Account, type Group, type Role, type User } from '../cloud.ts';
import { fault, noSuchEntity, overQuota, type Fault } from '../fault.ts';
import { policyArn, policyNameOf } from '../managed.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { policyFault, sizeOf } from '../policy-fault.ts';
import { changed } from './changed.ts';
import { protectedRole } from './service-linked-roles.ts';

type Holder = User | Group | Role;

interface HolderKind {
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

function replaced<T extends object>(named: Readonly<Record<string, T>>, name: string, by: Partial<T>) {
  const found = lookup(named, name);
  return found ? { ...named, [name]: { ...found, ...by } } : named;
}

/** The resource of the pair; the boundary of the one who gets the policy is a key of it. Source: ug-boundaries. */
function target(kind: HolderKind, { account }: Site, input: Input): { on: string; context: Context } {
  const name = textOf(input, `${kind.Noun}Name`);
  const holder = lookup(kind.all(account), name);
  const boundary = holder && 'boundary' in holder ? holder.boundary : undefined;
  return {
    on: iamArn(account.id, kind.noun, holder?.path ?? '/', name),
    context: boundary === undefined ? {} : { 'iam:PermissionsBoundary': policyArn(account, boundary) },
  };
}

function guarded(kind: HolderKind, holder: Holder, name: string): Fault | undefined {
  return kind === ROLE ? protectedRole(holder, name) : undefined;
}

/** PutUserPolicy, PutGroupPolicy, PutRolePolicy: an inline policy, overwritten by name. */
function putPolicy(kind: HolderKind): Operation {
  const action = `iam:Put${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => [{ action, ...target(kind, site, input) }],
    run: ({ cloud, account }, input) => {
      const name = textOf(input, `${kind.Noun}Name`);
      const holder = lookup(kind.all(account), name);
      if (!holder) return noSuchEntity(kind.noun, name);
      const text = textOf(input, 'PolicyDocument');
      const bad = guarded(kind, holder, name) ?? policyFault(cloud, text, 'identity');
      if (bad) return { fault: bad };
      const inline = { ...holder.inline, [textOf(input, 'PolicyName')]: text };
      const size = Object.values(inline).reduce((sum, one) => sum + sizeOf(one), 0);
      if (size > kind.inlineLimit) {
        const over = `Maximum policy size of ${kind.inlineLimit} bytes exceeded for ${kind.noun} ${name}`;
        return fault('LimitExceeded', over);
      }
      return changed(cloud, kind.put(account, name, { inline, attached: holder.attached }));
    },
  };
}

/** AttachUserPolicy, AttachGroupPolicy, AttachRolePolicy; attaching twice changes nothing. */
function attachPolicy(kind: HolderKind): Operation {
  const action = `iam:Attach${kind.Noun}Policy`;
  return {
    name: action,
    needs: (site, input) => {
      const { on, context } = target(kind, site, input);
      return [{ action, on, context: { ...context, 'iam:PolicyARN': textOf(input, 'PolicyArn') } }];
    },
    run: ({ cloud, account }, input) => {
      const name = textOf(input, `${kind.Noun}Name`);
      const holder = lookup(kind.all(account), name);
      if (!holder) return noSuchEntity(kind.noun, name);
      const bad = guarded(kind, holder, name);
      if (bad) return { fault: bad };
      const arn = textOf(input, 'PolicyArn');
      const policy = policyNameOf(cloud, account, arn);
      if (policy === undefined)
        return fault('NoSuchEntity', `Policy ${arn} does not exist or is not attachable.`);
      if (holder.attached.includes(policy)) return { cloud, reply: {} };
      if (holder.attached.length >= kind.attachedLimit)
        return overQuota(`PoliciesPer${kind.Noun}`, kind.attachedLimit);
      const attached = [...holder.attached, policy];
      return changed(cloud, kind.put(account, name, { inline: holder.inline, attached }));
    },
  };
}

export const IDENTITY_POLICIES: readonly Operation[] = [USER, GROUP, ROLE].flatMap((kind) => [
  putPolicy(kind),
  attachPolicy(kind),
]);
