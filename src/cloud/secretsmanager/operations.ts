// Secrets Manager: every operation that is simulated.
import type { Operation } from '../operation.ts';

export const SECRETS_MANAGER: readonly Operation[] = [];
