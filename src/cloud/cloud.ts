// The simulated AWS as one plain JSON value. Policies are kept as the text that somebody wrote.
import type { AnalyzerState } from './accessanalyzer/state.ts';
import type { EndpointDetail, Launch, NetworkState } from './ec2/state.ts';
import type { CallEvent } from './event.ts';
import type { IamState } from './iam/state.ts';
import type { Idp } from './idp/state.ts';
import type { KmsState } from './kms/state.ts';
import type { LambdaState } from './lambda/state.ts';
import type { OrganizationState } from './organizations/state.ts';
import type { Bucket } from './s3/state.ts';
import type { Table } from './dynamodb/state.ts';
import type { SecretState } from './secretsmanager/state.ts';
import type { Session } from './session.ts';
import type { TopicState } from './sns/state.ts';
import type { QueueState } from './sqs/state.ts';
import type { SystemsState } from './ssm/state.ts';
import type { Use } from './uses.ts';

/** A policy document as it was written. */
export type DocumentText = string;

/** An access key that somebody keeps: `AKIA…`. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly status: 'Active' | 'Inactive';
  readonly created: number;
}

export interface Identity {
  readonly path: string;
  readonly id: string;
  /** Milliseconds since 1970, here and wherever a time stands. */
  readonly created: number;
  /** Inline policies by name. */
  readonly inline: Readonly<Record<string, DocumentText>>;
  /** Attached managed policies: those of the account by name, those of AWS by ARN. */
  readonly attached: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface User extends Identity {
  readonly groups: readonly string[];
  /** A managed policy, named as in `attached`. */
  readonly boundary?: string | undefined;
  readonly keys: readonly AccessKey[];
  readonly login?: Login;
  /** Enabled devices, in the order in which they were enabled. */
  readonly mfa?: readonly MfaDevice[];
}

/** A password of a user. */
export interface Login {
  readonly password: string;
  readonly created: number;
  readonly changed: number;
  readonly mustChange: boolean;
  readonly used?: number;
  /** Passwords before this one, the newest first. */
  readonly before: readonly string[];
}

export interface MfaDevice {
  /** The ARN of a virtual device or of a security key. */
  readonly serial: string;
  readonly enabled: number;
}

export type Group = Omit<Identity, 'tags'>;

export interface Role extends Identity {
  readonly trust: DocumentText;
  /** The unique ids of the principals that the trust policy names, by ARN, as they were when it was saved. */
  readonly pins?: Pins;
  readonly boundary?: string | undefined;
  readonly description?: string;
  /** Seconds. */
  readonly maxSession?: number;
}

/** Principals of a saved policy: ARN → unique id. Source: ug-principal. */
export type Pins = Readonly<Record<string, string>>;

/** A managed policy of an account; its name is unique whatever its path. */
export interface ManagedPolicy {
  readonly id: string;
  readonly path: string;
  readonly created: number;
  readonly updated: number;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The oldest first. */
  readonly versions: readonly PolicyVersion[];
  /** The id of the version that counts, such as `v2`. */
  readonly default: string;
  /** How many versions there ever were. */
  readonly issued: number;
}

export interface PolicyVersion {
  readonly id: string;
  readonly text: DocumentText;
  readonly created: number;
}

/** A policy that AWS keeps, by its ARN in the cloud. */
export interface AwsPolicy {
  readonly text: DocumentText;
  readonly id: string;
  readonly version: string;
  readonly created: number;
  readonly updated: number;
  readonly description?: string;
}

export interface InstanceProfile {
  readonly id: string;
  readonly path: string;
  readonly created: number;
  readonly role?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A policy on a resource, with its principals pinned. */
export interface ResourcePolicy {
  readonly text: DocumentText;
  readonly pins: Pins;
}

export interface Instance {
  readonly id: string;
  readonly name: string;
  readonly profile?: string;
  /** What its launch said and what became of it; without one it has just been running. */
  readonly launch?: Launch;
  /** Under which id it has its profile, and since when. */
  readonly association?: { readonly id: string; readonly since: number };
}

/** A session that an account keeps: of a role that somebody has taken, or of a federated user of one of its users. */
export type KeptSession = SessionLimits & ({ readonly role: string } | { readonly user: string });

interface SessionLimits {
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
  /** What its making said. */
  readonly detail?: EndpointDetail;
}

export type Named<T> = Readonly<Record<string, T>>;

export interface Account {
  readonly id: string;
  /** What people call it. */
  readonly name?: string;
  readonly region: string;
  readonly created?: number;
  readonly users: Named<User>;
  readonly groups: Named<Group>;
  readonly roles: Named<Role>;
  readonly policies: Named<ManagedPolicy>;
  readonly instanceProfiles: Named<InstanceProfile>;
  readonly tables: Named<Table>;
  readonly buckets: Named<Bucket>;
  /** By instance id. */
  readonly instances: Named<Instance>;
  /** By the name of the session. */
  readonly sessions?: Named<KeptSession>;
  readonly endpoints?: Named<Endpoint>;
  /** Policies on resources by the resource's ARN; a bucket's is with the bucket, a role's with the role. */
  readonly resourcePolicies?: Named<ResourcePolicy>;
  /** Tags of resources by ARN; those of identities are with them. */
  readonly resourceTags?: Named<Readonly<Record<string, string>>>;
  /** Access keys of the root user. */
  readonly rootKeys?: readonly AccessKey[];
  /** What IAM keeps beside identities and policies. */
  readonly iam?: IamState;
  readonly analyzers?: AnalyzerState;
  readonly kms?: KmsState;
  readonly lambda?: LambdaState;
  readonly network?: NetworkState;
  readonly queues?: QueueState;
  readonly topics?: TopicState;
  readonly secrets?: SecretState;
  readonly systems?: SystemsState;
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
  /** What people call it, where it is not kept under that. */
  readonly name?: string;
  /** The unit that it lies under; without one it lies under the root. */
  readonly under?: string;
}

export interface Member extends Attached {
  /** The unit that the account is in; without one it is in the root. */
  readonly unit?: string;
}

/** Several accounts under one root. Its policies are kept once and attached by name. */
export interface Organization extends OrganizationState {
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
  /** Identity providers outside AWS by the name that people give them. */
  readonly idps?: Named<Idp>;
  /** What AWS keeps, by ARN: policies that anybody may attach. */
  readonly awsPolicies?: Named<AwsPolicy>;
  /** Whose an access key is, or was before it was deleted, by the id of the key. */
  readonly keyOwners?: Named<KeyOwner>;
  /** Temporary credentials by the id of their key, `ASIA…`. */
  readonly temporary?: Named<TemporaryCredentials>;
  /** When a key, somebody, or somebody with one service was last seen; see `withUse`. */
  readonly uses?: Named<Use>;
  /** What was called, the newest first. */
  readonly history?: History;
}

/** The user whose a key is; without one it is the account's root. */
export interface KeyOwner {
  readonly account: string;
  readonly user?: string;
}

export interface TemporaryCredentials {
  readonly secret: string;
  readonly token: string;
  readonly expires: number;
  readonly session: Session;
}

/** Events that share what came before them: a thousand calls keep a thousand events, not a thousand lists. */
export interface History {
  readonly event: CallEvent;
  /** How many events there are, this one included. */
  readonly count: number;
  readonly before?: History;
}

/** What is kept under a name. A name that every object inherits, such as `constructor`, finds nothing. */
export function lookup<T>(named: Named<T>, name: string): T | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** The same without what is kept under a name. */
export function without<T>(named: Named<T>, name: string): Named<T> {
  return Object.fromEntries(Object.entries(named).filter(([one]) => one !== name));
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
