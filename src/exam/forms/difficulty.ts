// Leads a form towards its difficulty: items give way to others of the same domain, task and kind.
import type { Random } from '../random.ts';
import type { Difficulty, Drawable } from './blueprint.ts';

interface Sums {
  readonly expected: number;
  readonly max: number;
}

const sumsOf = (items: readonly Drawable[]): Sums => ({
  expected: items.reduce((sum, item) => sum + item.expected, 0),
  max: items.reduce((sum, item) => sum + item.max, 0),
});

const swapped = (sums: Sums, out: Drawable, into: Drawable): Sums => ({
  expected: sums.expected - out.expected + into.expected,
  max: sums.max - out.max + into.max,
});

/**
 * The chosen items, some of them changed for others, so that the share of points that is expected of a minimally
 * qualified candidate comes within the tolerance; as near as such changes bring it, where the items allow no more.
 * @param others what may stand in an item's place
 */
export function meetDifficulty(
  chosen: readonly Drawable[],
  others: (item: Drawable) => readonly Drawable[],
  { target, within }: Difficulty,
  random: Random,
): readonly Drawable[] {
  const items = [...chosen];
  const used = new Set(items);
  const distance = ({ expected, max }: Sums): number => Math.abs(expected / max - target);
  let sums = sumsOf(items);
  let before = Infinity;
  while (distance(sums) > within && distance(sums) < before) {
    before = distance(sums);
    for (const at of random.shuffle([...items.keys()])) {
      const out = items[at];
      if (!out || distance(sums) <= within) continue;
      const into = random
        .shuffle(others(out))
        .find((other) => !used.has(other) && distance(swapped(sums, out, other)) < distance(sums));
      if (!into) continue;
      items[at] = into;
      used.add(into);
      sums = swapped(sums, out, into);
    }
  }
  return items;
}
