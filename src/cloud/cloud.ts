// The simulated AWS as one plain JSON value. Policies are kept as the text that somebody wrote.

/** A policy document as it was written. */
export type DocumentText = string;

export interface Identity {
  readonly path: string;
  readonly id: string;
  /** Inline policies by name. */
  readonly inline: Readonly<Record<string, DocumentText>>;
  /** Names of attached managed policies of the account. */
  readonly attached: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface User extends Identity {
  readonly groups: readonly string[];
  readonly boundary?: string;
  readonly keys: readonly string[];
}

export type Group = Omit<Identity, 'tags'>;

export interface Role extends Identity {
  readonly trust: DocumentText;
  readonly boundary?: string;
}

export interface InstanceProfile {
  readonly id: string;
  readonly path: string;
  readonly role?: string;
}

/** A table, as far as permissions go. */
export interface Table {
  /** How many writes went through. */
  readonly writes: number;
}

export interface Bucket {
  /** Keys. */
  readonly objects: readonly string[];
  readonly policy?: DocumentText;
}

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly profile?: string;
}

/** A session of a role that somebody has taken. */
export interface RoleSession {
  readonly role: string;
  /** The session policy that was passed as a text. */
  readonly policy?: DocumentText;
  /** Names of managed policies of the account that were passed as session policies. */
  readonly attached: readonly string[];
  /** The VPC that its requests leave from. */
  readonly vpc?: string;
}

/** A door of a VPC to one service. */
export interface Endpoint {
  /** Such as `vpce-0a1b2c3d4e5f60718`. */
  readonly id: string;
  readonly vpc: string;
  /** The prefix of the actions of its service, such as `s3`. */
  readonly service: string;
  /** Without one everything passes. */
  readonly policy?: DocumentText;
}

export type Named<T> = Readonly<Record<string, T>>;

export interface Account {
  readonly id: string;
  /** What people call it. */
  readonly name?: string;
  readonly region: string;
  readonly users: Named<User>;
  readonly groups: Named<Group>;
  readonly roles: Named<Role>;
  readonly policies: Named<DocumentText>;
  readonly instanceProfiles: Named<InstanceProfile>;
  readonly tables: Named<Table>;
  readonly buckets: Named<Bucket>;
  /** By instance id. */
  readonly instances: Named<Instance>;
  /** By the name of the session. */
  readonly sessions?: Named<RoleSession>;
  readonly endpoints?: Named<Endpoint>;
}

/** Names of the policies that are attached at one place of an organization. */
export interface Attached {
  readonly scp: readonly string[];
  readonly rcp: readonly string[];
}

/** The root or a unit of an organization. */
export interface Unit extends Attached {
  /** `r-…` or `ou-…`. */
  readonly id: string;
  /** The unit that it lies under; without one it lies under the root. */
  readonly under?: string;
}

export interface Member extends Attached {
  /** The unit that the account is in; without one it is in the root. */
  readonly unit?: string;
}

/** Several accounts under one root. Its policies are kept once and attached by name. */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  /** The id of its management account. */
  readonly management: string;
  readonly root: Unit;
  readonly units: Named<Unit>;
  /** By account id, the management account included. */
  readonly members: Named<Member>;
  readonly scp: Named<DocumentText>;
  readonly rcp: Named<DocumentText>;
}

/** Every change gives a new value; what did not change is shared. */
export interface Cloud {
  /** Milliseconds since 1970; moves only when told. */
  readonly time: number;
  readonly seed: number;
  /** How many ids were given out. */
  readonly issued: number;
  readonly accounts: Named<Account>;
  /** By organization id. */
  readonly organizations?: Named<Organization>;
}

/** What is kept under a name. A name that every object inherits, such as `constructor`, finds nothing. */
export function lookup<T>(named: Named<T>, name: string): T | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

export function withAccount(cloud: Cloud, account: Account): Cloud {
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: account } };
}

/** The account of an id. @throws when the cloud has none: a programmer's mistake */
export function accountOf(cloud: Cloud, id: string): Account {
  const account = lookup(cloud.accounts, id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

/** The ARN of an IAM thing that lies under a path. */
export function iamArn(account: string, kind: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:${kind}${path}${name}`;
}

/** The ARN of a role by its name, also of one that does not exist yet and would lie under `path`. */
export function roleArn(account: Account, name: string, path = '/'): string {
  return iamArn(account.id, 'role', lookup(account.roles, name)?.path ?? path, name);
}

/** The name of the role that an ARN means in this account. */
export function roleOf(account: Account, arn: string): string | undefined {
  return Object.keys(account.roles).find((name) => roleArn(account, name) === arn);
}

/** The ARN of an instance profile by its name, also of one that does not exist yet and would lie under `path`. */
export function profileArn(account: Account, name: string, path = '/'): string {
  return iamArn(account.id, 'instance-profile', lookup(account.instanceProfiles, name)?.path ?? path, name);
}
