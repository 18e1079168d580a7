// Networks of an account.
import type { Named } from '../cloud.ts';

export interface NetworkState {
  /** By id. */
  readonly vpcs: Named<{ readonly cidr: string }>;
}
