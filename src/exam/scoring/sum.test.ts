import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { exactSum } from './sum.ts';

it.each([
  ['nothing', [], 0],
  ['tenths', [0.1, 0.2], 0.3],
  ['fifty estimates', Array.from({ length: 50 }, () => 0.72), 36],
  ['three thirds', [1 / 3, 1 / 3, 1 / 3], 1],
])('[exact-sums] of %s', (_what, values, sum) => {
  expect(exactSum(values)).toBe(sum);
});

it('[order-free] is the same in any order, also where a sum lies between two thousandths', () => {
  const values = fc.array(fc.constantFrom(1 / 3, 1 / 6, 5 / 6, 1 / 7, 0.1, 0.0005), { maxLength: 40 });
  fc.assert(
    fc.property(values, fc.maxSafeNat(), (list, seed) => {
      expect(exactSum(randomFrom(seed).shuffle(list))).toBe(exactSum(list));
    }),
    { numRuns: 2000 },
  );
});
