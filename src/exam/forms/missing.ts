// Why a bank cannot fill a blueprint, in sentences for its author.
import { ANY, domainCounts, kindCounts, type Shortage } from './cells.ts';
import type { Blueprint, Drawable } from './blueprint.ts';

const named = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(', ');

/** What is wrong with a blueprint, whatever the bank. */
export function faultsOf({ scored, kinds }: Blueprint): readonly string[] {
  const sum = Object.values(kinds ?? {}).reduce((all, count) => all + count, 0);
  return kinds && sum !== scored ? [`the kinds add up to ${sum}, and ${scored} items are scored`] : [];
}

/**
 * @param items those that may stand on one form together; @param bank all that the blueprint may draw
 */
export function missingFor(
  blueprint: Blueprint,
  items: readonly Drawable[],
  bank: readonly Drawable[],
  shortage: Shortage,
): readonly string[] {
  const counts = domainCounts(blueprint);
  const kinds = kindCounts(blueprint);
  const isCounted = (item: Drawable): boolean =>
    !blueprint.kinds || Object.hasOwn(blueprint.kinds, item.kind);
  const there = (fits: (item: Drawable) => boolean): { count: number; text: string } => {
    const count = items.filter(fits).length;
    const all = bank.filter(fits).length;
    return { count, text: all > count ? `${count} there (${all} with their enemies)` : `${count} there` };
  };

  const short = [
    ...blueprint.domains.map(({ id }, at) => {
      const needed = counts[at] ?? 0;
      return { name: `domain \`${id}\``, needed, ...there((item) => item.domain === id && isCounted(item)) };
    }),
    ...kinds
      .filter(([kind]) => kind !== ANY)
      .map(([kind, needed]) => ({
        name: `kind \`${kind}\``,
        needed,
        ...there((item) => item.kind === kind),
      })),
  ].filter(({ count, needed }) => count < needed);
  if (short.length > 0) return short.map(({ name, needed, text }) => `${name}: ${text}, ${needed} needed`);

  if (shortage.domains.length === 0) {
    const { text } = there(() => true);
    return [`items: ${text}, ${blueprint.scored + blueprint.unscored} needed`];
  }

  // Each domain and each kind alone has enough: these domains have too few of these kinds.
  const inside = blueprint.domains.filter(({ id }) => shortage.domains.includes(id)).map(({ id }) => id);
  const wanted = kinds.filter(([kind]) => shortage.kinds.includes(kind));
  const elsewhere = counts
    .filter((_, at) => !inside.includes(blueprint.domains[at]?.id ?? ''))
    .reduce((sum, count) => sum + count, 0);
  const { text } = there((item) => inside.includes(item.domain) && shortage.kinds.includes(item.kind));
  const needed = wanted.reduce((sum, [, count]) => sum + count, 0) - elsewhere;
  return [`kinds ${named(shortage.kinds)} in domains ${named(inside)}: ${text}, at least ${needed} needed`];
}
