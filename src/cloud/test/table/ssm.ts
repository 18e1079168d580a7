// The table's rows for ssm.
import type { Row } from './row.ts';

export const SSM_ROWS: readonly Row[] = [];
