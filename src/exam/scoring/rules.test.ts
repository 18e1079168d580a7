import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../question.ts';
import { confidenceMarks, countedBy, RULES, type Confidence, type RuleName, type Tally } from './rules.ts';

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

describe('how an exam counts', () => {
  const half: Points = { points: 0, max: 1, claims: [], elements: { right: 1, wrong: 0, of: 2 } };
  const full: Points = { points: 1, max: 1, claims: [], elements: { right: 2, wrong: 0, of: 2 } };
  const pair: Points = { points: 1, max: 2, claims: [], parts: { a: half, b: full } };

  it.each([
    ['all or nothing', 'allOrNothing', 1, half, 0, 1],
    ['partial credit', 'partial', 1, half, 0.5, 1],
    ['a weight', 'allOrNothing', 3, full, 3, 3],
    ['both', 'partial', 3, half, 1.5, 3],
    ['both, of a case study', 'partial', 2, pair, 3, 4],
    ['what has no parts', 'partial', 2, { points: 0, max: 1, claims: [] }, 0, 2],
  ] as const)('[counted] by %s', (_, rule, weight, worth, points, max) => {
    expect(countedBy({ rule, weight }, worth)).toMatchObject({ points, max });
  });

  it('[counted] tells the parts of a case study by the same rule', () => {
    expect(countedBy({ rule: 'partial', weight: 2 }, pair).parts).toMatchObject({
      a: { points: 1, max: 2 },
      b: { points: 2, max: 2 },
    });
  });
});
