import { expect, it } from 'vitest';
import { quadrantsOf } from './confidence.ts';

it('[quadrants] tells sure from unsure and right from wrong, and leaves out what nothing was said of', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, correct: i % 2 === 0 }));
  expect(quadrantsOf(items, { a: 3, b: 3, c: 1, d: 2 })).toEqual({
    'sure-wrong': ['b'],
    'unsure-right': ['c'],
    'unsure-wrong': ['d'],
    'sure-right': ['a'],
  });
});
