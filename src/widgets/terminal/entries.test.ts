// Going through the lines that were typed.
import { describe, expect, it, test } from 'vitest';
import { distinct, isTable, searchBack, shownText, stepThrough } from './entries.ts';

const LINES = ['aws sts get-caller-identity', 'ls', 'ls', '', 'aws iam list-users'];

test('lines that repeat the one before count once, empty ones not at all', () => {
  expect(distinct(LINES)).toEqual(['aws sts get-caller-identity', 'ls', 'aws iam list-users']);
});

test('the arrows go back to the first line and forth to the one that is being typed', () => {
  const back = [undefined, 2, 1, 0, 0];
  for (let i = 1; i < back.length; i += 1) expect(stepThrough(LINES, back[i - 1], -1)).toBe(back[i]);
  expect([0, 1, 2].map((place) => stepThrough(LINES, place, 1))).toEqual([1, 2, undefined]);
  expect(stepThrough([], undefined, -1)).toBeUndefined();
});

test('a search finds the latest line first, then earlier ones, then nothing', () => {
  expect(searchBack(LINES, 'aws', 3)).toBe(2);
  expect(searchBack(LINES, 'aws', 2)).toBe(0);
  expect(searchBack(LINES, 'aws', 0)).toBeUndefined();
  expect(searchBack(LINES, '', 3)).toBeUndefined();
});

describe('[screen-holds-much] an answer', () => {
  it('of many letters shows its beginning and its end', () => {
    const text = shownText(`a${'x'.repeat(5_000_000)}z`, (letters) => `<${letters}>`);
    expect(text).toHaveLength(40_000 + '\n<4960002>\n'.length);
    expect(text).toMatch(/^ax+\n<4960002>\nx+z$/);
    expect(shownText('short', String)).toBe('short');
  });

  it('is a table only when it begins as one', () => {
    expect(isTable('-----\n|ListUsers|\n+---+\n')).toBe(true);
    expect(isTable('- a\n- b\n')).toBe(false);
    expect(isTable('---\na: 1\n')).toBe(false);
  });
});
