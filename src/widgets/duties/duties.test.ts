import { describe, expect, it } from 'vitest';
import { duties as words } from '#strings';
import { ALL, chosenIn, DUTIES, NOTHING_SORTED, progressOf, TRAPS } from './duties.ts';

describe('the duties', () => {
  it('are twenty, each with its text and its reason, and three are traps', () => {
    expect(ALL).toHaveLength(20);
    expect(Object.keys(words.duties).toSorted()).toEqual([...ALL].toSorted());
    expect(TRAPS.size).toBe(3);
  });
});

describe('sorting', () => {
  it('counts what was chosen and what of it is right', () => {
    expect(progressOf(NOTHING_SORTED)).toEqual({ sorted: 0, right: 0 });
    expect(progressOf({ ...NOTHING_SORTED, guest: 'aws', fences: 'aws' })).toEqual({ sorted: 2, right: 1 });
    expect(progressOf(DUTIES)).toEqual({ sorted: 20, right: 20 });
  });
  it('takes nothing for an owner that is none', () => {
    const kept = { ...NOTHING_SORTED, guest: 'somebody' };
    expect(chosenIn(kept, 'guest')).toBeUndefined();
    expect(progressOf(kept).sorted).toBe(0);
  });
});
