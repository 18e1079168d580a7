import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import type { Picked } from './blueprint.ts';
import { BLUEPRINT, bankOf } from './test/bank.ts';
import { unseenFirst } from './unseen.ts';

const FORMS: Readonly<Record<number, readonly string[]>> = { 1: ['a', 'b'], 2: ['b', 'c'], 3: ['d', 'a'] };
const formOf = (seed: number) => (FORMS[seed] ?? []).map((id) => ({ id }));

describe('unseen first', () => {
  it.each([
    ['nothing was seen', {}, 1],
    ['one item of the first was seen', { a: 1 }, 2],
    ['what was seen twice counts twice', { a: 1, c: 2, b: 1 }, 3],
    ['all was seen alike', { a: 1, b: 1, c: 1, d: 1 }, 1],
  ])(
    '[least-seen] takes the seed whose form shows the least, of equals the first: %s',
    (_what, seen, seed) => {
      expect(unseenFirst([1, 2, 3], formOf, new Map(Object.entries(seen)))).toBe(seed);
    },
  );

  it('[a-form-is-its-seed] shows a candidate fewer items again than the next seed would', () => {
    const bank = bankOf(300);
    const picksOf = (seed: number): readonly Picked[] => {
      const form = assemble(BLUEPRINT, bank, seed);
      return 'picks' in form ? form.picks : [];
    };
    const again = (seed: number, seen: ReadonlyMap<string, number>): number =>
      picksOf(seed).filter(({ id }) => seen.has(id)).length;
    fc.assert(
      fc.property(fc.nat(2 ** 30), (first) => {
        const seen = new Map(picksOf(first).map(({ id }) => [id, 1]));
        const seeds: [number, ...number[]] = [
          first + 1,
          ...Array.from({ length: 15 }, (_, i) => first + 2 + i),
        ];
        const least = Math.min(...seeds.map((seed) => again(seed, seen)));
        expect(again(unseenFirst(seeds, picksOf, seen), seen)).toBe(least);
      }),
      { numRuns: 10 },
    );
  });
});
