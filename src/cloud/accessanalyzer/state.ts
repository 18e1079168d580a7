// Analyzers of an account.
import type { Named } from '../cloud.ts';

export interface AnalyzerState {
  /** By name. */
  readonly analyzers: Named<{ readonly type: string; readonly created: number }>;
}
