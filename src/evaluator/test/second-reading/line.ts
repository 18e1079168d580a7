// A line of the `evaluate` door, as it stands in a file. It knows no rule and no meaning.

export const CALLER_TYPES = [
  'root',
  'user',
  'assumedRole',
  'federatedUser',
  'service',
  'federatedProvider',
  'anonymous',
] as const;

export interface Caller {
  readonly type: (typeof CALLER_TYPES)[number];
  /** Null for an anonymous caller only. */
  readonly arn: string | null;
  /** Null for callers that have no account of their own. */
  readonly account: string | null;
  readonly roleArn?: string;
  readonly issuerArn?: string;
  readonly inManagementAccount?: boolean;
  readonly serviceLinkedRole?: boolean;
}

export type Context = Readonly<Record<string, string | readonly string[]>>;

export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Context;
  readonly resourceInManagementAccount?: boolean;
}

/** What is asked and every document that has a say: each an object or a JSON text. */
export interface Line {
  readonly principal: Caller;
  readonly request: Asked;
  readonly identityPolicies: readonly unknown[];
  readonly permissionsBoundary?: unknown;
  readonly sessionPolicies?: readonly unknown[];
  readonly serviceControlPolicies?: readonly (readonly unknown[])[];
  readonly resourceControlPolicies?: readonly (readonly unknown[])[];
  readonly resourcePolicy?: unknown;
  readonly vpcEndpointPolicy?: unknown;
}

export type Decision = 'allowed' | 'explicitDeny' | 'implicitDeny';
