// JSON texts as jq reads them: any number of values one after another, and its words for what is none.
import type { Value } from '../value.ts';
import { Problem } from './problem.ts';

/** Deeper texts are not read. */
const DEEPEST = 500;

export function* readValues(text: string): Iterable<{ readonly value: Value; readonly lines: number }> {
  const reader = new Reader(text);
  for (;;) {
    if (reader.isOver()) return;
    const value = reader.value(0);
    yield { value, lines: reader.lines() };
  }
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text.replace(/^\uFEFF/, '');
  }

  /** The lines that were read, the one with the last character whole. */
  lines(): number {
    const ended = this.text.slice(0, this.at).split('\n').length;
    return this.text.includes('\n', this.at) ? ended : ended - 1;
  }

  isOver(): boolean {
    const [skipped = ''] = /^[\s\u001e]*/.exec(this.text.slice(this.at, this.at + 4096)) ?? [];
    this.at += skipped.length;
    if (skipped.length === 4096) return this.isOver();
    return this.at >= this.text.length;
  }

  private wrong(message: string, at = this.at): Problem {
    const before = this.text.slice(0, at + 1);
    const line = before.split('\n').length;
    const column = at + 1 - (before.lastIndexOf('\n') + 1);
    if (at >= this.text.length) {
      const lines = this.text.split('\n');
      return new Problem(`${message} at EOF at line ${lines.length}, column ${(lines.at(-1) ?? '').length}`);
    }
    return new Problem(`${message} at line ${line}, column ${column}`);
  }

  value(depth: number): Value {
    if (depth > DEEPEST) throw this.wrong('Exceeds depth limit for parsing');
    if (this.isOver()) throw this.wrong('Unfinished JSON term');
    const char = this.text[this.at];
    if (char === '{') return this.fields(depth);
    if (char === '[') return this.list(depth);
    if (char === '"') return this.string();
    return this.literal();
  }

  private literal(): Value {
    const [word = ''] = /^[^\s[\]{}:,"]*/.exec(this.text.slice(this.at, this.at + 400)) ?? [];
    const end = this.at + word.length;
    if (word === '') throw this.wrong(`Expected JSON value (while parsing '${this.text[this.at] ?? ''}')`);
    const known = new Map<string, Value>([
      ['null', null],
      ['true', true],
      ['false', false],
      ['nan', NaN],
    ]);
    const value = known.get(word);
    const isNumber = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(word);
    if (value === undefined && !isNumber)
      throw this.wrong(
        /^[a-z]/.test(word) && known.has(word) ? 'Invalid literal' : 'Invalid numeric literal',
        end,
      );
    this.at = end;
    return value === undefined ? Number(word) : value;
  }

  private string(): string {
    const start = this.at;
    for (let at = start + 1; at < this.text.length; at += 1) {
      if (this.text[at] === '\\') at += 1;
      else if (this.text[at] === '"') {
        this.at = at + 1;
        return this.unescaped(start, at + 1);
      }
    }
    this.at = this.text.length;
    throw this.wrong('Unfinished string');
  }

  /** Line ends inside a text are read as they stand. */
  private unescaped(start: number, end: number): string {
    const escaped = this.text
      .slice(start, end)
      .replace(/[\u0000-\u001f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    try {
      return String(JSON.parse(escaped));
    } catch {
      throw this.wrong('Invalid escape', end - 1);
    }
  }

  private list(depth: number): Value {
    const items: Value[] = [];
    this.at += 1;
    for (;;) {
      if (this.isOver()) throw this.wrong('Unfinished JSON term');
      if (this.text[this.at] === ']' && items.length === 0) break;
      items.push(this.value(depth + 1));
      if (this.isOver()) throw this.wrong('Unfinished JSON term');
      if (this.text[this.at] === ']') break;
      if (this.text[this.at] !== ',') throw this.wrong('Expected separator between values');
      this.at += 1;
      if (!this.isOver() && this.text[this.at] === ']') throw this.wrong('Expected another array element');
    }
    this.at += 1;
    return items;
  }

  private fields(depth: number): Value {
    const members: (readonly [string, Value])[] = [];
    this.at += 1;
    for (;;) {
      if (this.isOver()) throw this.wrong('Unfinished JSON term');
      if (this.text[this.at] === '}' && members.length === 0) break;
      if (this.text[this.at] === '}') throw this.wrong('Expected another key-value pair');
      if (this.text[this.at] !== '"') throw this.wrong('Object keys must be strings');
      const name = this.string();
      if (this.isOver()) throw this.wrong('Unfinished JSON term');
      if (this.text[this.at] !== ':') throw this.wrong('Objects must consist of key:value pairs');
      this.at += 1;
      members.push([name, this.value(depth + 1)]);
      if (this.isOver()) throw this.wrong('Unfinished JSON term');
      if (this.text[this.at] === '}') break;
      if (this.text[this.at] !== ',') throw this.wrong('Expected separator between values');
      this.at += 1;
    }
    this.at += 1;
    return Object.fromEntries(members);
  }
}
