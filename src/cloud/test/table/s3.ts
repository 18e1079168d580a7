// The table's rows for s3.
import type { Row } from './row.ts';

export const S3_ROWS: readonly Row[] = [];
