// Who is signed in, as a principal of the evaluator. It never asks whether they may be: that is `sign-in`.
import type { Context, Principal } from '#evaluator';
import {
  iamArn,
  lookup,
  roleArn,
  type Account,
  type DocumentText,
  type KeptSession,
  type Named,
  type Role,
  type User,
} from './cloud.ts';

/** The path of roles that belong to a service. Source: ug-service-linked-roles. */
export const SERVICE_PATH = '/aws-service-role/';

export interface Session {
  readonly principal: Principal;
  /** The user's or role's own name; empty for root and services. */
  readonly name: string;
  /** The id of the instance that was given the role's credentials. */
  readonly instance?: string;
  /** The name of the kept session whose session policies and VPC count. */
  readonly kept?: string;
  /** The id of the access key that signed, and since when the credentials are valid. */
  readonly accessKey?: string;
  readonly issued?: number;
  readonly expires?: number;
  /** The unique id of the user or role at the time: credentials die with whoever they were made for. */
  readonly holderId?: string;
  /** When a second factor was given. */
  readonly mfa?: number;
  /** Session tags, and the keys of those that a chained session inherits. */
  readonly tags?: Named<string>;
  readonly transitive?: readonly string[];
  readonly sourceIdentity?: string;
  /** Session policies as texts, and managed ones as in `attached`. */
  readonly policies?: readonly DocumentText[];
  readonly attached?: readonly string[];
  /** A role session that was taken with another role session. */
  readonly chained?: boolean;
  /** What GetSessionToken gave: the user itself, with less. */
  readonly token?: boolean;
  /** Condition keys that the credentials themselves give, such as `lambda:SourceFunctionArn`. */
  readonly keys?: Context;
  /** The VPC that its requests leave from. */
  readonly vpc?: string;
  /** Where an assertion or a token came from. */
  readonly federation?: {
    readonly type: 'SAMLUser' | 'WebIdentityUser';
    readonly provider: string;
    readonly subject: string;
    readonly audience?: string;
  };
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
  const own = lookup(account.roles, name);
  return {
    principal: {
      type: 'assumedRole',
      arn,
      roleArn: roleArn(account, name),
      account: account.id,
      ...(own?.path.startsWith(SERVICE_PATH) === true ? { serviceLinkedRole: true } : {}),
    },
    name,
  };
}

export function federatedArn(account: string, name: string): string {
  return `arn:aws:sts::${account}:federated-user/${name}`;
}

/** Somebody whom a user, or root, has federated: the session of the one who asked, under another name. */
export function federatedSession(issuer: Session, name: string): Session {
  const { account, arn: issuerArn } = issuer.principal;
  return {
    ...issuer,
    principal: { type: 'federatedUser', arn: federatedArn(account, name), account, issuerArn },
  };
}

/** A session that the account keeps, under its own name. */
export function keptSession(account: Account, name: string, session: KeptSession): Session {
  const opened =
    'role' in session
      ? roleSession(account, session.role, name)
      : federatedSession(userSession(account, session.user), name);
  return { ...opened, kept: name };
}

/** The kept session behind a session. */
export function keptOf(account: Account, { kept }: Session): KeptSession | undefined {
  return kept === undefined ? undefined : lookup(account.sessions ?? {}, kept);
}

/** Whom an identity provider sends: the call carries no signature, only what the provider says. */
export function providerSession(provider: string): Session {
  return { principal: { type: 'federatedProvider', arn: provider, account: '' }, name: '' };
}

/** Somebody without credentials. */
export const ANONYMOUS: Session = { principal: { type: 'anonymous', arn: '', account: '' }, name: '' };

/** A service that acts for itself: it has no account. */
export function serviceSession(service: string): Session {
  return { principal: { type: 'service', arn: service, account: '' }, name: '' };
}

/** The user or the role behind a session; nothing for root and services. */
export function holderOf(account: Account, session: Session): User | Role | undefined {
  const { type } = session.principal;
  if (type === 'user' || type === 'federatedUser') return lookup(account.users, session.name);
  return type === 'assumedRole' ? lookup(account.roles, session.name) : undefined;
}

/** What `aws:userid` says and `GetCallerIdentity` answers. Source: ug-principal. */
export function userIdOf(account: Account, session: Session): string {
  const holder = holderOf(account, session);
  if (session.principal.type === 'federatedUser')
    return `${account.id}:${session.principal.arn.split('/').at(-1) ?? ''}`;
  if (!holder) return account.id;
  return session.principal.type === 'user'
    ? holder.id
    : `${holder.id}:${session.principal.arn.split('/').at(-1) ?? ''}`;
}
