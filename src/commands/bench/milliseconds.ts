// How long some work takes, as the middle of several batches.
import { batch } from './batch.ts';
import { median } from './rounds.ts';

/** Milliseconds of processor time. */
export function milliseconds(work: () => unknown): number {
  batch(work, 200);
  return 1000 / median(Array.from({ length: 7 }, () => batch(work, 60)));
}
