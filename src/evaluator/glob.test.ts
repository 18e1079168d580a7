import { describe, expect, it } from 'vitest';
import { arnGlobsOf, arnPartsIn, matchesArn, parseArnGlob } from './arn-glob.ts';
import { globOf, literalTokens, matchesGlob, parseGlob, tokensOf } from './glob.ts';

describe('a pattern and a text', () => {
  it.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['*', 'anything:at/all', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', 'ab', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxbyy', false],
    ['a**b', 'ab', true],
    ['a*?b', 'ab', false],
    ['a?*b', 'axb', true],
    ['a?*', 'ab', true],
    ['*?*', 'a', true],
    ['*aab', 'aaaab', true],
    ['a.c', 'abc', false],
    ['[a]', 'a', false],
    ['A', 'a', false],
    ['*😀*', 'a😀b', true],
    ['*ab*ab*', 'ab', false],
    ['*ab*ab*', 'abab', true],
    ['a*bb*bb*c', 'abbbc', false],
    ['a\0b', 'axb', false],
    ['a\0b', 'a\0b', true],
    ['\0*', 'ab', false],
    ['\0*', '\0b', true],
    ['long*'.repeat(700), 'long'.repeat(700), true],
    ['long*'.repeat(700), 'long'.repeat(699), false],
    ['long'.repeat(700), 'long'.repeat(700), true],
    ['long'.repeat(700), `${'long'.repeat(600)}x${'long'.repeat(100)}`, false],
    [`?${'long'.repeat(700)}`, `x${'long'.repeat(700)}`, true],
  ])('[action-matches] `%s` and `%s`: %s', (pattern, text, expected) => {
    expect(matchesGlob(parseGlob(pattern), text)).toBe(expected);
    expect(matchesGlob(globOf(tokensOf(pattern)), text)).toBe(expected);
  });

  it('[wildcard-in-a-value-is-a-character] as plain characters has no wildcards', () => {
    expect(matchesGlob(globOf(literalTokens('a*?')), 'a*?')).toBe(true);
    expect(matchesGlob(globOf(literalTokens('a*?')), 'abc')).toBe(false);
  });
});

const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const STREAM = 'arn:aws:logs:eu-west-1:111122223333:log-group:tern:log-stream:1';

describe('a pattern over an ARN', () => {
  it.each([
    ['*', TABLE, true],
    ['*', '*', true],
    ['arn:*', TABLE, true],
    ['arn*', TABLE, false],
    ['ar*:aws:dynamodb:eu-west-1:111122223333:table/orders', TABLE, true],
    ['arn:a*:dynamodb:*:*:table/orders', TABLE, true],
    ['arn:aws:*', TABLE, true],
    ['arn:aws:*:table/orders', TABLE, true],
    ['arn:aws:dynamodb:*', TABLE, true],
    ['arn:aws:dynamodb:*:table/orders', TABLE, true],
    ['arn:aws:dynamodb:eu*:table/orders', TABLE, true],
    ['arn:aws:dynamodb:*3333:table/orders', TABLE, false],
    ['arn:aws:dynamodb:e*3333:table/orders', TABLE, false],
    ['arn:aws:dynamodb:e*1:111122223333:table/orders', TABLE, true],
    ['arn:aws:dynamodb:eu-west-1?111122223333:table/orders', TABLE, false],
    ['arn:aws:dynamodb:??-west-?:????????????:table/orders', TABLE, true],
    ['arn:aws:dynamodb:eu?1:111122223333:table/orders', TABLE, false],
    ['arn:aws:dynamodb:eu-west-1:*', TABLE, true],
    ['arn:aws:dynamodb:eu-west-1:1*', TABLE, true],
    ['arn:aws:dynamodb:eu-west-1:*3:table/orders', TABLE, true],
    ['arn:aws:dynamodb::111122223333:table/orders', TABLE, false],
    ['arn:aws:logs:eu-west-1:111122223333:*1', STREAM, true],
    ['arn:aws:logs:eu-west-1:111122223333:log-group?tern*', STREAM, true],
    ['arn:aws:logs:eu-west-1:111122223333:log-group:tern', STREAM, false],
    ['arn:aws:logs:*:111122223333:log*stream:1', STREAM, true],
    ['arn:aws:logs:*:111122223333:log-group?tern*', STREAM, true],
    ['*:table/orders', TABLE, false],
    ['*orders', TABLE, false],
    ['*n:aws:dynamodb:*:111122223333:table/orders', TABLE, true],
    ['*rn:aws:dynamodb:*:111122223333:table/order?', TABLE, true],
    ['arn:aws:dynamodb:eu-we*xst-1:111122223333:table/orders', TABLE, false],
    ['arn:aws:dynamodb:eu-we*st-1:111122223333:table/orders', TABLE, true],
    ['?', ':', false],
    ['?', 'a', true],
    ['arn:aws:\0:*:*:table/orders', TABLE, false],
    ['arn:aws:\0*:*:*:table/orders', TABLE, false],
    ['arn:aws:\0*:*:*:table/orders', TABLE.replace('dynamodb', '\0x'), true],
  ])('[resource-matches] `%s` and `%s`: %s', (pattern, text, expected) => {
    expect(matchesGlob(parseArnGlob(pattern), text)).toBe(expected);
  });
});

describe('the parts of an ARN, one by one', () => {
  it.each([
    [TABLE, TABLE, true],
    ['arn:aws:dynamodb:*:*:*', TABLE, true],
    ['arn:aws:dynamodb:*:table/orders', TABLE, undefined],
    ['arn:aws:dynamodb:*', TABLE, undefined],
    ['*', TABLE, undefined],
    ['arn:aws:dynamodb:*:*:table/?rders', TABLE, true],
    ['arn:aws:dynamodb:*:*:Table/orders', TABLE, false],
    ['arn:aws:dynamodb:*:1111*:table/orders', TABLE, true],
    ['arn:aws:dynamodb:*:1111:table/orders', TABLE, false],
    ['*:*:*:*:*:*', TABLE, true],
    ['arn:aws:logs:*:*:*:1', STREAM, true],
    ['arn:aws:logs:*:*:log-group', STREAM, false],
    ['arn:aws:s3:*:*:tern', 'arn:aws:s3:::tern', true],
    ['arn:aws:s3:::tern', 'arn:aws:s3:::tern:x', false],
    ['arn:aws:s3:::tern', 'tern', undefined],
    ['arn:aws:s3:::tern', 'arn:aws:s3::tern', undefined],
    ['arn:aws:s3:::tern', '', undefined],
    ['urn:aws:s3:::tern', 'arn:aws:s3:::tern', false],
    ['urn:aws:s3:::tern', 'urn:aws:s3:::tern', undefined],
    ['*:*:*:*:*:*', 'urn:aws:s3:::tern', undefined],
  ])('[one-value-is-enough] `%s` and `%s`: %s', (pattern, text, expected) => {
    const globs = arnGlobsOf(tokensOf(pattern));
    const parts = arnPartsIn(text);
    expect(globs && parts && matchesArn(globs, parts)).toBe(expected);
  });
});
