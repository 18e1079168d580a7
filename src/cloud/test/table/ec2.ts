// The table's rows for ec2.
import type { Row } from './row.ts';

export const EC2_ROWS: readonly Row[] = [];
