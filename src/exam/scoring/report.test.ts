import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random.ts';
import { reportOn, type ScoredItem } from './report.ts';

const item = (id: string, given: Partial<ScoredItem> = {}): ScoredItem => ({
  id,
  domain: 'a',
  task: 'a1',
  scored: true,
  points: 0,
  max: 1,
  expected: 0.72,
  ...given,
});

/** Fifty scored items of which so many are right, and fifteen unscored ones that are all right. */
const fifty = (right: number): ScoredItem[] => [
  ...Array.from({ length: 50 }, (_, at) => item(`item-${at}`, { points: at < right ? 1 : 0 })),
  ...Array.from({ length: 15 }, (_, at) => item(`extra-${at}`, { scored: false, points: 1 })),
];

describe('a report', () => {
  it.each([
    [0, 100, false],
    [35, 703, false],
    [36, 720, true],
    [37, 740, true],
    [45, 900, true],
    [50, 1000, true],
  ])(
    '[golden] on %i of fifty items whose estimates sum to 36 says %i, passed: %s',
    (right, scaled, passed) => {
      const report = reportOn(fifty(right), 720);
      expect(report).toMatchObject({ raw: right, max: 50, cut: 36, scaled, passed });
      expect(report.items).toHaveLength(65);
    },
  );

  it('[cut-is-the-sum] is not rounded to whole points: with 35.4, 35 fail and 36 pass', () => {
    const items = (right: number): ScoredItem[] =>
      Array.from({ length: 50 }, (_, at) => item(`${at}`, { points: at < right ? 1 : 0, expected: 0.708 }));
    expect(reportOn(items(35), 720)).toMatchObject({ cut: 35.4, scaled: 713, passed: false });
    expect(reportOn(items(36), 720)).toMatchObject({ cut: 35.4, scaled: 732, passed: true });
  });

  it('[parts] tells of each domain and task its points, share and interval, and whether it meets its own cut', () => {
    const { domains, tasks, items } = reportOn(
      [
        item('4', { domain: 'b', task: 'b1', points: 2, max: 3, expected: 1.9 }),
        item('1', { points: 1 }),
        item('2', { task: 'a2', expected: 0.4 }),
        item('3', { domain: 'c', task: 'c1', scored: false, points: 1 }),
      ],
      720,
    );
    expect(domains).toEqual([
      { id: 'a', points: 1, max: 2, share: 0.5, interval: expect.anything() as unknown, meets: false },
      { id: 'b', points: 2, max: 3, share: 2 / 3, interval: expect.anything() as unknown, meets: true },
    ]);
    expect(domains[0]?.interval.low).toBeCloseTo(0.0945, 4);
    expect(tasks.map(({ id, points, max, meets }) => [id, points, max, meets])).toEqual([
      ['a1', 1, 1, true],
      ['a2', 0, 1, false],
      ['b1', 2, 3, true],
    ]);
    expect(items).toEqual([
      { id: '4', points: 2, max: 3, correct: false },
      { id: '1', points: 1, max: 1, correct: true },
      { id: '2', points: 0, max: 1, correct: false },
      { id: '3', points: 1, max: 1, correct: true },
    ]);
  });

  it('[exact-sums] takes three thirds for a whole', () => {
    const thirds = ['1', '2', '3'].map((id) => item(id, { points: 1 / 3, expected: 1 / 3 }));
    expect(reportOn(thirds, 720)).toMatchObject({ raw: 1, cut: 1, passed: true });
  });

  it('[no-items] says of nothing at all that it is not passed', () => {
    expect(reportOn([], 720)).toMatchObject({ raw: 0, max: 0, scaled: 100, passed: false, domains: [] });
  });
});

describe('whatever the items,', () => {
  const scored = fc
    .record({
      domain: fc.constantFrom('a', 'b', 'c'),
      scored: fc.boolean(),
      max: fc.integer({ min: 1, max: 4 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      hard: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ domain, scored: counts, max, part, hard }) =>
      item('', { domain, task: `${domain}1`, scored: counts, max, points: part * max, expected: hard * max }),
    );
  const lists = fc
    .array(scored, { minLength: 1, maxLength: 70 })
    .map((items) => [
      item('first', { points: 1 }),
      ...items.map((one, at) => ({ ...one, id: `item-${at}` })),
    ]);
  const each = (items: readonly ScoredItem[], points: (item: ScoredItem) => number): ScoredItem[] =>
    items.map((one) => ({ ...one, points: points(one) }));

  it('[blank-is-nothing] an empty answer gets 100 and does not pass, and full marks get 1,000 and pass', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const blank = each(items, () => 0);
        expect(reportOn(blank, 720)).toMatchObject({ raw: 0, scaled: 100, passed: false });
        const full = reportOn(
          each(items, ({ max }) => max),
          720,
        );
        expect(full).toMatchObject({ raw: full.max, scaled: 1000, passed: true });
      }),
    );
  });

  it('[order-free] the order of the items changes nothing but the order of the list', () => {
    fc.assert(
      fc.property(lists, fc.maxSafeNat(), (items, seed) => {
        const { items: list, ...rest } = reportOn(items, 720);
        const { items: other, ...same } = reportOn(randomFrom(seed).shuffle(items), 720);
        expect(same).toEqual(rest);
        expect(new Set(other.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
      }),
    );
  });

  it('[monotone] one item better answered makes no sum, score or verdict worse', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (items, chosen) => {
        const better = items.map((one, at) =>
          at === chosen % items.length ? { ...one, points: one.max } : one,
        );
        const [before, after] = [reportOn(items, 720), reportOn(better, 720)];
        expect(after.raw).toBeGreaterThanOrEqual(before.raw);
        expect(after.scaled).toBeGreaterThanOrEqual(before.scaled);
        expect(Number(after.passed)).toBeGreaterThanOrEqual(Number(before.passed));
        after.domains.forEach(({ meets, share }, at) => {
          expect(share).toBeGreaterThanOrEqual(before.domains[at]?.share ?? 1);
          expect(Number(meets)).toBeGreaterThanOrEqual(Number(before.domains[at]?.meets));
        });
      }),
    );
  });

  it('[bounded] every figure lies where it must, and unscored items change none of them', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const report = reportOn(items, 720);
        expect(report.raw).toBeLessThanOrEqual(report.max);
        expect(report.cut).toBeGreaterThan(0);
        expect(report.cut).toBeLessThanOrEqual(report.max);
        expect(report.scaled >= 720).toBe(report.passed);
        expect(report.passed).toBe(report.raw >= report.cut);
        const alone = reportOn(
          items.filter((one) => one.scored),
          720,
        );
        expect({ ...alone, items: report.items }).toEqual(report);
      }),
    );
  });
});
