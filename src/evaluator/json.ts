// JSON (RFC 8259) with the place of every element. It knows nothing of policies.

/** UTF-16 offsets into the text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: JsonNode;
}

export type JsonNode =
  | { readonly type: 'string'; readonly value: string; readonly range: Range }
  | { readonly type: 'number'; readonly value: number; readonly source: string; readonly range: Range }
  | { readonly type: 'boolean'; readonly value: boolean; readonly range: Range }
  | { readonly type: 'null'; readonly range: Range }
  | { readonly type: 'array'; readonly items: readonly JsonNode[]; readonly range: Range }
  | { readonly type: 'object'; readonly members: readonly JsonMember[]; readonly range: Range };

/** Why a text is not JSON. Sentences for the reasons are in `messages.ts`. */
export type JsonFault =
  | 'empty'
  | 'unexpected'
  | 'unexpected-end'
  | 'trailing-comma'
  | 'comment'
  | 'smart-quote'
  | 'control-character'
  | 'bad-escape'
  | 'lone-surrogate'
  | 'bad-number'
  | 'duplicate-key'
  | 'too-deep'
  | 'after-end';

export interface JsonError {
  readonly fault: JsonFault;
  readonly found: string;
  readonly range: Range;
}

/** Deeper than any policy can be, shallow enough for every stack. */
const DEPTH = 64;

class Stop extends Error {
  readonly fault: JsonFault;
  readonly range: Range;
  constructor(fault: JsonFault, start: number, end: number) {
    super(fault);
    this.fault = fault;
    this.range = { start, end };
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const SMART = '\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e';
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads a JSON text. A repeated key is an error, since AWS refuses it; the first error ends the reading.
 * @returns the tree with ranges, or one error with its place. Never throws; time is linear in the text.
 */
export function parseJson(text: string): { readonly node: JsonNode } | { readonly error: JsonError } {
  try {
    return { node: new Reader(text).document() };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const found = text.slice(stop.range.start, Math.min(stop.range.end, stop.range.start + 40));
    return { error: { fault: stop.fault, found, range: stop.range } };
  }
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  document(): JsonNode {
    this.space();
    if (this.at >= this.text.length) throw new Stop('empty', 0, 0);
    const node = this.value(0);
    this.space();
    if (this.at < this.text.length) throw this.unexpected('after-end');
    return node;
  }

  private space(): void {
    for (;;) {
      const c = this.text.charCodeAt(this.at);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return;
      this.at += 1;
    }
  }

  private unexpected(otherwise: JsonFault = 'unexpected'): Stop {
    const c = this.text[this.at];
    if (c === undefined) return new Stop('unexpected-end', this.at, this.at);
    const next = this.text[this.at + 1];
    if (c === '/' && (next === '/' || next === '*')) return new Stop('comment', this.at, this.at + 2);
    if (c === '#') return new Stop('comment', this.at, this.at + 1);
    if (SMART.includes(c)) return new Stop('smart-quote', this.at, this.at + 1);
    if (c < ' ' || c === '\u00a0' || c === '\ufeff')
      return new Stop('control-character', this.at, this.at + 1);
    return new Stop(otherwise, this.at, this.at + 1);
  }

  private value(depth: number): JsonNode {
    const start = this.at;
    switch (this.text.charAt(start)) {
      case '{':
        return this.object(depth + 1);
      case '[':
        return this.array(depth + 1);
      case '"': {
        const value = this.string();
        return { type: 'string', value, range: { start, end: this.at } };
      }
      case 't':
        return this.word('true', { type: 'boolean', value: true, range: { start, end: start + 4 } });
      case 'f':
        return this.word('false', { type: 'boolean', value: false, range: { start, end: start + 5 } });
      case 'n':
        return this.word('null', { type: 'null', range: { start, end: start + 4 } });
      default:
        return this.number();
    }
  }

  private word(word: string, node: JsonNode): JsonNode {
    if (!this.text.startsWith(word, this.at)) throw this.unexpected();
    this.at += word.length;
    return node;
  }

  private number(): JsonNode {
    const start = this.at;
    NUMBER.lastIndex = start;
    const source = NUMBER.exec(this.text)?.[0];
    if (source === undefined) throw this.unexpected();
    this.at += source.length;
    if (/[\w.+]/.test(this.text[this.at] ?? '')) throw new Stop('bad-number', start, this.at + 1);
    return { type: 'number', value: Number(source), source, range: { start, end: this.at } };
  }

  private string(): string {
    const { text } = this;
    const open = this.at;
    this.at += 1;
    let value = '';
    let from = this.at;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c === 0x22) {
        value += text.slice(from, this.at);
        this.at += 1;
        if (!value.isWellFormed()) throw new Stop('lone-surrogate', open, this.at);
        return value;
      }
      if (Number.isNaN(c)) throw new Stop('unexpected-end', open, this.at);
      if (c < 0x20) throw new Stop('control-character', this.at, this.at + 1);
      if (c === 0x5c) {
        value += text.slice(from, this.at) + this.escape();
        from = this.at;
      } else this.at += 1;
    }
  }

  private escape(): string {
    const start = this.at;
    const letter = this.text[start + 1] ?? '';
    const plain = ESCAPES[letter];
    if (letter === '') throw new Stop('unexpected-end', start, start + 1);
    if (plain !== undefined) {
      this.at += 2;
      return plain;
    }
    const hex = this.text.slice(start + 2, start + 6);
    if (letter !== 'u' || !/^[\da-fA-F]{4}$/.test(hex)) throw new Stop('bad-escape', start, start + 2);
    this.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private array(depth: number): JsonNode {
    const start = this.at;
    if (depth > DEPTH) throw new Stop('too-deep', start, start + 1);
    this.at += 1;
    const items: JsonNode[] = [];
    this.space();
    if (this.text[this.at] !== ']') {
      for (;;) {
        this.space();
        items.push(this.value(depth));
        this.space();
        if (!this.comma(']')) break;
      }
    }
    this.at += 1;
    return { type: 'array', items, range: { start, end: this.at } };
  }

  private object(depth: number): JsonNode {
    const start = this.at;
    if (depth > DEPTH) throw new Stop('too-deep', start, start + 1);
    this.at += 1;
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    this.space();
    if (this.text[this.at] !== '}') {
      for (;;) {
        this.space();
        members.push(this.member(depth, keys));
        this.space();
        if (!this.comma('}')) break;
      }
    }
    this.at += 1;
    return { type: 'object', members, range: { start, end: this.at } };
  }

  private member(depth: number, keys: Set<string>): JsonMember {
    const start = this.at;
    if (this.text[start] !== '"') throw this.unexpected();
    const key = this.string();
    const keyRange = { start, end: this.at };
    if (keys.has(key)) throw new Stop('duplicate-key', start, this.at);
    keys.add(key);
    this.space();
    if (this.text[this.at] !== ':') throw this.unexpected();
    this.at += 1;
    this.space();
    return { key, keyRange, value: this.value(depth) };
  }

  /** After an element: true when another follows, false at the closing bracket. */
  private comma(close: string): boolean {
    const c = this.text[this.at];
    if (c === close) return false;
    if (c !== ',') throw this.unexpected();
    const at = this.at;
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) throw new Stop('trailing-comma', at, at + 1);
    return true;
  }
}
