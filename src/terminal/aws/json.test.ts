import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';

it('[JSON] whatever is JSON reads as what it says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(3), (value, space) => {
      const text = JSON.stringify(value, null, space);
      const meant: unknown = JSON.parse(text);
      expect(parseJson(text)).toEqual({ value: meant });
    }),
  );
});

it('[JSON] what is none is refused as elsewhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]",: \\1-.etrufalsn')) }), (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect('value' in parseJson(text)).toBe(isJson);
    }),
    { numRuns: 3000 },
  );
});

describe('[JSON] names the place', () => {
  it.each([
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['{a:1}', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['{"a":1\n"b":2}', "Expecting ',' delimiter: line 2 column 1 (char 7)"],
    ['{"a":1,}', 'Illegal trailing comma before end of object: line 1 column 7 (char 6)'],
    ['[1,]', 'Illegal trailing comma before end of array: line 1 column 3 (char 2)'],
    ['["a', 'Unterminated string starting at: line 1 column 2 (char 1)'],
    ['["a\n"]', 'Invalid control character at: line 1 column 4 (char 3)'],
    ['["\\x"]', 'Invalid \\escape: line 1 column 3 (char 2)'],
    ['["\\u12"]', 'Invalid \\uXXXX escape: line 1 column 4 (char 3)'],
    ['{} x', 'Extra data: line 1 column 4 (char 3)'],
  ])('%s', (text, wrong) => {
    expect(parseJson(text)).toEqual({ wrong });
  });
});
