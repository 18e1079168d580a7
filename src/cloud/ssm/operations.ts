// Systems Manager: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { INSTANCES } from './instances.ts';
import { PARAMETER_CHANGES } from './parameter-changes.ts';
import { PARAMETER_LISTS } from './parameter-lists.ts';
import { PARAMETER_READS } from './parameter-reads.ts';
import { SESSIONS } from './sessions.ts';
import { TAGGING } from './tagging.ts';

export const SSM: readonly Operation[] = [
  ...[...PARAMETER_READS, ...PARAMETER_CHANGES, ...PARAMETER_LISTS],
  ...[...INSTANCES, ...SESSIONS, ...TAGGING],
];
