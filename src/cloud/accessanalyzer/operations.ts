// Access Analyzer: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const ACCESS_ANALYZER: readonly Operation[] = [];
