// Wildcards against a second reading that is slow and plainly right, and their steps counted: never more than text and
// pattern allow.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arnGlobsOf, arnPartsIn, matchesArn, parseArnGlob } from '../arn-glob.ts';
import { matchesGlob, parseGlob, tokensOf, type Glob } from '../glob.ts';

/** By recursion. */
function naive(pattern: string, text: string): boolean {
  const [head, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (pattern === '') return text === '';
  if (head === '*') return naive(rest, text) || (text !== '' && naive(pattern, text.slice(1)));
  return text !== '' && (head === '?' || head === text.charAt(0)) && naive(rest, text.slice(1));
}

/** The same over an ARN: `at` is the part that the head of the pattern stands in, from 0. */
function naiveArn(pattern: string, text: string, at = 0): boolean {
  const [head, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (pattern === '') return text === '';
  const free = at >= 5 || (at >= 1 && (rest === '' || rest.startsWith(':')));
  const mayTake = text !== '' && (text.charAt(0) !== ':' || free);
  if (head === '*') return naiveArn(rest, text, at) || (mayTake && naiveArn(pattern, text.slice(1), at));
  if (head === '?')
    return text !== '' && (at >= 5 || text.charAt(0) !== ':') && naiveArn(rest, text.slice(1), at);
  return head === text.charAt(0) && naiveArn(rest, text.slice(1), head === ':' ? at + 1 : at);
}

const piece = (letters: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((list) => list.join(''));

describe('wildcards', () => {
  it('[action-matches] agree with a naive reading', () => {
    fc.assert(
      fc.property(piece(['a', 'b', ':', '*', '?'], 8), piece(['a', 'b', ':'], 10), (pattern, text) => {
        expect(matchesGlob(parseGlob(pattern), text)).toBe(naive(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  it('[resource-matches] over an ARN agree with a naive reading', () => {
    fc.assert(
      fc.property(
        piece(['a', 'b', ':', ':', '*', '?'], 12),
        piece(['a', 'b', ':', ':'], 12),
        (pattern, text) => {
          fc.pre(pattern !== '*');
          expect(matchesGlob(parseArnGlob(pattern), text)).toBe(naiveArn(pattern, text));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('[resource-matches] over an ARN made to fit, with a part of it hidden, agree with a naive reading', () => {
    const part = piece(['a', 'b'], 3);
    const parts = fc.array(part, { minLength: 3, maxLength: 8 });
    const hidden = fc.array(fc.constantFrom('as it is', '*', 'a*', '*b', '?'), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, hidden, (texts, how) => {
        const text = texts.join(':');
        const pattern = texts.map((one, at) => (how[at] === 'as it is' ? one : (how[at] ?? one))).join(':');
        expect(matchesGlob(parseArnGlob(pattern), text)).toBe(naiveArn(pattern, text));
      }),
      { numRuns: 5000 },
    );
  });

  it('[one-value-is-enough] part by part, as ArnLike compares, agree with a naive reading of each part', () => {
    const arn = fc
      .array(piece(['a', 'b', '*', '?'], 3), { minLength: 5, maxLength: 7 })
      .map((l) => ['arn', ...l].join(':'));
    const asked = fc
      .array(piece(['a', 'b'], 3), { minLength: 5, maxLength: 7 })
      .map((l) => ['arn', ...l].join(':'));
    const six = (text: string): string[] => [
      ...text.split(':').slice(0, 5),
      text.split(':').slice(5).join(':'),
    ];
    fc.assert(
      fc.property(arn, asked, (pattern, text) => {
        const ready = arnGlobsOf(tokensOf(pattern));
        const texts = six(text);
        const expected = six(pattern).every((one, at) => naive(one, texts[at] ?? ''));
        const parts = arnPartsIn(text);
        expect(ready && parts && matchesArn(ready, parts)).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });
});

/**
 * How often the pattern is read while the text is compared. Without a `?` or a colon that stops, each piece between
 * asterisks is looked for once, and there is nothing to count.
 */
function stepsOf(glob: Glob, text: string): { readonly matches: boolean; readonly steps: number } {
  if (glob.kind !== 'tokens') return { matches: matchesGlob(glob, text), steps: 0 };
  let steps = 0;
  const tokens = new Proxy(glob.tokens, {
    get: (target, name): unknown => {
      steps += 1;
      return Reflect.get(target, name);
    },
  });
  return { matches: matchesGlob({ ...glob, tokens }, text), steps };
}

describe('the steps of a comparison', () => {
  const A = 'a'.repeat(10_000);

  it.each([
    ['five asterisks and an end that is not there', '*a*a*a*a*?b', A],
    ['a hundred asterisks', `${'*a'.repeat(100)}?b`, A],
    ['asterisks side by side', `${'*'.repeat(200)}?b`, A],
    ['question marks between asterisks', `${'*?'.repeat(100)}b`, A],
    ['the end of the text begins like the pattern', '*aa?b', A],
    ['a letter in the middle that is not there', '*a*?*a*b*a', A],
    ['a piece in the middle that never ends', '*a?ab*a', A],
  ])('[action-matches] grow with the text alone: %s', (_what, pattern, text) => {
    const { matches, steps } = stepsOf(parseGlob(pattern), text);
    expect(matches).toBe(false);
    expect(steps).toBeGreaterThan(text.length / 2);
    expect(steps).toBeLessThan(4 * (text.length + pattern.length));
  });

  it.each([
    [
      'six parts with asterisks that stay inside',
      'arn:*a*a*b:*a*a*b:*a*a*b:*a*a*b:*a*a*b',
      `arn:${`${'a'.repeat(2000)}b:`.repeat(4)}${'a'.repeat(2000)}`,
    ],
    ['an asterisk that runs on over many colons', 'arn:aws:*:*a*ab', `arn:aws${':a'.repeat(5000)}`],
    ['asterisks in the last part', `arn:aws:s3:::${'*a'.repeat(50)}?b`, `arn:aws:s3:::${A}`],
  ])('[resource-matches] over an ARN as well: %s', (_what, pattern, text) => {
    const { matches, steps } = stepsOf(parseArnGlob(pattern), text);
    expect(matches).toBe(false);
    expect(steps).toBeGreaterThan(text.length / 2);
    expect(steps).toBeLessThan(6 * (text.length + pattern.length));
  });

  it('[resource-matches] are never more than twice the text times the pattern', () => {
    fc.assert(
      fc.property(
        piece(['a', 'b', ':', '*', '?'], 12),
        piece(['a', 'a', 'a', 'b', ':'], 200),
        (pattern, text) => {
          for (const glob of [parseGlob(pattern), parseArnGlob(pattern)]) {
            expect(stepsOf(glob, text).steps).toBeLessThanOrEqual(
              2 * (text.length + 1) * (pattern.length + 2),
            );
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
