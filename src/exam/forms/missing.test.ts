import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';
import { assemble } from './assemble.ts';
import type { Blueprint, Drawable } from './blueprint.ts';
import { BLUEPRINT, bankOf, itemOf } from './test/bank.ts';

const missingOf = (blueprint: Blueprint, bank: readonly Drawable[]): readonly string[] => {
  const form = assemble(blueprint, bank, 1);
  return 'missing' in form ? form.missing : [];
};

describe('a bank that cannot fill a form', () => {
  const BANK = bankOf(300);
  const without = (fits: (item: Drawable) => boolean): Drawable[] => BANK.filter((item) => !fits(item));

  it.each([
    [
      'a domain',
      without(({ domain, id }) => domain === 'identity' && id > 'item-0020'),
      ['domain `identity`: 4 there, 14 needed'],
    ],
    [
      'several kinds',
      without(({ kind }) => kind === 'ordering' || kind === 'predict'),
      ['kind `ordering`: 0 there, 7 needed', 'kind `predict`: 0 there, 5 needed'],
    ],
    [
      'a kind within domains',
      without(({ kind, domain }) => domain === 'governance' && kind !== 'predict'),
      [
        'kinds `single`, `multiple`, `ordering`, `matching` in domains `governance`: 0 there, at least 4 needed',
      ],
    ],
  ])('[names-what-is-missing] %s', (_what, bank, missing) => {
    expect(missingOf(BLUEPRINT, bank)).toEqual(missing);
  });

  it('[names-what-is-missing] kinds that do not add up', () => {
    expect(missingOf({ ...BLUEPRINT, kinds: { single: 49 } }, BANK)).toEqual([
      'the kinds add up to 49, and 50 items are scored',
    ]);
  });

  it('[names-what-is-missing] leaves out what is of no domain or task of the blueprint', () => {
    const blueprint: Blueprint = {
      exam: 'X',
      scored: 2,
      unscored: 1,
      domains: [{ id: 'a', weight: 1, tasks: [{ id: 'a1' }] }],
    };
    const bank = [itemOf('1'), itemOf('2'), itemOf('3', { task: 'a2' }), itemOf('4', { domain: 'b' })];
    expect(missingOf(blueprint, bank)).toEqual(['items: 2 there, 3 needed']);
  });
});

/** Every way to fill it, tried one after the other. */
function canBeFilled({ scored, domains, kinds = {} }: Blueprint, bank: readonly Drawable[]): boolean {
  const counts = apportion(
    scored,
    domains.map(({ weight }) => ({ weight, room: Infinity })),
  );
  const left = (needed: Readonly<Record<string, number>>, of: string): number => needed[of] ?? 0;
  const take = (
    items: readonly Drawable[],
    byDomain: Readonly<Record<string, number>>,
    byKind: Readonly<Record<string, number>>,
  ): boolean => {
    if (Object.values(byDomain).every((count) => count === 0)) return true;
    const [item, ...rest] = items;
    if (!item) return false;
    const { domain, kind, enemies } = item;
    const fits = left(byDomain, domain) > 0 && left(byKind, kind) > 0;
    const friends = rest.filter((other) => !other.enemies.some((name) => enemies.includes(name)));
    return (
      (fits &&
        take(
          friends,
          { ...byDomain, [domain]: left(byDomain, domain) - 1 },
          { ...byKind, [kind]: left(byKind, kind) - 1 },
        )) ||
      take(rest, byDomain, byKind)
    );
  };
  return take(bank, Object.fromEntries(domains.map(({ id }, at) => [id, counts[at] ?? 0])), kinds);
}

describe('a small bank', () => {
  const blueprint: Blueprint = {
    exam: 'X',
    scored: 6,
    unscored: 0,
    domains: ['a', 'b', 'c'].map((id) => ({ id, weight: 1, tasks: [{ id: '1' }, { id: '2' }] })),
    kinds: { single: 3, multiple: 2, ordering: 1 },
  };
  const item = fc.record({
    domain: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('single', 'multiple', 'ordering'),
    task: fc.constantFrom('1', '2'),
    enemies: fc.uniqueArray(fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z'), { maxLength: 2 }),
  });

  it('[fills-when-it-can] fills a form exactly when there is a way to', () => {
    let filled = 0;
    fc.assert(
      fc.property(fc.array(item, { minLength: 8, maxLength: 14 }), fc.maxSafeNat(), (items, seed) => {
        const bank = items.map((given, at) => itemOf(`item-${at}`, given));
        const can = canBeFilled(blueprint, bank);
        expect('picks' in assemble(blueprint, bank, seed)).toBe(can);
        filled += can ? 1 : 0;
      }),
      { numRuns: 3000 },
    );
    expect(filled).toBeGreaterThan(100);
  });
});
