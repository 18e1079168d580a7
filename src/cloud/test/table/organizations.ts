// The table's rows for organizations.
import type { Row } from './row.ts';

export const ORGANIZATIONS_ROWS: readonly Row[] = [];
