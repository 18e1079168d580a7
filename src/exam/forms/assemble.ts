// From a blueprint, a bank of items and a seed to a form. It knows no clock, no candidate and no other form.
import { randomFrom } from '../random.ts';
import type { Blueprint, Drawable, Picked } from './blueprint.ts';
import { choose } from './choose.ts';
import { byId, pick, type Shift } from './pick.ts';

export type Assembled =
  | { readonly picks: readonly Picked[] }
  /** An author's error: what the bank has and what the blueprint needs. */
  | { readonly missing: readonly string[] };

/**
 * The form of a seed: the same for the same blueprint, bank and seed, in whichever order the bank lists its items.
 *
 * Scored items keep to the counts by domain and kind to the item, share a domain by its tasks' weights as far as the
 * bank allows, and come as near to the difficulty as exchanges within task and kind bring them. Unscored items are drawn
 * from what is left, by the weights of the domains as far as it goes. No two enemies are on the form.
 * @param shift 1 gives the sibling form: the same items in the same order, each by its next sibling
 * @throws RangeError when it is no seed
 */
export function assemble(
  blueprint: Blueprint,
  bank: readonly Drawable[],
  seed: number,
  { shift = 0 }: Shift = {},
): Assembled {
  const tasks = new Map(blueprint.domains.map((domain) => [domain.id, domain.tasks.map((task) => task.id)]));
  const items = bank.filter(({ domain, task }) => tasks.get(domain)?.includes(task)).toSorted(byId);
  const chosen = choose(blueprint, items, seed);
  if ('missing' in chosen) return chosen;
  const places = [
    ...chosen.scored.map((item) => ({ item, scored: true })),
    ...chosen.unscored.map((item) => ({ item, scored: false })),
  ];
  const picks = randomFrom(seed, 'order')
    .shuffle(places)
    .map(({ item, scored }) => pick(item, seed, { shift, scored }));
  return { picks };
}
