// Analyzers of an account. What they find is worked out when somebody looks.
import type { Named } from '../cloud.ts';

export interface AnalyzerState {
  /** By ARN. */
  readonly analyzers: Named<Analyzer>;
}

export interface Analyzer {
  readonly name: string;
  readonly type: string;
  readonly created: number;
  readonly tags: Named<string>;
  /** As it was given. */
  readonly configuration?: unknown;
}
