// What a marker in a text becomes, and that one change of a fact reaches everything that cites it.
import { describe, expect, it } from 'vitest';
import { cite, wordsOf } from './cite.ts';

const facts = new Map(
  Object.entries({
    'groups-per-user': { value: 10 },
    'size-of-a-managed-policy': { value: 6144 },
    'assume-role-most': { value: 43200 },
    'user-id-begins': { value: 'AIDA' },
  }),
);

describe('a marker in a text', () => {
  it.each([
    ['at most [[size-of-a-managed-policy]] characters', 'at most 6,144 characters'],
    ['it begins with [[user-id-begins]]', 'it begins with AIDA'],
    ['in [[groups-per-user]], in [[groups-per-user:words]]', 'in 10, in ten'],
    ['[[groups-per-user:Words]] at most', 'Ten at most'],
    ['up to [[assume-role-most:hours:words]] hours, [[assume-role-most:hours]]', 'up to twelve hours, 12'],
    ['[[assume-role-most:minutes]] minutes', '720 minutes'],
    ['`[[assume-role-most:value]]`', '`43200`'],
    ['| [[groups-per-user:words]] | cell |', '| ten | cell |'],
    [
      '[[ -f x ]] && jq ".[[0]]" [[:alpha:]] [["a"]] [a][b]',
      '[[ -f x ]] && jq ".[[0]]" [[:alpha:]] [["a"]] [a][b]',
    ],
  ])('%s', (text, cited) => {
    expect(cite(text, facts)).toEqual({ text: cited, mistakes: [] });
  });

  it.each([
    ['[[groups-per-usr]]', 'there is no fact `groups-per-usr`'],
    ['[[Groups]]', 'there is no fact `Groups`'],
    ['[[groups-per-user:word]]', 'a fact has no form `word`. Known are minutes, hours, words, Words, value'],
    ['[[groups-per-user:hours]]', '`10` of the fact `groups-per-user` has no form `hours`'],
    ['[[user-id-begins:words]]', '`AIDA` of the fact `user-id-begins` has no form `words`'],
  ])('that cannot be read is a mistake: %s', (marker, message) => {
    expect(cite(`One.\nTwo ${marker}.`, facts)).toEqual({
      text: `One.\nTwo ${marker}.`,
      mistakes: [{ linesBefore: 1, message }],
    });
  });
});

describe('a number in words', () => {
  it.each([
    [0, 'zero'],
    [15, 'fifteen'],
    [36, 'thirty-six'],
    [90, 'ninety'],
    [101, 'one hundred and one'],
    [300, 'three hundred'],
    [1095, 'one thousand and ninety-five'],
    [5000, 'five thousand'],
    [43200, 'forty-three thousand two hundred'],
  ])('%d is %s', (value, words) => {
    expect(wordsOf(value)).toBe(words);
  });
});
