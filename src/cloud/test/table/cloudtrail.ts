// The table's rows for cloudtrail.
import type { Row } from './row.ts';

export const CLOUDTRAIL_ROWS: readonly Row[] = [];
