import { describe, expect, it } from 'vitest';
import type { Answer } from '../question.ts';
import { FORM, on, stay } from '../test/sittings.ts';
import { givenAnswers } from './given.ts';

const here = stay('a');
type Told = readonly [at: number, question: string, answer?: Answer];

/** Answers where there are some, visits where there are none. */
const given = (...told: readonly Told[]) =>
  givenAnswers(
    FORM.questions,
    told.map(([at, question, answer]) =>
      on(
        here(at),
        answer === undefined ? { type: 'visited', question } : { type: 'answered', question, answer },
      ),
    ),
  );

describe('the answers of a question', () => {
  it('[settled] count once they stood for three seconds, or the question was left with them', () => {
    expect(given([0, 'one', 'a'], [2999, 'one', 'b']).get('one')).toEqual(['b']);
    expect(given([0, 'one', 'a'], [3000, 'one', 'b']).get('one')).toEqual(['a', 'b']);
    expect(given([0, 'one', 'a'], [10, 'two'], [20, 'one'], [30, 'one', 'b']).get('one')).toEqual(['a', 'b']);
  });

  it('[on-the-way] that are half done are none, unless a whole one was given up for them', () => {
    expect(given([0, 'two', ['a']], [9000, 'two', ['a', 'b']]).get('two')).toEqual([['a', 'b']]);
    expect(given([0, 'two', ['a', 'b']], [9000, 'two', ['a']], [9100, 'two', ['a', 'c']]).get('two')).toEqual(
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    );
    expect(given([0, 'two', ['a', 'b']], [9000, 'two', ['a']], [9100, 'one']).get('two')).toEqual([
      ['a', 'b'],
      ['a'],
    ]);
    expect(given([0, 'two', ['a']], [9100, 'one']).has('two')).toBe(false);
  });

  it('[back-and-forth] may come again, and twice the same in a row is one', () => {
    expect(
      given([0, 'one', 'a'], [1, 'two'], [2, 'one', 'b'], [3, 'two'], [4, 'one', 'a'], [5, 'one']).get('one'),
    ).toEqual(['a', 'b', 'a']);
    expect(given([0, 'one', 'a'], [1, 'two'], [2, 'one', 'a']).get('one')).toEqual(['a']);
  });

  it('[readable] are answers to what is on the form', () => {
    expect(given([0, 'nine', 'a'], [1, 'one', 'z'])).toEqual(new Map());
  });
});
