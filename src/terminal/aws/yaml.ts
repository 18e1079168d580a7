// Reads the YAML that a whole input is written in: maps, lists, texts in every style, JSON's brackets. Anchors, tags
// other than `!!binary` and several documents are not read. It knows no parameter.
import { flowValue, plainValue, withoutComment } from './yaml-values.ts';
import type { Value } from './value.ts';

/** @returns `undefined` when the text is no YAML, or more of it than is read here */
export function parseYaml(text: string): Value | undefined {
  try {
    const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
    const reader = new Reader(lines[0]?.trim() === '---' ? lines.slice(1) : lines);
    return reader.whole();
  } catch (stop) {
    if (stop instanceof NotRead) return undefined;
    throw stop;
  }
}

export class NotRead extends Error {}

interface Line {
  readonly indent: number;
  readonly text: string;
}

class Reader {
  private at = 0;
  private readonly lines: string[];

  constructor(lines: readonly string[]) {
    this.lines = [...lines];
  }

  whole(): Value {
    const first = this.next();
    const value = first ? this.block(first.indent) : null;
    if (this.next()) throw new NotRead();
    return value;
  }

  /** The next line that says something, without taking it. */
  private next(): Line | undefined {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? '';
      const text = line.trimStart();
      if (text === '' || text.startsWith('#')) continue;
      if (line.slice(0, line.length - text.length).includes('\t')) throw new NotRead();
      return { indent: line.length - text.length, text: withoutComment(text) };
    }
    return undefined;
  }

  private block(indent: number): Value {
    const line = this.next();
    if (!line) return null;
    if (/^-(\s|$)/.test(line.text)) return this.list(indent);
    if (keyOf(line.text)) return this.map(indent);
    this.at++;
    return this.flow(this.continued(line.text, indent - 1));
  }

  private list(indent: number): Value {
    const values: Value[] = [];
    for (let line = this.next(); line?.indent === indent && /^-(\s|$)/.test(line.text); line = this.next()) {
      const rest = line.text.slice(1).trimStart();
      if (rest === '') {
        this.at++;
        values.push(this.below(indent));
      } else if (keyOf(rest) || /^-(\s|$)/.test(rest)) {
        const inner = indent + line.text.length - rest.length;
        this.lines[this.at] = `${' '.repeat(inner)}${rest}`;
        values.push(this.block(inner));
      } else values.push(this.scalar(rest, indent));
    }
    this.refuseDeeper(indent);
    return values;
  }

  private map(indent: number): Value {
    const entries = new Map<string, Value>();
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      const found = keyOf(line.text);
      if (!found || entries.has(found.key)) throw new NotRead();
      if (found.rest === '') {
        this.at++;
        entries.set(found.key, this.belowKey(indent));
      } else entries.set(found.key, this.scalar(found.rest, indent));
    }
    this.refuseDeeper(indent);
    return Object.fromEntries(entries);
  }

  private refuseDeeper(indent: number): void {
    if ((this.next()?.indent ?? -1) > indent) throw new NotRead();
  }

  private below(indent: number): Value {
    const line = this.next();
    return line && line.indent > indent ? this.block(line.indent) : null;
  }

  /** What stands under a key: deeper, or a list as deep as the key itself. */
  private belowKey(indent: number): Value {
    const line = this.next();
    if (line?.indent === indent && /^-(\s|$)/.test(line.text)) return this.list(indent);
    return this.below(indent);
  }

  private scalar(text: string, indent: number): Value {
    this.at++;
    const style = /^([|>])([-+]?)(\d?)([-+]?)$/.exec(text);
    if (style) return this.literal(indent, style[1] === '>', `${style[2] ?? ''}${style[4] ?? ''}`);
    return this.flow(this.continued(text, indent));
  }

  /** A value that goes on in deeper lines: an open bracket or quote, or plain text. */
  private continued(text: string, indent: number): string {
    let all = text;
    for (let line = this.next(); line && line.indent > indent; line = this.next()) {
      all += ` ${line.text}`;
      this.at++;
    }
    return all;
  }

  private flow(text: string): Value {
    const value = /^[[{"']/.test(text) ? flowValue(text) : plainValue(text);
    if (value === undefined) throw new NotRead();
    return value;
  }

  private literal(indent: number, isFolded: boolean, chomping: string): string {
    const lines: string[] = [];
    let inner: number | undefined;
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? '';
      const depth = line.length - line.trimStart().length;
      if (line.trim() !== '' && depth <= indent) break;
      inner ??= line.trim() === '' ? undefined : depth;
      lines.push(inner === undefined ? '' : line.slice(inner));
    }
    const text = lines.join('\n').replace(/\n+$/, '');
    const kept = isFolded ? folded(text) : text;
    const ends = lines.length - (text === '' ? 0 : text.split('\n').length);
    if (chomping === '-') return kept;
    return chomping === '+' ? `${kept}\n${'\n'.repeat(ends)}` : `${kept}\n`;
  }
}

/** Lines of one paragraph as one line; an empty line is a line end. */
function folded(text: string): string {
  return text.replaceAll(/([^\n])(\n+)(?=[^\n\s])/g, (_, last: string, ends: string) =>
    ends.length === 1 ? `${last} ` : `${last}${ends.slice(1)}`,
  );
}

/** `key: value`, the key perhaps in quotes. */
function keyOf(text: string): { readonly key: string; readonly rest: string } | undefined {
  const found =
    /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s[\]{}"'#&*!|>%@,-][^#]*?|-[^\s][^#]*?)\s*:(?:\s+(.*))?$/.exec(
      text,
    );
  const [, written, rest = ''] = found ?? [];
  if (written === undefined) return undefined;
  const key = /^["']/.test(written) ? flowValue(written) : written;
  return typeof key === 'string' ? { key, rest: rest.trim() } : undefined;
}
