// Queues of an account. Their policies are in `resourcePolicies`.
import type { Named } from '../cloud.ts';

export interface QueueState {
  /** By ARN. */
  readonly queues: Named<{ readonly created: number }>;
}
