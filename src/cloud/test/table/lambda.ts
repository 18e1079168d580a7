// The table's rows for lambda.
import type { Row } from './row.ts';

export const LAMBDA_ROWS: readonly Row[] = [];
