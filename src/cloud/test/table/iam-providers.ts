// The table's rows for iam providers.
import type { Row } from './row.ts';

export const IAM_PROVIDER_ROWS: readonly Row[] = [];
