// The table's rows for iam account.
import type { Row } from './row.ts';

export const IAM_ACCOUNT_ROWS: readonly Row[] = [];
