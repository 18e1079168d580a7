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

export type Named<T> = Readonly<Record<string, T>>;

export interface Account {
  readonly id: string;
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
}

/** Every change gives a new value; what did not change is shared. */
export interface Cloud {
  /** Milliseconds since 1970; moves only when told. */
  readonly time: number;
  readonly seed: number;
  /** How many ids were given out. */
  readonly issued: number;
  readonly accounts: Named<Account>;
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
