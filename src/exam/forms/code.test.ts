import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, makeFormCode, parseFormCode } from './code.ts';

const DIGITS = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const seeds = fc.maxSafeNat();
const EXAMS = ['SCS3', 'SOA3', 'CLF2', 'ALLK', 'KMSX'];
const exams = fc.constantFrom(...EXAMS);

const plain = (code: string): string[] => Array.from(code.replaceAll('-', ''));
const places = fc.integer({ min: 0, max: CODE_LENGTH - 1 });

/** The characters with the one at a place replaced. */
const replaced = (characters: readonly string[], at: number, by: string): string =>
  characters.with(at, by).join('');
const looksLike = (character: string): string => ({ O: '0', I: '1', L: '1' })[character] ?? character;

describe('the code of a form', () => {
  it('[golden] never changes: it is on paper', () => {
    expect(makeFormCode('SCS3', 0)).toBe('SCS3-0000-0000-000M');
    expect(makeFormCode('SCS3', 1)).toBe('SCS3-0000-0000-001P');
    expect(makeFormCode('SOA3', 2 ** 53 - 1)).toBe('SOA3-7ZZZ-ZZZZ-ZZZZ');
    expect(makeFormCode('scs3', 1_234_567_890_123_456)).toBe('SCS3-132T-MY8N-EP0Z');
  });

  it('[round-trip] gives the seed back', () => {
    fc.assert(
      fc.property(exams, seeds, (exam, seed) => {
        expect(parseFormCode(makeFormCode(exam, seed), exam)).toEqual({ seed });
      }),
    );
  });

  it('[one-mistake] notices every single mistaken character', () => {
    fc.assert(
      fc.property(exams, seeds, places, (exam, seed, at) => {
        const characters = plain(makeFormCode(exam, seed));
        for (const digit of DIGITS) {
          if (digit === looksLike(characters[at] ?? '')) continue;
          expect(parseFormCode(replaced(characters, at, digit), exam)).toEqual({ fault: 'check' });
        }
      }),
    );
  });

  it('[places-changed] notices every two characters that changed places, neighbours or not', () => {
    fc.assert(
      fc.property(exams, seeds, places, places, (exam, seed, one, other) => {
        const characters = plain(makeFormCode(exam, seed));
        const [a = '', b = ''] = [characters[one], characters[other]];
        fc.pre(looksLike(a) !== looksLike(b));
        expect(parseFormCode(replaced(characters.with(one, b), other, a), exam)).toEqual({ fault: 'check' });
      }),
    );
  });

  it('[forgiving] reads small letters, spaces, other dashes or none, O for 0, I and L for 1', () => {
    const seed = 2 ** 45 + 33;
    const code = makeFormCode('SOA3', seed);
    expect(code).toContain('0');
    expect(code).toContain('1');
    const ways = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')}\n`,
      code.replaceAll('-', '–'),
      code.replaceAll('-', ' − '),
      code.replaceAll('0', 'O').replaceAll('1', 'I'),
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replace('SO', 'S0'),
    ];
    for (const way of ways) expect(parseFormCode(way, 'SOA3')).toEqual({ seed });
  });

  it('[tells-what] says which character, how many, that one is mistaken, or whose code it is', () => {
    const code = makeFormCode('CLF2', 77);
    expect(parseFormCode(code.replace('F', '!'), 'CLF2')).toEqual({ fault: 'character', character: '!' });
    expect(parseFormCode(code.replace('F', 'u'), 'CLF2')).toEqual({ fault: 'character', character: 'u' });
    expect(parseFormCode(code.replace('F', 'ß'), 'CLF2')).toEqual({ fault: 'character', character: 'ß' });
    // One character that is two in capitals, and those two are neighbours among the digits.
    expect(parseFormCode(code.replace('F', 'ﬆ'), 'CLF2')).toEqual({ fault: 'character', character: 'ﬆ' });
    expect(parseFormCode(code.slice(0, -1), 'CLF2')).toEqual({ fault: 'length', length: 15 });
    expect(parseFormCode(`${code}7`, 'CLF2')).toEqual({ fault: 'length', length: 17 });
    expect(parseFormCode('', 'CLF2')).toEqual({ fault: 'length', length: 0 });
    expect(parseFormCode(code, 'SCS3')).toEqual({ fault: 'exam', exam: 'C1F2' });
  });

  it('[seeds-end] refuses a seed that nobody can have drawn, though its check fits', () => {
    const beyond = DIGITS.map((check) => `SCS3Z0000000000${check}`);
    for (const code of beyond) expect(parseFormCode(code, 'SCS3')).toEqual({ fault: 'check' });
  });

  it('[made-right] is made of a seed and four characters that can be typed, or not at all', () => {
    for (const exam of ['SCS', 'SCS-3', 'SCU3', 'SCSÉ']) {
      expect(() => makeFormCode(exam, 1)).toThrow(`\`${exam}\` is no code of an exam`);
    }
    expect(() => makeFormCode('SCS3', -1)).toThrow('no seed');
  });
});
