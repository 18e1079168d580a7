// The table's rows for iam policies.
import type { Row } from './row.ts';

export const IAM_POLICY_ROWS: readonly Row[] = [];
