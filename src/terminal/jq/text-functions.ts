// The functions of jq on texts.
import { isList, type Value } from '../value.ts';
import { splitAt } from './arithmetic.ts';
import { combined, listIn, plain, textIn, type Plain } from './calls.ts';
import { nowhere, valuesOf } from './filter.ts';
import type { Call } from './functions.ts';
import { named } from './order.ts';
import { Problem } from './problem.ts';
import { matchesOf, namedIn, type Match } from './regex.ts';

const matchValue = (match: Match): Value => ({
  offset: match.offset,
  length: match.length,
  string: match.string,
  captures: match.captures.map(({ offset, length, string, name }) => ({ offset, length, string, name })),
});

/** A pattern comes with its flags, apart or in one list. */
function matchesIn(value: Value, [pattern = null, flags = null]: readonly Value[]): readonly Match[] {
  if (isList(pattern)) return matchesIn(value, [pattern[0] ?? null, pattern[1] ?? null]);
  const text = textIn(value, `cannot be matched, as it is not a string`);
  const source = textIn(pattern, 'cannot be matched, as it is not a string');
  return matchesOf(text, source, flags === null ? '' : textIn(flags, 'is not a string'));
}

/** `sub`: with every combination of what the matches are replaced by. */
const substitute: Call = ([pattern, replacement, flags]) =>
  function* (at, scope) {
    if (!pattern || !replacement || !flags) return;
    for (const [source = null, how = null] of combined([pattern, flags], at.value, scope)) {
      const text = textIn(at.value, 'cannot be matched, as it is not a string');
      const points = Array.from(text);
      const pieces = function* (matches: readonly Match[], from: number): Iterable<string> {
        const [match, ...others] = matches;
        if (!match) {
          yield points.slice(from).join('');
          return;
        }
        const before = points.slice(from, match.offset).join('');
        for (const rest of pieces(others, match.offset + match.length))
          for (const put of valuesOf(replacement, namedIn(match), scope))
            yield `${before}${textIn(put, 'cannot be added to a string')}${rest}`;
      };
      for (const whole of pieces(matchesIn(text, [source, how]), 0)) yield nowhere(at, whole);
    }
  };

const splitBy: Plain = (value, [separator = null, flags]) => {
  const text = textIn(value, 'cannot be split');
  if (flags === undefined) return splitAt(text, textIn(separator, 'cannot split'));
  const points = Array.from(text);
  const matches = matchesIn(text, [separator, `g${flags === null ? '' : textIn(flags, 'is not a string')}`]);
  const ends = [0, ...matches.map(({ offset, length }) => offset + length)];
  return ends.map((from, i) => points.slice(from, matches[i]?.offset ?? points.length).join(''));
};
function character(point: Value): string {
  if (typeof point !== 'number' || !Number.isInteger(point) || point < 0 || point > 0x10ffff)
    throw new Problem('Unicode codepoint must be numeric');
  return String.fromCodePoint(point);
}

function trimmed(value: Value, does: (text: string) => string): string {
  if (typeof value !== 'string') throw new Problem(`${named(value)} cannot be trimmed`);
  return does(value);
}

const PLAIN: Readonly<Record<string, Plain>> = {
  'utf8bytelength/0': (value) =>
    new TextEncoder().encode(textIn(value, 'only strings have UTF-8 byte length')).length,
  'split/1': splitBy,
  'split/2': splitBy,
  'startswith/1': (value, [part = null]) =>
    textIn(value, 'startswith() requires string inputs').startsWith(
      textIn(part, 'startswith() requires string inputs'),
    ),
  'endswith/1': (value, [part = null]) =>
    textIn(value, 'endswith() requires string inputs').endsWith(
      textIn(part, 'endswith() requires string inputs'),
    ),
  'ltrimstr/1': (value, [part = null]) =>
    typeof value === 'string' && typeof part === 'string' && value.startsWith(part)
      ? value.slice(part.length)
      : value,
  'rtrimstr/1': (value, [part = null]) =>
    typeof value === 'string' && typeof part === 'string' && part !== '' && value.endsWith(part)
      ? value.slice(0, -part.length)
      : value,
  'trim/0': (value) => trimmed(value, (text) => text.trim()),
  'ltrim/0': (value) => trimmed(value, (text) => text.trimStart()),
  'rtrim/0': (value) => trimmed(value, (text) => text.trimEnd()),
  'ascii_downcase/0': (value) =>
    textIn(value, 'ascii_downcase input must be a string').replace(/[A-Z]/g, (c) => c.toLowerCase()),
  'ascii_upcase/0': (value) =>
    textIn(value, 'ascii_upcase input must be a string').replace(/[a-z]/g, (c) => c.toUpperCase()),
  'explode/0': (value) =>
    Array.from(textIn(value, 'cannot be exploded')).map((char) => char.codePointAt(0) ?? 0),
  'implode/0': (value) => listIn(value, 'cannot be imploded').map(character).join(''),
  'test/2': (value, args) => matchesIn(value, args).length > 0,
};

export const ON_TEXTS: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(Object.entries(PLAIN).map(([name, does]) => [name, plain(does)])),
  'sub/3': substitute,
  'match/2': (args) =>
    function* (at, scope) {
      for (const values of combined(args, at.value, scope))
        for (const match of matchesIn(at.value, values)) yield nowhere(at, matchValue(match));
    },
};
