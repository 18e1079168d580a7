// Functions of an account. Their policies are in `resourcePolicies`, their tags in `resourceTags`.
import type { Named } from '../cloud.ts';

export interface LambdaState {
  /** By region and name: `us-east-1 nightly`. */
  readonly functions: Named<LambdaFunction>;
}

export interface LambdaFunction {
  readonly name: string;
  readonly region: string;
  /** The ARN of its role. */
  readonly role: string;
  readonly runtime: string;
  readonly handler: string;
  readonly description: string;
  /** Seconds. */
  readonly timeout: number;
  readonly memory: number;
  readonly environment: Named<string>;
  readonly architecture: string;
  readonly storage: number;
  readonly code: Code;
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
  readonly tracing: string;
  readonly created: number;
  readonly modified: number;
  readonly revision: string;
  /** The revision of its policy. */
  readonly policyRevision?: string;
}

export interface Code {
  /** Base64 of a zip. */
  readonly zip: string;
  readonly size: number;
  /** Base64. */
  readonly sha256: string;
}
