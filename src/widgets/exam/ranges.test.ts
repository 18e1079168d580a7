// Marks in a text: in order, joined where they meet, cleared where they are made twice.
import { describe, expect, it } from 'vitest';
import { isMarked, turned } from './ranges.ts';

describe('marks', () => {
  it.each([
    [
      'stand alone',
      [[1, 4]],
      [6, 9],
      [
        [1, 4],
        [6, 9],
      ],
    ],
    [
      'stand in order',
      [[6, 9]],
      [1, 4],
      [
        [1, 4],
        [6, 9],
      ],
    ],
    ['join where they overlap', [[1, 4]], [3, 9], [[1, 9]]],
    ['join where they touch', [[1, 4]], [4, 9], [[1, 9]]],
    [
      'join over a gap',
      [
        [1, 4],
        [6, 9],
      ],
      [3, 7],
      [[1, 9]],
    ],
    ['are cleared when they are made again', [[1, 4]], [1, 4], []],
    [
      'are cut where their middle is made again',
      [[1, 9]],
      [3, 5],
      [
        [1, 3],
        [5, 9],
      ],
    ],
    ['are nothing where nothing was selected', [[1, 4]], [2, 2], [[1, 4]]],
  ] as const)('%s', (_what, before, range, after) => {
    expect(turned(before, range)).toEqual(after);
  });

  it('hold what lies within one of them', () => {
    expect([
      isMarked([[1, 9]], [2, 3]),
      isMarked(
        [
          [1, 4],
          [5, 9],
        ],
        [3, 6],
      ),
    ]).toEqual([true, false]);
  });
});
