// The colour of an outcome, by the name of its class.
import { TONES as DECIDED } from '#widgets/lab/Path.tsx';
import type { Outcome } from './matrix.ts';

export const TONES: Readonly<Record<Outcome, string>> = { ...DECIDED, failed: 'failed' };
