// The table's rows for iam credentials.
import type { Row } from './row.ts';

export const IAM_CREDENTIAL_ROWS: readonly Row[] = [];
