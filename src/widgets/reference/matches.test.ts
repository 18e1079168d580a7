import { describe, expect, it } from 'vitest';
import { matches } from './matches.ts';

describe('a row is left', () => {
  it.each(['', '  ', 'bool', 'BOOL', 'bool false'])('by %j', (query) => {
    expect(matches('Bool — true or false', query)).toBe(true);
  });
  it.each(['null', 'bool null'])('and not by %j', (query) => {
    expect(matches('Bool — true or false', query)).toBe(false);
  });
});
