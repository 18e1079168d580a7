import { describe, expect, it } from 'vitest';
import { measuresOf, onOneLine, shipsPolicy, sizesOf, type Quota } from './sizes.ts';

const QUOTAS: readonly Quota[] = [
  { id: 'user', quota: 2048 },
  { id: 'managed', quota: 6144 },
];
const partsOf = (text: string, parts: number): readonly number[] => {
  const sizes = sizesOf(text, parts);
  return 'fault' in sizes ? [] : sizes.parts;
};

describe('the size of a policy', () => {
  it('is the same on one line and on many', () => {
    const text = shipsPolicy(22);
    expect(partsOf(onOneLine(text), 1)).toEqual(partsOf(text, 1));
  });
  it('grows when inline policies share a quota, and is that of the largest when they do not', () => {
    const text = shipsPolicy(22);
    const [whole = 0] = partsOf(text, 1);
    const halves = partsOf(text, 2);
    const [user, managed] = measuresOf(halves, QUOTAS);
    expect(halves).toHaveLength(2);
    expect(user?.counted).toBeGreaterThan(whole);
    expect(user?.over).toBe((user?.counted ?? 0) - 2048);
    expect(managed?.counted).toBe(Math.max(...halves));
    expect(managed?.over).toBe(0);
  });
  it.each([
    ['', 1, 'empty'],
    ['{', 1, 'notJson'],
    ['[]', 1, 'notJson'],
    ['{}', 2, 'noStatements'],
    ['x'.repeat(200_001), 1, 'tooLong'],
  ] as const)('is none of %.10s in %i: %s', (text, parts, fault) => {
    expect(sizesOf(text, parts)).toEqual({ fault });
  });
});
