// What is asked, and under which documents.
import type { Document } from './policy.ts';

export type PrincipalType =
  'root' | 'user' | 'assumedRole' | 'federatedUser' | 'service' | 'federatedProvider' | 'anonymous';

/** Who asks. `arn` of a role session is the session's; `roleArn` is the role's. */
export interface Principal {
  readonly type: PrincipalType;
  readonly arn: string;
  readonly account: string;
  readonly roleArn?: string;
  readonly issuerArn?: string;
}

/** Condition keys of the request; names are compared ignoring case. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

export interface Request {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Context;
}

/** The documents that apply to one request. An absent layer means that nothing of that kind applies. */
export interface Layers {
  /** The user's and its groups' policies, or the role's. */
  readonly identity: readonly Document[];
  readonly boundary?: Document;
  /** The resource's own policy; for `sts:AssumeRole…` the role's trust policy. */
  readonly resource?: Document;
}
