// Items that may stand on one form together.
import type { Drawable } from './blueprint.ts';

/** As many of the items as come first and have no enemy among those before them. */
export function withoutEnemies(items: readonly Drawable[]): Drawable[] {
  const taken = new Set<string>();
  return items.filter(({ enemies }) => {
    if (enemies.some((name) => taken.has(name))) return false;
    for (const name of enemies) taken.add(name);
    return true;
  });
}

/** So many sets of items are tried before it is given up. */
const TRIES = 400;

/**
 * Looks for a set of items without enemies among them. Where two of a set that was drawn are enemies, each in turn is
 * drawn without the other, and then the set without both: nothing that could be is passed over until the tries run out.
 * @param draw a set of the items that is right but for enemies, or nothing when there is none
 */
export function findPeace(
  items: readonly Drawable[],
  draw: (items: readonly Drawable[]) => readonly Drawable[] | undefined,
): readonly Drawable[] {
  let tries = TRIES;
  const search = (among: readonly Drawable[]): readonly Drawable[] | undefined => {
    tries -= 1;
    const drawn = tries < 0 ? undefined : draw(among);
    const name = drawn && contested(drawn);
    if (name === undefined) return drawn;
    const rivals = drawn?.filter(({ enemies }) => enemies.includes(name)) ?? [];
    for (const rival of rivals) {
      const found = search(among.filter((item) => item === rival || !item.enemies.includes(name)));
      if (found) return found;
    }
    return search(among.filter((item) => !rivals.includes(item)));
  };
  return search(items) ?? [];
}

/** The name of a set of which there are two. */
function contested(items: readonly Drawable[]): string | undefined {
  const names = items.flatMap(({ enemies }) => enemies);
  return names.find((name, at) => names.indexOf(name) !== at);
}
