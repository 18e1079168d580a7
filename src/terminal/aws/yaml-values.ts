// YAML's values on one line: plain words, quoted texts, lists and maps in brackets.
import type { Value } from './value.ts';

const WORDS: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** A word without quotes. @returns `undefined` for what only a whole YAML reader understands */
export function plainValue(text: string): Value | undefined {
  const binary = /^!!binary\s+(.*)$/.exec(text);
  if (binary) return flowValue(binary[1] ?? '') ?? binary[1] ?? '';
  if (/^[&*!%@`|>]|:\s|:$/.test(text)) return undefined;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  return /^[-+]?(\d+|\d+\.\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}

/** A value that opens with a bracket or a quote. @returns `undefined` when it does not close where the text ends */
export function flowValue(text: string): Value | undefined {
  const flow = new Flow(text);
  const value = flow.value();
  return flow.isDone() ? value : undefined;
}

/** A line without its comment. */
export function withoutComment(text: string): string {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote === '"' && letter === '\\') at++;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (/["']/.test(letter) && /^$|[\s[{,:]$/.test(text.slice(0, at))) quote = letter;
    else if (letter === '#' && /\s/.test(text[at - 1] ?? ' ')) return text.slice(0, at).trimEnd();
  }
  return text.trimEnd();
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...([
    ['n', '\n'],
    ['t', '\t'],
    ['r', '\r'],
    ['0', '\0'],
    ['b', '\b'],
    ['f', '\f'],
  ] as const),
]);

class Flow {
  private at = 0;
  private isBroken = false;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  isDone(): boolean {
    this.space();
    return !this.isBroken && this.at === this.text.length;
  }

  value(): Value | undefined {
    this.space();
    const first = this.text[this.at];
    if (first === '[') return this.list();
    if (first === '{') return this.map();
    return first === '"' || first === "'" ? this.quoted(first) : this.plain();
  }

  private list(): Value {
    const values: Value[] = [];
    this.at++;
    while (!this.closes(']')) values.push(this.value() ?? null);
    return values;
  }

  private map(): Value {
    const entries: [string, Value][] = [];
    this.at++;
    while (!this.closes('}')) {
      const key = this.value();
      this.space();
      if (this.text[this.at] === ':') this.at++;
      else this.isBroken = true;
      entries.push([typeof key === 'string' ? key : JSON.stringify(key ?? null), this.value() ?? null]);
    }
    return Object.fromEntries(entries);
  }

  /** Takes a comma; at the bracket, or where nothing more can be read, the list is over. */
  private closes(bracket: string): boolean {
    this.space();
    if (this.text[this.at] === ',') this.at++;
    this.space();
    if (this.text[this.at] === bracket) {
      this.at++;
      return true;
    }
    this.isBroken ||= this.at >= this.text.length || /[\]},:]/.test(this.text[this.at] ?? '');
    return this.isBroken;
  }

  private quoted(quote: string): string {
    let value = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const letter = this.text[this.at] ?? '';
      const next = this.text[this.at + 1] ?? '';
      if (quote === '"' && letter === '\\') {
        value += this.escaped(next);
      } else if (letter !== quote) value += letter;
      else if (quote === "'" && next === "'") {
        value += "'";
        this.at++;
      } else {
        this.at++;
        return value;
      }
    }
    this.isBroken = true;
    return value;
  }

  private escaped(letter: string): string {
    this.at++;
    if (letter !== 'u') return ESCAPES.get(letter) ?? letter;
    const code = this.text.slice(this.at + 1, this.at + 5);
    this.at += 4;
    return String.fromCharCode(parseInt(code, 16));
  }

  private plain(): Value | undefined {
    const rest = this.text.slice(this.at);
    const found = /^[^,[\]{}:]*(?::(?!\s|$|[,[\]{}])[^,[\]{}:]*)*/.exec(rest)?.[0] ?? '';
    this.at += found.length;
    return plainValue(found.trim());
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? 'x')) this.at++;
  }
}
