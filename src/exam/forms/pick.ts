// An item on a form, and which of its siblings stands for it.
import { randomFrom } from '../random.ts';
import type { Drawable, Picked } from './blueprint.ts';

export interface Shift {
  /** So many siblings further than those that the seed draws. */
  readonly shift?: number;
}

/** The sibling depends on the seed and the item alone: the same on every form of the seed. */
export function pick(
  { id, siblings }: Drawable,
  seed: number,
  { shift = 0, scored }: Shift & { readonly scored: boolean },
): Picked {
  const drawn = siblings === 1 ? 0 : randomFrom(seed, 'sibling', id).below(siblings);
  return { id, sibling: (drawn + shift) % siblings, scored };
}

/** The order of the bank that every engine agrees on. */
export const byId = (a: Drawable, b: Drawable): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
