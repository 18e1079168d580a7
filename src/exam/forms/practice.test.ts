import { describe, expect, it } from 'vitest';
import { domainDrill, marathon, missedOnly, weakestFirst } from './practice.ts';
import { bankOf } from './test/bank.ts';

const BANK = bankOf(60);
const ids = (picks: readonly { readonly id: string }[]): string[] => picks.map(({ id }) => id);

describe('practice', () => {
  it('[marathon] asks every item once, in an order of its seed, whatever the order of the bank', () => {
    const picks = marathon(BANK, 5);
    expect(ids(picks).toSorted()).toEqual(ids(BANK));
    expect(ids(picks)).not.toEqual(ids(BANK));
    expect(marathon(BANK.toReversed(), 5)).toEqual(picks);
    expect(ids(marathon(BANK, 6))).not.toEqual(ids(picks));
  });

  it('[domain-drill] asks all of one domain and nothing else', () => {
    const data = BANK.filter(({ domain }) => domain === 'data');
    expect(ids(domainDrill(BANK, 5, 'data')).toSorted()).toEqual(ids(data));
  });

  it('[missed-only] asks what was missed, and no item that the bank no longer has', () => {
    const missed = new Set(['item-0003', 'item-0017', 'item-9999']);
    expect(ids(missedOnly(BANK, 5, missed)).toSorted()).toEqual(['item-0003', 'item-0017']);
  });

  it('[weakest-first] asks the weakest task first, and before it what was never tried', () => {
    const shares: Readonly<Record<string, number>> = { '1.1': 0.9, '1.2': 0.4, '2.1': 0.6 };
    const bank = BANK.filter(({ task }) => task in shares || task === '4.1');
    const tasks = weakestFirst(bank, 5, ({ task }) => shares[task]).map(
      ({ id }) => bank.find((item) => item.id === id)?.task,
    );
    expect([...new Set(tasks)]).toEqual(['4.1', '1.2', '2.1', '1.1']);
    expect(tasks).toHaveLength(bank.length);
  });

  it('[siblings] shows the next sibling of each when asked to', () => {
    const shown = new Map(marathon(BANK, 5).map(({ id, sibling }) => [id, sibling]));
    for (const { id, sibling } of marathon(BANK, 5, { shift: 1 })) {
      const siblings = BANK.find((item) => item.id === id)?.siblings ?? 1;
      expect(sibling).toBe(((shown.get(id) ?? 0) + 1) % siblings);
    }
  });
});
