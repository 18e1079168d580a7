// The words of an expression, and a cursor over them that remembers the first thing that is wrong.
import type { Named } from '../cloud.ts';
import { lookup } from '../cloud.ts';
import type { Path } from './path.ts';
import { isReserved } from './reserved.ts';
import { readValue, type Value } from './value.ts';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands for names and values, and what of it was used. */
export interface Placeholders {
  readonly names: Named<unknown>;
  readonly values: Named<unknown>;
  readonly usedNames: Set<string>;
  readonly usedValues: Set<string>;
}

export interface Cursor {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly placeholders: Placeholders;
  at: number;
  /** Of the first thing that is wrong. */
  fault?: string;
}

const WORD = /\s*(#\w+|:\w+|[A-Za-z_]\w*|\d+|<>|<=|>=|[=<>()[\],.+-]|\S)/y;

export function cursorOver(source: string, placeholders: Placeholders): Cursor {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(source); found; found = WORD.exec(source)) {
    const text = found[1] ?? '';
    tokens.push({ text, start: WORD.lastIndex - text.length, end: WORD.lastIndex });
  }
  return { source, tokens, placeholders, at: 0 };
}

/** The word at the cursor; empty at the end. */
export function peek({ tokens, at }: Cursor): string {
  return tokens[at]?.text ?? '';
}

export function isNext(cursor: Cursor, word: string): boolean {
  return peek(cursor).toLowerCase() === word.toLowerCase();
}

/** Goes over a word when it is the next one. */
export function skip(cursor: Cursor, word: string): boolean {
  if (!isNext(cursor, word)) return false;
  cursor.at += 1;
  return true;
}

/** Goes over a word that must be there. */
export function expectWord(cursor: Cursor, word: string): void {
  if (!skip(cursor, word)) syntaxFault(cursor);
}

export function fail(cursor: Cursor, message: string): void {
  cursor.fault ??= message;
  cursor.at = cursor.tokens.length;
}

/** The word at the cursor does not belong there. Source: dynamodb-expressions. */
export function syntaxFault(cursor: Cursor): void {
  const { tokens, at, source } = cursor;
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const near = source.slice((before ?? here)?.start ?? 0, (after ?? here ?? before)?.end ?? 0);
  fail(cursor, `Syntax error; token: "${here?.text ?? '<EOF>'}", near: "${near}"`);
}

/** A document path. */
export function pathAt(cursor: Cursor): Path {
  const path: (string | number)[] = [nameAt(cursor)];
  for (;;) {
    if (skip(cursor, '.')) path.push(nameAt(cursor));
    else if (skip(cursor, '[')) {
      const place = peek(cursor);
      if (!/^\d+$/.test(place)) syntaxFault(cursor);
      else cursor.at += 1;
      path.push(Number(place));
      expectWord(cursor, ']');
    } else return path;
  }
}

function nameAt(cursor: Cursor): string {
  const word = peek(cursor);
  if (word.startsWith('#')) {
    const name = lookup(cursor.placeholders.names, word);
    if (typeof name !== 'string') {
      fail(
        cursor,
        `An expression attribute name used in the document path is not defined; attribute name: ${word}`,
      );
      return '';
    }
    cursor.placeholders.usedNames.add(word);
    cursor.at += 1;
    return name;
  }
  if (!/^[A-Za-z_]\w*$/.test(word)) {
    syntaxFault(cursor);
    return '';
  }
  if (isReserved(word)) {
    fail(cursor, `Attribute name is a reserved keyword; reserved keyword: ${word}`);
    return '';
  }
  cursor.at += 1;
  return word;
}

const NOTHING: Value = { NULL: true };

/** The value behind a placeholder. */
export function valueAtCursor(cursor: Cursor): Value {
  const word = peek(cursor);
  const raw = lookup(cursor.placeholders.values, word);
  if (raw === undefined) {
    fail(cursor, `An expression attribute value used in expression is not defined; attribute value: ${word}`);
    return NOTHING;
  }
  cursor.placeholders.usedValues.add(word);
  cursor.at += 1;
  const value = readValue(raw);
  return 'fault' in value ? NOTHING : value;
}
