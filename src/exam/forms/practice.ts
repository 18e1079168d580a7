// Lists of items to practise with, in the order of a seed. No form: nothing is counted out, and enemies may meet.
import { randomFrom } from '../random.ts';
import type { Drawable, Picked } from './blueprint.ts';
import { byId, pick, type Shift } from './pick.ts';

type Bank = readonly Drawable[];

/** Every item. */
export function marathon(bank: Bank, seed: number, shift?: Shift): readonly Picked[] {
  return inOrder(bank, seed).map((item) => pick(item, seed, { ...shift, scored: true }));
}

export function domainDrill(bank: Bank, seed: number, domain: string, shift?: Shift): readonly Picked[] {
  const items = bank.filter((item) => item.domain === domain);
  return marathon(items, seed, shift);
}

/** @param missed the ids of items */
export function missedOnly(
  bank: Bank,
  seed: number,
  missed: ReadonlySet<string>,
  shift?: Shift,
): readonly Picked[] {
  return marathon(
    bank.filter(({ id }) => missed.has(id)),
    seed,
    shift,
  );
}

/** @param share of the points that were got so far in the item's task; what was never tried is the weakest */
export function weakestFirst(
  bank: Bank,
  seed: number,
  share: (item: Drawable) => number | undefined,
  shift?: Shift,
): readonly Picked[] {
  const known = (item: Drawable): number => share(item) ?? 0;
  return inOrder(bank, seed)
    .toSorted((a, b) => known(a) - known(b))
    .map((item) => pick(item, seed, { ...shift, scored: true }));
}

const inOrder = (bank: Bank, seed: number): readonly Drawable[] =>
  randomFrom(seed, 'practice').shuffle(bank.toSorted(byId));
