// Which seed shows a candidate the least that they have seen. A form stays a function of its seed and the bank alone.
import type { Picked } from './blueprint.ts';

/** @param seen how often each item was met; @returns of equally good seeds the first */
export function unseenFirst(
  seeds: readonly [number, ...number[]],
  formOf: (seed: number) => readonly Pick<Picked, 'id'>[],
  seen: ReadonlyMap<string, number>,
): number {
  const met = seeds.map((seed) => formOf(seed).reduce((sum, { id }) => sum + (seen.get(id) ?? 0), 0));
  return seeds[met.indexOf(Math.min(...met))] ?? seeds[0];
}
