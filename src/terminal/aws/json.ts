// Reads JSON as AWS's command line does, with its words for what is wrong. It knows no parameter.
import type { Value } from './value.ts';

/** What is wrong and where: `Expecting value: line 1 column 1 (char 0)`. */
export interface JsonMistake {
  readonly wrong: string;
}

/** Texts nested deeper than this are not read. */
const DEEPEST = 500;

export function isJsonMistake(value: { value: Value } | JsonMistake): value is JsonMistake {
  return 'wrong' in value;
}

export function parseJson(text: string): { readonly value: Value } | JsonMistake {
  try {
    return { value: new Reader(text).whole() };
  } catch (stop) {
    if (stop instanceof Stop) return { wrong: stop.message };
    throw stop;
  }
}

class Stop extends Error {}

class Reader {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Value {
    if (this.text.startsWith('\uFEFF')) throw this.stop('Unexpected UTF-8 BOM (decode using utf-8-sig)');
    this.space();
    const value = this.value();
    this.space();
    if (this.at < this.text.length) throw this.stop('Extra data');
    return value;
  }

  private value(): Value {
    const first = this.text[this.at];
    if (first === '"') return this.string();
    if (first === '{' || first === '[') {
      if (++this.depth > DEEPEST) throw this.stop('Too deeply nested');
      const value = first === '{' ? this.object() : this.array();
      this.depth--;
      return value;
    }
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) throw this.stop('Expecting value');
    this.at += number.length;
    return Number(number);
  }

  private object(): Value {
    const entries: [string, Value][] = [];
    this.at++;
    this.space();
    if (this.take('}')) return {};
    for (;;) {
      if (this.text[this.at] !== '"') throw this.stop('Expecting property name enclosed in double quotes');
      const key = this.string();
      this.space();
      if (!this.take(':')) throw this.stop("Expecting ':' delimiter");
      this.space();
      entries.push([key, this.value()]);
      this.space();
      if (this.take('}')) return Object.fromEntries(entries);
      this.next('}');
    }
  }

  private array(): Value {
    const values: Value[] = [];
    this.at++;
    this.space();
    if (this.take(']')) return values;
    for (;;) {
      values.push(this.value());
      this.space();
      if (this.take(']')) return values;
      this.next(']');
    }
  }

  private next(close: string): void {
    const comma = this.at;
    if (!this.take(',')) throw this.stop("Expecting ',' delimiter");
    this.space();
    if (this.text[this.at] === close) {
      throw this.stop(`Illegal trailing comma before end of ${close === '}' ? 'object' : 'array'}`, comma);
    }
  }

  private string(): string {
    const open = this.at++;
    let value = '';
    for (;;) {
      const letter = this.text[this.at];
      if (letter === undefined) throw this.stop('Unterminated string starting at', open);
      if (letter < ' ') throw this.stop('Invalid control character at');
      this.at++;
      if (letter === '"') return value;
      value += letter === '\\' ? this.escaped(open) : letter;
    }
  }

  private escaped(open: number): string {
    const letter = this.text[this.at++];
    if (letter === undefined) throw this.stop('Unterminated string starting at', open);
    if (letter === 'u') {
      const hex = /^[0-9a-fA-F]{4}/.exec(this.text.slice(this.at))?.[0];
      if (hex === undefined) throw this.stop('Invalid \\uXXXX escape', this.at - 1);
      this.at += 4;
      return String.fromCharCode(parseInt(hex, 16));
    }
    const plain = ESCAPES.get(letter);
    if (plain === undefined) throw this.stop('Invalid \\escape', this.at - 2);
    return plain;
  }

  private take(letter: string): boolean {
    if (this.text[this.at] !== letter) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at++;
  }

  private stop(what: string, at = this.at): Stop {
    const before = this.text.slice(0, at).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    return new Stop(`${what}: line ${String(before.length)} column ${String(column)} (char ${String(at)})`);
  }
}

const WORDS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

const NUMBER = /-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...(['"', '\\', '/'] as const).map((letter) => [letter, letter] as const),
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
