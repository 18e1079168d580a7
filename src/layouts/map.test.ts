import { describe, expect, it } from 'vitest';
import { lessonMap, linesOf } from './map.ts';
import { lessonsInOrder } from './paths.ts';

describe('the map of prerequisites', () => {
  it('has every lesson once, and to the right of what comes before it', () => {
    const { nodes } = lessonMap();
    const at = new Map(nodes.map(({ id, x }) => [id, x]));
    expect(at.size).toBe(lessonsInOrder().length);
    for (const { id, after } of lessonsInOrder())
      for (const before of after)
        expect(at.get(before), `${before} before ${id}`).toBeLessThan(at.get(id) ?? 0);
  });
  it.each([
    ['Users', ['Users']],
    ['Finding what is unused', ['Finding what is', 'unused']],
    ['How a decision is made today', ['How a decision is', 'made today']],
    ['One two three four five six seven eight nine ten eleven', ['One two three four', 'five six seven…']],
  ])('writes %s in two lines at most', (title, lines) => {
    expect(linesOf(title)).toEqual(lines);
  });
});
