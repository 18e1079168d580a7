// Lambda: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { FUNCTIONS } from './functions.ts';
import { INVOKE } from './invoke.ts';
import { PERMISSIONS } from './permissions.ts';
import { TAGGING } from './tagging.ts';

export const LAMBDA: readonly Operation[] = [...FUNCTIONS, ...INVOKE, ...PERMISSIONS, ...TAGGING];
