// Secrets of an account. Their policies are in `resourcePolicies`.
import type { Named } from '../cloud.ts';

export interface SecretState {
  /** By name. */
  readonly secrets: Named<{ readonly arn: string; readonly created: number }>;
}
