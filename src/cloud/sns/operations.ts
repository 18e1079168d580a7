// SNS: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const SNS: readonly Operation[] = [];
