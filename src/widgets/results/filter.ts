// Which questions of a result are wanted.
import { isCorrect, type Facts } from './facts.ts';
import type { Item } from './scored.ts';
import type { Changed } from './use-changes.ts';

export const FILTERS = ['all', 'wrong', 'flagged', 'sure', 'changed'] as const;
export type Filter = (typeof FILTERS)[number];

export interface Wanted {
  readonly filter: Filter;
  /** Of the blueprint; empty for every one. */
  readonly domain: string;
}

type Known = Pick<Facts, 'items' | 'sitting' | 'visible'> & { readonly changes: readonly Changed[] };

const IS: Readonly<Record<Filter, (item: Item, known: Known) => boolean>> = {
  all: () => true,
  wrong: (item, { visible }) => visible.score && !isCorrect(item),
  flagged: ({ full }, { sitting }) => sitting.flagged.includes(full.id),
  sure: ({ full }, { sitting }) => sitting.confidence[full.id] === 3,
  changed: ({ full }, { changes }) => changes.some(({ id }) => id === full.id),
};

export function wantedItems(known: Known, { filter, domain }: Wanted): readonly Item[] {
  const { items, sitting } = known;
  return items.filter(
    (item) =>
      IS[filter](item, known) && (domain === '' || sitting.form.places[item.full.id]?.domain === domain),
  );
}

/** Filters that leave something, all of it first. */
export function filledFilters(known: Known): readonly Filter[] {
  return FILTERS.filter(
    (filter) => filter === 'all' || wantedItems(known, { filter, domain: '' }).length > 0,
  );
}
