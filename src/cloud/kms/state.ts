// Keys of an account. Their policies are in `resourcePolicies`.
import type { Named } from '../cloud.ts';

export interface KmsState {
  /** By key id. */
  readonly keys: Named<KmsKey>;
  /** Alias → key id. */
  readonly aliases: Named<string>;
}

export interface KmsKey {
  readonly created: number;
  readonly enabled: boolean;
}
