// The table's rows for sts.
import type { Row } from './row.ts';

export const STS_ROWS: readonly Row[] = [];
