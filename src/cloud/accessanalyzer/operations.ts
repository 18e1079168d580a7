// Access Analyzer: every operation that is simulated.
import type { Catalogue } from '#evaluator/validate';
import type { Operation } from '../operation.ts';
import { ANALYZERS } from './analyzers.ts';
import { CHECKS } from './checks.ts';
import { FINDINGS } from './findings.ts';
import { validatePolicy } from './validation.ts';

/** @param catalogue read when a policy is first validated */
export function accessAnalyzer(catalogue: () => Catalogue | undefined): readonly Operation[] {
  return [validatePolicy(catalogue), ...CHECKS, ...ANALYZERS, ...FINDINGS];
}

export const ACCESS_ANALYZER: readonly Operation[] = accessAnalyzer(() => undefined);
