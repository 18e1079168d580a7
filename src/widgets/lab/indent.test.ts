// Tab in a policy's text: it adds, and whatever was there is still there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indent } from './indent.ts';

function after(text: string, start: number, end: number): string {
  const typed = indent(text, start, end);
  return text.slice(0, typed.start) + typed.text + text.slice(typed.end);
}

describe('Tab', () => {
  it('puts two spaces at the caret', () => {
    expect(after('{"a": 1}', 1, 1)).toBe('{  "a": 1}');
    expect(indent('{"a": 1}', 1, 1).selection).toEqual([3, 3]);
  });

  it('indents every line that a selection touches and keeps them selected', () => {
    const text = '{\n"a": 1,\n"b": 2\n}';
    expect(after(text, 4, 12)).toBe('{\n  "a": 1,\n  "b": 2\n}');
    expect(indent(text, 4, 12).selection).toEqual([2, 16]);
  });

  it('leaves a line alone at whose beginning the selection ends', () => {
    expect(after('a\nb\n', 0, 2)).toBe('  a\nb\n');
  });

  it('never takes a character away', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '"')).map((list) => list.join('')),
        fc.nat(30),
        fc.nat(30),
        (text, a, b) => {
          const [start = 0, end = 0] = [a, b].map((n) => Math.min(n, text.length)).toSorted((x, y) => x - y);
          const bare = (s: string): string => s.replaceAll(' ', '');
          expect(bare(after(text, start, end))).toBe(bare(text));
          expect(after(text, start, end).length).toBeGreaterThan(text.length);
        },
      ),
    );
  });
});
