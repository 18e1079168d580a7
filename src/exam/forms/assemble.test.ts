import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { assemble } from './assemble.ts';
import type { Blueprint, Drawable, Picked } from './blueprint.ts';
import { BLUEPRINT, bankOf, itemOf, PLAIN } from './test/bank.ts';

const seeds = fc.maxSafeNat();

/** @throws Error when the bank cannot fill the form */
function picksOf(
  blueprint: Blueprint,
  bank: readonly Drawable[],
  seed: number,
  shift = 0,
): readonly Picked[] {
  const form = assemble(blueprint, bank, seed, { shift });
  if ('missing' in form) throw new Error(form.missing.join('; '));
  return form.picks;
}

const BANK = bankOf(300);
const ITEMS = new Map(BANK.map((item) => [item.id, item]));
const itemsOf = (picks: readonly Picked[]): Drawable[] => picks.flatMap(({ id }) => ITEMS.get(id) ?? []);
const scoredOf = (picks: readonly Picked[]): Drawable[] => itemsOf(picks.filter(({ scored }) => scored));

/** How many there are of each. */
function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe('a form', () => {
  it('[exact] keeps to its blueprint for 10,000 seeds: domains, kinds, enemies, difficulty, each item once', () => {
    const forms = new Set<string>();
    const random = randomFrom(1, 'seeds');
    for (let i = 0; i < 10_000; i += 1) {
      const picks = picksOf(BLUEPRINT, BANK, i < 5000 ? i : random.next() * 2 ** 21 + i);
      const items = itemsOf(picks);
      const scored = scoredOf(picks);
      const names = items.flatMap(({ enemies }) => enemies);
      const share =
        scored.reduce((sum, { expected }) => sum + expected, 0) /
        scored.reduce((sum, { max }) => sum + max, 0);
      const found = {
        items: new Set(items).size,
        domains: tally(scored.map(({ domain }) => domain)),
        kinds: tally(scored.map(({ kind }) => kind)),
        enemies: names.length - new Set(names).size,
        difficult: Math.abs(share - 0.68) < 0.010001,
      };
      // Thousands of comparisons by toEqual would take most of the time.
      if (JSON.stringify(sorted(found)) !== EXACT) expect(sorted(found)).toEqual(JSON.parse(EXACT));
      forms.add(picks.map(({ id }) => id).join());
    }
    expect(forms.size).toBe(10_000);
  });
  const sorted = ({ domains, kinds, ...rest }: Found): unknown => ({
    ...rest,
    domains: Object.entries(domains).toSorted(),
    kinds: Object.entries(kinds).toSorted(),
  });
  interface Found {
    readonly items: number;
    readonly domains: Record<string, number>;
    readonly kinds: Record<string, number>;
    readonly enemies: number;
    readonly difficult: boolean;
  }
  const EXACT = JSON.stringify(
    sorted({
      items: 65,
      domains: { detection: 16, identity: 14, data: 11, governance: 9 },
      kinds: { single: 20, multiple: 12, ordering: 7, matching: 6, predict: 5 },
      enemies: 0,
      difficult: true,
    }),
  );

  it('[golden] is the same in every engine and release', () => {
    const picks = picksOf(
      { ...BLUEPRINT, scored: 8, unscored: 3, kinds: { single: 5, predict: 3 } },
      BANK,
      42,
    );
    expect(picks.map(({ id, sibling, scored }) => `${id}/${sibling}${scored ? '' : ' unscored'}`)).toEqual([
      'item-0013/0',
      'item-0050/5',
      'item-0075/0',
      'item-0218/0',
      'item-0098/0',
      'item-0154/0 unscored',
      'item-0049/0 unscored',
      'item-0269/4',
      'item-0060/0 unscored',
      'item-0006/0',
      'item-0037/0',
    ]);
  });

  it('[any-order] does not depend on the order in which the bank lists its items', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(BLUEPRINT, PLAIN), (seed, blueprint) => {
        const other = randomFrom(seed, 'bank').shuffle(BANK);
        expect(picksOf(blueprint, other, seed)).toEqual(picksOf(blueprint, BANK, seed));
      }),
      { numRuns: 30 },
    );
  });

  it('[tasks-by-weight] shares a domain among its tasks by their weights, less than one off', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const tasks = tally(scoredOf(picksOf(BLUEPRINT, BANK, seed)).map(({ task }) => task));
      expect(tasks).toMatchObject({ '1.1': 4, '1.2': 8, '1.3': 4, '2.1': 7, '2.2': 7, '4.1': 9 });
      expect([tasks['3.1'], tasks['3.2'], tasks['3.3']].toSorted()).toEqual([3, 4, 4]);
    }
  });

  it('[tasks-as-far-as-they-go] leaves to the other tasks what one has no items for', () => {
    const thin = BANK.filter(({ task, id }) => task !== '2.1' || id < 'item-0030');
    const there = thin.filter(({ task }) => task === '2.1').length;
    expect(there).toBeLessThan(7);
    const tasks = tally(scoredOf(picksOf(BLUEPRINT, thin, 3)).map(({ task }) => task));
    expect((tasks['2.1'] ?? 0) + (tasks['2.2'] ?? 0)).toBe(14);
    expect(tasks['2.2']).toBeGreaterThan(7);
  });

  it('[kinds-need-a-plan] finds the only way in which the kinds fit the domains', () => {
    const blueprint: Blueprint = {
      exam: 'X',
      scored: 4,
      unscored: 0,
      domains: [
        { id: 'a', weight: 1, tasks: [{ id: 'a1' }, { id: 'a2' }] },
        { id: 'b', weight: 1, tasks: [{ id: 'b1' }] },
      ],
      kinds: { single: 2, ordering: 2 },
    };
    const bank = [
      ...['s1', 's2', 's3'].map((id) => itemOf(id)),
      itemOf('o1', { kind: 'ordering', task: 'a2' }),
      itemOf('o2', { kind: 'ordering', domain: 'b', task: 'b1' }),
      ...['s4', 's5'].map((id) => itemOf(id, { domain: 'b', task: 'b1' })),
    ];
    for (let seed = 0; seed < 100; seed += 1) {
      const ids = picksOf(blueprint, bank, seed).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining(['o1', 'o2']));
    }
  });

  it('[kinds-before-tasks] takes more from a task than its weight where the kinds are nowhere else', () => {
    const blueprint: Blueprint = {
      exam: 'X',
      scored: 2,
      unscored: 0,
      domains: [{ id: 'a', weight: 1, tasks: [{ id: 'a1' }, { id: 'a2' }] }],
      kinds: { ordering: 2 },
    };
    const bank = [
      ...['o1', 'o2', 'o3'].map((id) => itemOf(id, { kind: 'ordering' })),
      ...['m1', 'm2'].map((id) => itemOf(id, { kind: 'multiple', task: 'a2' })),
    ];
    const needy = { ...blueprint, scored: 3, kinds: { ordering: 2, multiple: 1 } };
    const even = { ...blueprint, scored: 4, kinds: { ordering: 3, multiple: 1 } };
    const tasks = (plan: Blueprint): string[] =>
      picksOf(plan, bank, 1).map(({ id }) => bank.find((item) => item.id === id)?.task ?? '');
    expect(tally(tasks(blueprint))).toEqual({ a1: 2 });
    expect(tally(tasks(needy))).toEqual({ a1: 2, a2: 1 });
    expect(tally(tasks(even))).toEqual({ a1: 3, a2: 1 });
  });

  it('[enemies] are never together, also where they leave but one way', () => {
    const blueprint: Blueprint = {
      exam: 'X',
      scored: 3,
      unscored: 1,
      domains: [
        { id: 'a', weight: 2, tasks: [{ id: 'a1' }] },
        { id: 'b', weight: 1, tasks: [{ id: 'b1' }] },
      ],
    };
    const bank = [
      itemOf('a-1', { enemies: ['x'] }),
      itemOf('a-2', { enemies: ['y'] }),
      itemOf('a-3', { enemies: ['x', 'y'] }),
      itemOf('b-1', { domain: 'b', task: 'b1', enemies: ['x'] }),
      itemOf('b-2', { domain: 'b', task: 'b1', enemies: ['z'] }),
      itemOf('b-3', { domain: 'b', task: 'b1' }),
    ];
    for (let seed = 0; seed < 200; seed += 1) {
      const ids = picksOf(blueprint, bank, seed).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(['a-1', 'a-2', 'b-2', 'b-3']);
    }
  });

  it('[difficulty] comes as near as the bank allows, and never at the cost of the counts', () => {
    const hard = { ...BLUEPRINT, difficulty: { target: 0.2, within: 0.01 } };
    const picks = scoredOf(picksOf(hard, BANK, 9));
    const usual = scoredOf(picksOf(PLAIN, BANK, 9));
    const share = (items: readonly Drawable[]): number =>
      items.reduce((sum, { expected }) => sum + expected, 0) / items.reduce((sum, { max }) => sum + max, 0);
    expect(share(picks)).toBeLessThan(share(usual) - 0.1);
    expect(tally(picks.map(({ kind }) => kind))).toEqual(tally(usual.map(({ kind }) => kind)));
    expect(tally(picks.map(({ task }) => task))).toEqual(tally(usual.map(({ task }) => task)));
  });

  it('[unmarked] mixes unscored items among the others, of every domain', () => {
    const places = Array.from({ length: 200 }, (_, seed) =>
      picksOf(BLUEPRINT, BANK, seed).flatMap(({ scored }, at) => (scored ? [] : [at])),
    );
    expect(places.every((list) => list.length === 15)).toBe(true);
    expect(new Set(places.flat()).size).toBe(65);
    const picks = picksOf(BLUEPRINT, BANK, 4).filter(({ scored }) => !scored);
    expect(tally(itemsOf(picks).map(({ domain }) => domain))).toEqual({
      detection: 5,
      identity: 4,
      data: 3,
      governance: 3,
    });
  });

  it('[sibling-form] has the same items in the same order, each by its next sibling', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const form = picksOf(BLUEPRINT, BANK, seed);
        const next = form.map(({ id, sibling, scored }) => {
          const siblings = ITEMS.get(id)?.siblings ?? 1;
          return { id, sibling: (sibling + 1) % siblings, scored };
        });
        expect(picksOf(BLUEPRINT, BANK, seed, 1)).toEqual(next);
        expect(picksOf(BLUEPRINT, BANK, seed, 6)).toEqual(form);
      }),
      { numRuns: 20 },
    );
  });

  it('[every-item] gets its turn, and every sibling', () => {
    const met = new Set<string>();
    for (let seed = 0; seed < 1000; seed += 1)
      for (const { id, sibling } of picksOf(BLUEPRINT, BANK, seed)) met.add(`${id}/${sibling}`);
    expect(met.size).toBe(BANK.reduce((sum, { siblings }) => sum + siblings, 0));
  });
});
