import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceMarks, RULES, weighted, type Confidence, type RuleName, type Tally } from './rules.ts';

const NAMES = Object.keys(RULES) as RuleName[];
const tally = fc
  .record({ of: fc.integer({ min: 1, max: 7 }), right: fc.nat(7), wrong: fc.nat(7) })
  .map(({ of, right, wrong }): Tally => ({ of, right: Math.min(of, right), wrong }));

describe.each(NAMES)('the rule %s', (name) => {
  const worth = RULES[name];

  it('[blank-is-nothing] gives a blank nothing', () => {
    for (let of = 1; of < 8; of += 1) expect(worth({ right: 0, wrong: 0, of })).toBe(0);
  });

  it('[bounded] gives from nothing to all, and all for what is wholly right alone', () => {
    fc.assert(
      fc.property(tally, (one) => {
        expect(worth(one)).toBeGreaterThanOrEqual(0);
        expect(worth(one)).toBeLessThanOrEqual(1);
        expect(worth(one) === 1).toBe(one.right === one.of && one.wrong === 0);
      }),
    );
  });

  it('[monotone] gives no less for one right choice more or one wrong choice fewer', () => {
    fc.assert(
      fc.property(tally, (one) => {
        const better = { ...one, right: Math.min(one.of, one.right + 1) };
        const worse = { ...one, wrong: one.wrong + 1 };
        expect(worth(better)).toBeGreaterThanOrEqual(worth(one));
        expect(worth(worse)).toBeLessThanOrEqual(worth(one));
      }),
    );
  });
});

it.each([
  [3, 0, 1, 1],
  [2, 0, 0, 2 / 3],
  [2, 1, 0, 1 / 3],
  [1, 2, 0, 0],
  [3, 1, 0, 2 / 3],
])(
  '[rules] %i right and %i wrong of three: %d by all or nothing, %d by parts',
  (right, wrong, all, parts) => {
    expect(RULES.allOrNothing({ right, wrong, of: 3 })).toBe(all);
    expect(RULES.partial({ right, wrong, of: 3 })).toBe(parts);
  },
);

describe('confidence', () => {
  const levels: readonly Confidence[] = [1, 2, 3];

  it('[golden] marks 1, 2, 3 for right and 0, −2, −6 for wrong', () => {
    expect(levels.map((level) => confidenceMarks(true, level))).toEqual([1, 2, 3]);
    expect(levels.map((level) => confidenceMarks(false, level))).toEqual([0, -2, -6]);
  });

  it.each([
    [0.5, 1],
    [0.7, 2],
    [0.9, 3],
  ])('[honesty-pays] who is right with a chance of %d expects most by saying %i', (chance, best) => {
    const marks = levels.map(
      (level) => chance * confidenceMarks(true, level) + (1 - chance) * confidenceMarks(false, level),
    );
    expect(marks.indexOf(Math.max(...marks)) + 1).toBe(best);
  });
});

it('[weights] an item that weighs three counts three times, in what is expected too', () => {
  expect(weighted({ id: 'a', points: 1, max: 2, expected: 1.5 }, 3)).toEqual({
    id: 'a',
    points: 3,
    max: 6,
    expected: 4.5,
  });
});
