// The table's rows for accessanalyzer.
import type { Row } from './row.ts';

export const ACCESS_ANALYZER_ROWS: readonly Row[] = [];
