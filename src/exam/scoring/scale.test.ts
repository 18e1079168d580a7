import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledScore } from './scale.ts';

describe('the scaled score', () => {
  it.each([
    [0, 100],
    [1, 117],
    [18, 410],
    [35, 703],
    [36, 720],
    [37, 740],
    [45, 900],
    [50, 1000],
  ])('[golden] is, of 50 items with a cut of 36 and a pass mark of 720, for %i points %i', (raw, scaled) => {
    expect(scaledScore({ raw, cut: 36, max: 50 }, 720)).toBe(scaled);
  });

  it('[below-stays-below] is below the pass mark where rounding would say that it is reached', () => {
    expect(scaledScore({ raw: 35.99, cut: 36, max: 50 }, 720)).toBe(719);
    expect(scaledScore({ raw: 999, cut: 1000, max: 1300 }, 720)).toBe(719);
  });

  it('[edges] knows a cut of almost nothing, a cut of all, and points beyond both ends', () => {
    expect(scaledScore({ raw: 0, cut: 0.001, max: 50 }, 720)).toBe(100);
    expect(scaledScore({ raw: 0.001, cut: 0.001, max: 50 }, 720)).toBe(720);
    expect(scaledScore({ raw: 49, cut: 50, max: 50 }, 720)).toBe(708);
    expect(scaledScore({ raw: 50, cut: 50, max: 50 }, 720)).toBe(1000);
    expect(scaledScore({ raw: -6, cut: 36, max: 50 }, 720)).toBe(100);
    expect(scaledScore({ raw: 51, cut: 36, max: 50 }, 720)).toBe(1000);
    expect(scaledScore({ raw: 0, cut: 0.001, max: 0 }, 720)).toBe(100);
  });

  it('[monotone] never falls as points rise, stays from 100 to 1,000, and is at the pass mark exactly from the cut on', () => {
    const marks = fc.constantFrom(700, 720, 750);
    const thousandths = fc.integer({ min: 1, max: 70_000 });
    fc.assert(
      fc.property(marks, thousandths, thousandths, fc.nat(70_000), fc.nat(70_000), (passMark, a, b, c, d) => {
        const [cut, max] = [Math.min(a, b) / 1000, Math.max(a, b) / 1000];
        const [less, more] = [Math.min(c, d) / 1000, Math.max(c, d) / 1000];
        const low = scaledScore({ raw: less, cut, max }, passMark);
        const high = scaledScore({ raw: more, cut, max }, passMark);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(100);
        expect(high).toBeLessThanOrEqual(1000);
        expect(low >= passMark).toBe(less >= cut);
        expect(Number.isInteger(low)).toBe(true);
      }),
    );
  });
});
