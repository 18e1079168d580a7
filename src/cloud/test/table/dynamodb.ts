// The table's rows for dynamodb.
import type { Row } from './row.ts';

export const DYNAMODB_ROWS: readonly Row[] = [];
