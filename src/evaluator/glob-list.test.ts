import { describe, expect, it } from 'vitest';
import { matchesGlob, parseGlob } from './glob.ts';
import { GlobList } from './glob-list.ts';

const list = (...patterns: readonly (string | undefined)[]): GlobList =>
  new GlobList(patterns.map((pattern) => (pattern === undefined ? undefined : parseGlob(pattern))));

describe('several patterns', () => {
  it.each<[string, readonly (string | undefined)[], string, number]>([
    ['the first that fits', ['s3:get*', 's3:*', '*'], 's3:getobject', 0],
    ['one behind others that do not fit', ['ec2:*', 's3:put*', 's3:get*'], 's3:getobject', 2],
    ['a wildcard alone', ['ec2:*', '*'], 's3:getobject', 1],
    ['none of them', ['ec2:*', 's3:getobjec', 's3:getobjects'], 's3:getobject', -1],
    ['none where there is none', [], 's3:getobject', -1],
    ['one behind a place that is empty', [undefined, '*'], 's3:getobject', 1],
    ['none where every place is empty', [undefined], '', -1],
    ['a head whose last character has the code 0', ['\0', '\0*'], '\0b', 1],
    ['a head of one letter', ['b*', 'a*'], 'ab', 1],
    ['a text that is empty', ['a', ''], '', 1],
  ])('[action-matches] find %s', (_what, patterns, text, place) => {
    expect(list(...patterns).find(text)).toBe(place);
  });

  it.each([0x7ffe, 0x7fff, 0x8000, 0x8001, 0x8002, 0xffff, 0x10001])(
    '[action-matches] find a head of %i characters, and one of another end not',
    (length) => {
      const head = `${'a'.repeat(length - 1)}b`;
      expect(list('x', `${head}*`).find(`${head}c`)).toBe(1);
      expect(list('x', `${head}*`).find(`${'a'.repeat(length)}c`)).toBe(-1);
    },
  );

  it('[action-matches] pass over no pattern that a look at each would find', () => {
    const patterns = ['', 'a', 'ab', 'a*', 'ab*', '*', '*b', 'a?', '?b', 'b*a'];
    for (const text of ['', 'a', 'b', 'ab', 'ba', 'abc', 'bca']) {
      const each = patterns.findIndex((pattern) => matchesGlob(parseGlob(pattern), text));
      expect(list(...patterns).find(text)).toBe(each);
      patterns.push(patterns.shift() ?? '');
    }
  });
});
