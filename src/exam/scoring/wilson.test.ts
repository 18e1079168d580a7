import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from './wilson.ts';

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [81, 263, 0.2553, 0.3662],
  ])('[golden] of %i in %i reaches from %d to %d', (points, max, low, high) => {
    expect(wilson(points, max).low).toBeCloseTo(low, 4);
    expect(wilson(points, max).high).toBeCloseTo(high, 4);
  });

  it('[nothing-known] of none reaches from nothing to all', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('[ends] begins at nothing exactly where nothing was got, and ends at all where all was', () => {
    for (let max = 1; max <= 200; max += 1) {
      expect(wilson(0, max).low).toBe(0);
      expect(wilson(max, max).high).toBe(1);
    }
  });

  it('[holds-the-share] lies from 0 to 1 around the share, and is narrower for ten times as many', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 200 }), (a, max) => {
        const points = Math.min(a, max);
        const { low, high } = wilson(points, max);
        expect(0 <= low && low <= points / max && points / max <= high && high <= 1).toBe(true);
        const more = wilson(points * 10, max * 10);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});
