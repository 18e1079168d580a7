// KMS: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const KMS: readonly Operation[] = [];
