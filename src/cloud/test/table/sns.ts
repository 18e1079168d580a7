// The table's rows for sns.
import type { Row } from './row.ts';

export const SNS_ROWS: readonly Row[] = [];
