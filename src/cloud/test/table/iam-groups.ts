// The table's rows for iam groups.
import type { Row } from './row.ts';

export const IAM_GROUP_ROWS: readonly Row[] = [];
