// What is asked, and under which documents.
import type { Document } from './policy.ts';

export type PrincipalType =
  'root' | 'user' | 'assumedRole' | 'federatedUser' | 'service' | 'federatedProvider' | 'anonymous';

/**
 * Who asks. `arn` of a role session is the session's; `roleArn` is the role's; `issuerArn` is the user's who asked for a
 * federated user. A caller without an account of its own has the account `''`, an anonymous one the ARN `''`.
 */
export interface Principal {
  readonly type: PrincipalType;
  readonly arn: string;
  readonly account: string;
  readonly roleArn?: string;
  readonly issuerArn?: string;
  /** Its account is the management account of its organization. */
  readonly inManagementAccount?: boolean;
  readonly serviceLinkedRole?: boolean;
}

/** Condition keys of the request; names are compared ignoring case. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

export interface Request {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Context;
  readonly resourceInManagementAccount?: boolean;
}

/** Policies of an organization by level, the root first. A level without a document allows nothing. */
export type Levels = readonly (readonly Document[])[];

/** The documents that apply to one request. An absent layer means that nothing of that kind applies. */
export interface Layers {
  /** The user's and its groups' policies, or the role's; for a federated user those of the user who asked for it. */
  readonly identity: readonly Document[];
  readonly boundary?: Document;
  /** Session policies, as a set: one that allows is enough. */
  readonly session?: readonly Document[];
  /** The resource's own policy; for `sts:AssumeRole…` the role's trust policy. */
  readonly resource?: Document;
  /** Service control policies of the caller's account. */
  readonly scp?: Levels;
  /** Resource control policies of the resource's account, without RCPFullAWSAccess, which is always there. */
  readonly rcp?: Levels;
  /** The policy of the VPC endpoint that the request goes through. */
  readonly vpce?: Document;
}
