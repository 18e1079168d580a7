// Reads the short form of a structured parameter, `Key=a,Values=b,c`. It knows no types: all is text.
import type { Structure, Value } from './value.ts';

/** What a text after `@=` stands for: the content of a file, or itself. */
export type Resolve = (text: string) => Value;

/** A short form that does not read: what to say about it, with the place marked. */
export class Misread extends Error {}

/**
 * The grammar of AWS's command line: `key=value` pairs with commas between; several values make a list; `[…]` and
 * `{…}` nest; `key@=file://…` reads a file; quotes and `\,` keep a comma. Source: cli-guide-parameters.
 * @throws Misread
 */
export function parseShorthand(text: string, resolve: Resolve): Structure {
  return new Reader(text, resolve).whole();
}

const SINGLE = /'(?:\\'|[^'])*'/y;
const DOUBLE = /"(?:\\"|[^"])*"/y;
const FIRST = /(?:\\,|[^\s"',=[{])(?:\\,|[^"',\]}])*/y;
const LATER = /(?:\\,|[^\s"',=[{])(?:\\,|[^"',=])*/y;
const KEY = /[A-Za-z0-9_.#/:-]*/y;
const SPACE = /[ \t\n\r\v\f]*/y;
const END = 'EOF';

class Reader {
  private at = 0;
  private isFile = false;
  private readonly text: string;
  private readonly resolve: Resolve;

  constructor(text: string, resolve: Resolve) {
    this.text = text;
    this.resolve = resolve;
  }

  whole(): Structure {
    const pairs = new Map<string, Value>();
    let end = this.at;
    do {
      if (pairs.size > 0) this.expect(',');
      const key = this.key();
      const value = this.values();
      if (pairs.has(key)) throw this.repeated(key, end + 1);
      pairs.set(key, value);
      end = this.at;
    } while (this.at < this.text.length);
    return Object.fromEntries(pairs);
  }

  private key(): string {
    const key = this.match(KEY) ?? '';
    this.match(SPACE);
    this.isFile = this.current() === '@';
    if (this.isFile) this.expect('@');
    this.expect('=');
    return key;
  }

  private values(): Value {
    if (this.at >= this.text.length) return '';
    if (this.current() === '[') return this.list();
    return this.current() === '{' ? this.map() : this.separated();
  }

  /** A value, or several with commas between, until what follows is the next key. */
  private separated(): Value {
    const first = this.value(FIRST) ?? '';
    this.match(SPACE);
    if (this.current() !== ',') return first;
    this.expect(',');
    const values: Value[] = [first];
    for (;;) {
      const later = this.value(LATER);
      if (later !== undefined) this.match(SPACE);
      const isOver = this.at >= this.text.length;
      if (later !== undefined && isOver) return [...values, later];
      if (later === undefined && isOver) throw this.unexpected('<second>', '<none>');
      if (later === undefined || this.current() !== ',') {
        this.at = this.text.lastIndexOf(',', this.at);
        return values.length === 1 ? first : values;
      }
      this.expect(',');
      values.push(later);
    }
  }

  private list(): Value {
    this.expect('[');
    const values: Value[] = [];
    while (this.current() !== ']') {
      values.push(this.nested());
      this.between(']');
    }
    this.at++;
    return values;
  }

  private map(): Value {
    this.expect('{');
    const pairs = new Map<string, Value>();
    while (this.current() !== '}') {
      const key = this.key();
      pairs.set(key, this.nested());
      this.between('}');
    }
    this.at++;
    return Object.fromEntries(pairs);
  }

  private nested(): Value {
    if (this.current() === '[') return this.list();
    return this.current() === '{' ? this.map() : (this.value(FIRST) ?? '');
  }

  private between(close: string): void {
    this.match(SPACE);
    if (this.current() === close) return;
    this.expect(',');
  }

  private value(bare: RegExp): Value | undefined {
    const quote = this.current();
    if (quote === "'" || quote === '"') {
      const all = this.match(quote === "'" ? SINGLE : DOUBLE);
      if (all === undefined && bare === LATER) return undefined;
      if (all === undefined) {
        throw this.unexpected(quote === "'" ? '<singled quoted>' : '<double quoted>', '<none>');
      }
      return this.meant(all.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\'));
    }
    const text = this.match(bare);
    return text === undefined ? undefined : this.meant(text.replaceAll('\\,', ',').trimEnd());
  }

  private meant(text: string): Value {
    return this.isFile ? this.resolve(text) : text;
  }

  private current(): string {
    return this.text[this.at] ?? END;
  }

  private expect(letter: string): void {
    this.match(SPACE);
    if (this.current() !== letter) throw this.unexpected(letter, this.current());
    this.at++;
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private unexpected(expected: string, received: string): Misread {
    return new Misread(
      `Expected: '${expected}', received: '${received}' for input:\n${this.marked(this.at)}`,
    );
  }

  private repeated(key: string, at: number): Misread {
    return new Misread(
      `Second instance of key "${key}" encountered for input:\n${this.marked(at)}\n` +
        'This is often because there is a preceding "," instead of a space.',
    );
  }

  /** The text with a mark under a place, the lines after it behind. */
  private marked(at: number): string {
    const lineStart = this.text.lastIndexOf('\n', at - 1) + 1;
    const lineEnd = this.text.indexOf('\n', at);
    const end = lineEnd < 0 ? this.text.length : lineEnd;
    return `${this.text.slice(0, end)}\n${' '.repeat(at - lineStart)}^${this.text.slice(end)}`;
  }
}
