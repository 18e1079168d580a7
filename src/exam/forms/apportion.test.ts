import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from './apportion.ts';

const open = (...weights: readonly number[]) => weights.map((weight) => ({ weight, room: Infinity }));
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('places by weight', () => {
  it.each([
    ['the domains of a security exam', 50, [16, 14, 18, 20, 18, 14], [8, 7, 9, 10, 9, 7]],
    ['of an associate exam', 50, [30, 26, 24, 20], [15, 13, 12, 10]],
    ['what whole numbers leave over', 15, [24, 30, 34, 12], [4, 4, 5, 2]],
    ['of equal remainders the first', 4, [1, 1, 1], [2, 1, 1]],
    ['nothing for what weighs nothing', 7, [0, 5, 0], [0, 7, 0]],
    ['no places', 0, [3, 4], [0, 0]],
    ['nobody to have them', 3, [0, 0], [0, 0]],
  ])('[largest-remainder] %s', (_what, total, weights, places) => {
    expect(apportion(total, open(...weights))).toEqual(places);
  });

  it('[room] what has no room for its places leaves them to the others by their weights', () => {
    const shares = [
      { weight: 6, room: 2 },
      { weight: 2, room: 9 },
      { weight: 1, room: 9 },
    ];
    expect(apportion(9, shares)).toEqual([2, 5, 2]);
    expect(apportion(40, shares)).toEqual([2, 9, 9]);
  });

  it('[largest-remainder] adds up, keeps within the room, and is less than one place off where there is room', () => {
    const share = fc.record({ weight: fc.integer({ min: 1, max: 60 }), room: fc.nat(40) });
    fc.assert(
      fc.property(fc.nat(100), fc.array(share, { minLength: 1, maxLength: 8 }), (total, shares) => {
        const places = apportion(total, shares);
        expect(sum(places)).toBe(Math.min(total, sum(shares.map(({ room }) => room))));
        places.forEach((count, at) => expect(count).toBeLessThanOrEqual(shares[at]?.room ?? 0));
        const weights = shares.map(({ weight }) => weight);
        apportion(total, open(...weights)).forEach((count, at) => {
          expect(Math.abs(count - (total * (weights[at] ?? 0)) / sum(weights))).toBeLessThan(1);
        });
      }),
    );
  });
});
