import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeed, randomFrom, type Random } from './random.ts';
import { xoshiro128 } from './xoshiro.ts';

const several = (random: Random, count: number): number[] => Array.from({ length: count }, random.next);
const seeds = fc.maxSafeNat();

describe('xoshiro128**', () => {
  it('[golden] gives the numbers that its authors publish for the state 1, 2, 3, 4', () => {
    const next = xoshiro128(1, 2, 3, 4);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('a stream', () => {
  it('[golden] is the same in every engine and release', () => {
    expect(several(randomFrom(0), 4)).toEqual([3327202019, 3551661650, 895423865, 1542617952]);
    expect(several(randomFrom(2 ** 53 - 1, 'items'), 4)).toEqual([
      499704226, 2486003163, 3939826698, 2697304028,
    ]);
    expect(randomFrom(7, 'order').shuffle(Array.from('abcdefghij')).join('')).toBe('bajgifechd');
  });

  it('[every-bit-counts] changes with each of the 53 bits of the seed', () => {
    const first = Array.from({ length: 53 }, (_, bit) => randomFrom(2 ** bit).next());
    expect(new Set([...first, randomFrom(0).next()]).size).toBe(54);
  });

  it('[streams-are-apart] changes with each label and with where one ends', () => {
    const streams = [[], [''], ['', ''], ['ab'], ['a', 'b'], ['b', 'a'], ['ab', '']];
    expect(new Set(streams.map((labels) => randomFrom(1, ...labels).next())).size).toBe(streams.length);
  });

  it('[a-seed-is-whole] begins with a whole number from 0 to 2^53 − 1 and nothing else', () => {
    for (const seed of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(isSeed(seed)).toBe(false);
      expect(() => randomFrom(seed)).toThrow('no seed');
    }
    expect([0, 2 ** 53 - 1].every(isSeed)).toBe(true);
  });

  it('[below] draws whole numbers below the count, and refuses a count that has none', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), (seed, count) => {
        const drawn = randomFrom(seed).below(count);
        return Number.isInteger(drawn) && drawn >= 0 && drawn < count;
      }),
    );
    for (const count of [0, -1, 1.5, 2 ** 32 + 1]) {
      expect(() => randomFrom(1).below(count)).toThrow('nothing can be drawn');
    }
  });

  it('[below-is-fair] draws each number equally often, also where 2^32 is no multiple of the count', () => {
    const random = randomFrom(3, 'fair');
    const third = 3 * 2 ** 30;
    const low = Array.from({ length: 20_000 }, () => random.below(third)).filter((n) => n < 2 ** 30).length;
    expect(low / 20_000).toBeGreaterThan(0.32);
    expect(low / 20_000).toBeLessThan(0.35);
  });

  it('[shuffle] keeps every item, and gives each order equally often', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.option(fc.nat(), { nil: undefined })), (seed, list) => {
        const order = (items: readonly (number | undefined)[]): string => items.map(String).toSorted().join();
        expect(order(randomFrom(seed).shuffle(list))).toBe(order(list));
      }),
    );
    const random = randomFrom(5, 'orders');
    const times = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(6);
    expect(Math.min(...times.values())).toBeGreaterThan(900);
    expect(Math.max(...times.values())).toBeLessThan(1100);
  });
});
