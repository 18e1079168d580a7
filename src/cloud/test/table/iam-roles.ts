// The table's rows for iam roles.
import type { Row } from './row.ts';

export const IAM_ROLE_ROWS: readonly Row[] = [];
