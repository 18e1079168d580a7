// Functions of an account. Their policies are in `resourcePolicies`.
import type { Named } from '../cloud.ts';

export interface LambdaState {
  /** By name. */
  readonly functions: Named<{ readonly role: string; readonly created: number }>;
}
