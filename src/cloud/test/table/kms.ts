// The table's rows for kms.
import type { Row } from './row.ts';

export const KMS_ROWS: readonly Row[] = [];
