// The table's rows for STS.
import { STS_FEDERATION_ROWS } from './sts-federation.ts';
import { STS_SESSION_ROWS } from './sts-sessions.ts';
import type { Row } from './row.ts';

export const STS_ROWS: readonly Row[] = [...STS_SESSION_ROWS, ...STS_FEDERATION_ROWS];
