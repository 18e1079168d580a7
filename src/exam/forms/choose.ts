// Which items of a bank stand on a form.
import { randomFrom, type Random } from '../random.ts';
import { apportion } from './apportion.ts';
import type { Blueprint, Drawable } from './blueprint.ts';
import { ANY, cellOf, drawCells, poolOf, type Pool, type Shortage } from './cells.ts';
import { meetDifficulty } from './difficulty.ts';
import { findPeace, withoutEnemies } from './enemies.ts';
import { faultsOf, missingFor } from './missing.ts';

export interface Chosen {
  readonly scored: readonly Drawable[];
  readonly unscored: readonly Drawable[];
}

/**
 * Which of some enemies may stand is luck at first. Where luck leaves too few items, a way that fills the form is looked
 * for, and then who has the fewest enemies comes first.
 * @param items of the blueprint's domains and tasks, by id
 */
export function choose(
  blueprint: Blueprint,
  items: readonly Drawable[],
  seed: number,
): Chosen | { readonly missing: readonly string[] } {
  const faults = faultsOf(blueprint);
  if (faults.length > 0) return { missing: faults };
  const random = randomFrom(seed, 'items');
  const order = random.shuffle(items);
  const lucky = chooseFrom(blueprint, withoutEnemies(order), random);
  if (!('shortage' in lucky)) return lucky;

  const all = drawItems(blueprint, poolOf(items, blueprint), random);
  if (!all.items) return { missing: missingFor(blueprint, items, items, all.shortage) };
  const found = findPeace(order, (among) => drawItems(blueprint, poolOf(among, blueprint), random).items);
  const peaceable = order.toSorted((a, b) => a.enemies.length - b.enemies.length);
  const peaceful = withoutEnemies([...new Set([...found, ...peaceable])]);
  const sought = chooseFrom(blueprint, peaceful, random);
  return 'shortage' in sought ? { missing: missingFor(blueprint, peaceful, items, sought.shortage) } : sought;
}

function drawItems(
  blueprint: Blueprint,
  pool: Pool,
  random: Random,
): { readonly items: readonly Drawable[] } | { readonly items?: undefined; readonly shortage: Shortage } {
  const drawn = drawCells(blueprint, pool, random);
  if ('shortage' in drawn) return drawn;
  return { items: [...drawn.cells].flatMap(([cell, count]) => pool.get(cell)?.slice(0, count) ?? []) };
}

/** @param items of which any two may stand together, in the order of luck */
function chooseFrom(
  blueprint: Blueprint,
  items: readonly Drawable[],
  random: Random,
): Chosen | { readonly shortage: Shortage } {
  const pool = poolOf(items, blueprint);
  const drawn = drawItems(blueprint, pool, random);
  if (!drawn.items) return drawn;
  const { domains, difficulty, kinds, unscored } = blueprint;
  const scored = difficulty
    ? meetDifficulty(
        drawn.items,
        ({ domain, task, kind }) => pool.get(cellOf(domain, task, kinds ? kind : ANY)) ?? [],
        difficulty,
        random,
      )
    : drawn.items;

  const isOn = new Set(scored);
  const left = domains.map(({ id }) => items.filter((item) => item.domain === id && !isOn.has(item)));
  const places = apportion(
    unscored,
    domains.map(({ weight }, at) => ({ weight, room: left[at]?.length ?? 0 })),
  );
  const rest = left.flatMap((list, at) => list.slice(0, places[at]));
  return rest.length === unscored ? { scored, unscored: rest } : { shortage: { domains: [], kinds: [] } };
}
