// SQS: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const SQS: readonly Operation[] = [];
