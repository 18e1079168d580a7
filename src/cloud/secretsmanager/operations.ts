// Secrets Manager: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { DELETION } from './deletion.ts';
import { PASSWORDS } from './passwords.ts';
import { SECRET_POLICIES } from './policies.ts';
import { READING } from './reading.ts';
import { WRITING } from './writing.ts';

export const SECRETS_MANAGER: readonly Operation[] = [
  ...[...WRITING, ...READING, ...DELETION, ...SECRET_POLICIES, ...PASSWORDS],
];
