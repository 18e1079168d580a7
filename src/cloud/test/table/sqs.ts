// The table's rows for sqs.
import type { Row } from './row.ts';

export const SQS_ROWS: readonly Row[] = [];
