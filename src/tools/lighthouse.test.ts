import { expect, it } from 'vitest';
import { scoresIn } from './lighthouse.ts';
import { median } from './median.ts';

it('a page counts by the middle one of three runs', () => {
  expect(median([100, 84, 99])).toBe(99);
});

it('scores are read as whole numbers, and one that could not be had is none', () => {
  const score = (value: number | null) => ({ score: value });
  const report = { categories: { performance: score(0.956), accessibility: score(1), seo: score(null) } };
  expect(scoresIn(JSON.stringify(report))).toEqual({
    performance: 96,
    accessibility: 100,
    'best-practices': 0,
    seo: 0,
  });
});
