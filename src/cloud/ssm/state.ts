// Parameters of an account and shells into its instances.
import type { Named } from '../cloud.ts';

export interface SystemsState {
  /** By name. */
  readonly parameters: Named<{ readonly value: string; readonly created: number }>;
}
