// Who is signed in, as a principal of the evaluator. It never asks whether they may be: that is `sign-in`.
import type { Principal } from '#evaluator';
import { iamArn, lookup, roleArn, type Account, type Role, type User } from './cloud.ts';

export interface Session {
  readonly principal: Principal;
  /** The user's or role's own name; empty for root and services. */
  readonly name: string;
  /** The id of the instance that was given the role's credentials. */
  readonly instance?: string;
}

export function rootSession(account: Account): Session {
  return {
    principal: { type: 'root', arn: `arn:aws:iam::${account.id}:root`, account: account.id },
    name: '',
  };
}

export function userSession(account: Account, name: string): Session {
  const arn = iamArn(account.id, 'user', lookup(account.users, name)?.path ?? '/', name);
  return { principal: { type: 'user', arn, account: account.id }, name };
}

/** A session of a role; the role's path does not show in its ARN. Source: ug-identifiers. */
export function roleSession(account: Account, name: string, session: string): Session {
  const arn = `arn:aws:sts::${account.id}:assumed-role/${name}/${session}`;
  return {
    principal: { type: 'assumedRole', arn, roleArn: roleArn(account, name), account: account.id },
    name,
  };
}

/** A service that acts for itself: it has no account. */
export function serviceSession(service: string): Session {
  return { principal: { type: 'service', arn: service, account: '' }, name: '' };
}

/** The user or the role behind a session; nothing for root and services. */
export function holderOf(account: Account, session: Session): User | Role | undefined {
  const { type } = session.principal;
  if (type === 'user') return lookup(account.users, session.name);
  return type === 'assumedRole' ? lookup(account.roles, session.name) : undefined;
}

/** What `aws:userid` says and `GetCallerIdentity` answers. Source: ug-principal. */
export function userIdOf(account: Account, session: Session): string {
  const holder = holderOf(account, session);
  if (!holder) return account.id;
  return session.principal.type === 'user'
    ? holder.id
    : `${holder.id}:${session.principal.arn.split('/').at(-1) ?? ''}`;
}
