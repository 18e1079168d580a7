// KMS: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { ALIASES } from './aliases.ts';
import { CRYPTO } from './crypto.ts';
import { GRANTS } from './grants.ts';
import { KEY_POLICIES } from './key-policies.ts';
import { KEYS } from './keys.ts';
import { KEY_LISTS } from './lists.ts';
import { KEY_TAGS } from './tagging.ts';

export const KMS: readonly Operation[] = [
  ...[...KEYS, ...KEY_POLICIES, ...KEY_LISTS, ...KEY_TAGS],
  ...[...ALIASES, ...GRANTS, ...CRYPTO],
];
