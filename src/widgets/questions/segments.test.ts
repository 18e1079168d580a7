import { describe, expect, it } from 'vitest';
import { segmentsOf, type Placed } from './segments.ts';

const TEXT = ['{', '"a"', '"b"', '"c"', '}'].join('\n');

const at = (id: string, first: number, last: number): Placed => ({
  id,
  text: id,
  exhibit: 'policy',
  lines: [first, last],
});

/** Each segment as the text of its lines and the ids in it. */
const cut = (choices: readonly Placed[]): readonly (readonly [string, string])[] =>
  segmentsOf(TEXT, choices).map(({ lines, choices: here }) => [
    lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' '),
    here.map(({ id }) => id).join(' '),
  ]);

describe('a text is cut', () => {
  it('where each statement begins and ends, and none of it is lost', () => {
    expect(cut([at('second', 4, 4), at('first', 2, 3)])).toEqual([
      ['{', ''],
      ['"a" "b"', 'first'],
      ['"c"', 'second'],
      ['}', ''],
    ]);
  });

  it('into one segment of several statements where they share a line', () => {
    expect(cut([at('first', 2, 3), at('second', 3, 4)])).toEqual([
      ['{', ''],
      ['"a" "b" "c"', 'first second'],
      ['}', ''],
    ]);
  });

  it('into no piece too many where a statement is the whole text', () => {
    expect(cut([at('all', 1, 5)])).toEqual([['{ "a" "b" "c" }', 'all']]);
  });

  it('nowhere where nothing can be chosen', () => {
    expect(cut([])).toEqual([['{ "a" "b" "c" }', '']]);
  });
});
