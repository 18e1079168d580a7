// Systems Manager: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const SSM: readonly Operation[] = [];
