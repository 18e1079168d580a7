// A query as tokens. It knows no grammar. Source: jmespath.
import { pythonText } from '../python-text.ts';
import type { Value } from '../value.ts';
import { badToken, Problem } from './problem.ts';

export type TokenType =
  | ('dot' | 'star' | 'rbracket' | 'comma' | 'colon' | 'current' | 'lparen' | 'rparen' | 'lbrace' | 'rbrace')
  | ('unquoted_identifier' | 'quoted_identifier' | 'literal' | 'number')
  | ('flatten' | 'filter' | 'lbracket' | 'or' | 'pipe' | 'and' | 'expref' | 'not')
  | ('eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'eof');

export interface Token {
  readonly type: TokenType;
  readonly value: Value;
  /** As it stands in messages. */
  readonly text: string;
  readonly start: number;
}

const SIGNS: Readonly<Record<string, TokenType>> = {
  ...{ '.': 'dot', '*': 'star', ']': 'rbracket', ',': 'comma', ':': 'colon', '@': 'current' },
  ...{ '(': 'lparen', ')': 'rparen', '{': 'lbrace', '}': 'rbrace' },
  ...{
    '[]': 'flatten',
    '[?': 'filter',
    '[': 'lbracket',
    '||': 'or',
    '|': 'pipe',
    '&&': 'and',
    '&': 'expref',
  },
  ...{ '==': 'eq', '!=': 'ne', '!': 'not', '<=': 'lte', '<': 'lt', '>=': 'gte', '>': 'gt' },
};

/** The tokens of a query, the last of them `eof`. */
export function tokensOf(expression: string): readonly Token[] {
  if (expression === '') throw new Problem('Invalid JMESPath expression: cannot be empty.');
  const chars = Array.from(expression);
  const tokens: Token[] = [];
  let at = 0;
  while (at < chars.length) {
    const [token, end] = nextToken(expression, chars, at);
    if (token) tokens.push({ start: at, text: pythonText(token.value), ...token });
    at = end;
  }
  return [...tokens, { type: 'eof', value: '', text: '', start: chars.length }];
}

type Found = readonly [token: Pick<Token, 'type' | 'value'> | undefined, end: number];

function nextToken(expression: string, chars: readonly string[], at: number): Found {
  const char = chars[at] ?? '';
  if (/[ \t\n\r]/.test(char)) return [undefined, at + 1];
  for (const sign of [char + (chars[at + 1] ?? ''), char]) {
    const type = SIGNS[sign];
    if (type !== undefined) return [{ type, value: sign }, at + sign.length];
  }
  if (/[A-Za-z_]/.test(char)) {
    const name = char + following(chars, at + 1, /\w/);
    return [{ type: 'unquoted_identifier', value: name }, at + name.length];
  }
  const digits = /[-\d]/.test(char) ? char + following(chars, at + 1, /\d/) : '-';
  if (digits !== '-') return [{ type: 'number', value: Number(digits) }, at + digits.length];
  const read = READERS[char];
  if (read !== undefined) {
    const [inside, end] = upTo(expression, chars, at, char);
    return [read(expression, inside, at), end];
  }
  const shown = char === '-' || char === '=' ? `'${char}'` : char;
  throw badToken(expression, at, `Unknown token ${shown}`);
}

/** The characters of one kind from here on. */
function following(chars: readonly string[], start: number, kind: RegExp): string {
  let end = start;
  while (kind.test(chars[end] ?? ' ')) end += 1;
  return chars.slice(start, end).join('');
}

/** What stands between two delimiters, escapes as they are, and where the second one ends. */
function upTo(
  expression: string,
  chars: readonly string[],
  start: number,
  delimiter: string,
): readonly [string, number] {
  let inside = '';
  for (let at = start + 1; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (char === delimiter) return [inside, at + 1];
    inside += char;
    if (char === '\\' && at + 1 < chars.length) inside += chars[(at += 1)] ?? '';
  }
  throw badToken(expression, start, `Unclosed ${delimiter} delimiter`);
}

type Reader = (expression: string, inside: string, start: number) => Pick<Token, 'type' | 'value'>;

const READERS: Readonly<Record<string, Reader>> = {
  "'": (_, inside) => ({ type: 'literal', value: inside.replaceAll("\\'", "'") }),
  '"': (expression, inside, start) => {
    const value = jsonOf(`"${inside}"`);
    if (value !== undefined) return { type: 'quoted_identifier', value };
    const wrong = /[\0-\x1f]/.test(inside) ? 'Invalid control character at' : 'Invalid \\escape';
    throw badToken(expression, start, wrong);
  },
  // JSON; what is no JSON is text, as it was before the language had quotes for it.
  '`': (expression, inside, start) => {
    const text = inside.replaceAll('\\`', '`');
    const read = jsonOf(text);
    const value = read === undefined ? jsonOf(`"${text.trimStart()}"`) : read;
    if (value === undefined) throw badToken(expression, start, `Bad token ${text}`);
    return { type: 'literal', value };
  },
};

/** @returns `undefined` for what is no JSON */
function jsonOf(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}
