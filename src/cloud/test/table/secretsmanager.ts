// The table's rows for secretsmanager.
import type { Row } from './row.ts';

export const SECRETS_MANAGER_ROWS: readonly Row[] = [];
