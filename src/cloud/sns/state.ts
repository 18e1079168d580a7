// Topics of an account. Their policies are in `resourcePolicies`.
import type { Named } from '../cloud.ts';

export interface TopicState {
  /** By ARN. */
  readonly topics: Named<{ readonly created: number }>;
}
