// The regular expressions of jq, with JavaScript's.
import type { Value } from '../value.ts';
import { Problem } from './problem.ts';

export interface Match {
  readonly offset: number;
  readonly length: number;
  readonly string: string;
  readonly captures: readonly {
    readonly name: string | null;
    readonly offset: number;
    readonly length: number;
    readonly string: string | null;
  }[];
}

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};

/** @param flags of jq: `g`, `i`, `x`, `s`, `n` and others */
export function matchesOf(text: string, pattern: string, flags: string): readonly Match[] {
  const wrong = Array.from(flags).find((flag) => !'gimnpslx'.includes(flag));
  if (wrong !== undefined) throw new Problem(`${flags} is not a valid modifier string`);
  const regex = compiled(pattern, flags);
  const found = flags.includes('g') ? [...text.matchAll(regex)] : [...text.matchAll(regex)].slice(0, 1);
  return found.filter(([whole]) => !flags.includes('n') || whole !== '').map((match) => matchOf(text, match));
}

function compiled(pattern: string, flags: string): RegExp {
  const source = (flags.includes('x') ? pattern.replace(/\s+|#.*/g, '') : pattern)
    .replace(/\[:(\w+):\]/g, (all, name: string) => POSIX[name] ?? all)
    .replace(/\\([AzZh])/g, (_, letter: string) =>
      letter === 'A' ? '^' : letter === 'h' ? '[0-9a-fA-F]' : '$',
    );
  const own = `dg${flags.includes('i') ? 'i' : ''}${/[sp]/.test(flags) ? 's' : ''}`;
  for (const unicode of ['u', ''])
    try {
      return new RegExp(source, own + unicode);
    } catch {
      continue;
    }
  throw new Problem(`${pattern} (at offset 0) is not a valid regex: it cannot be read`);
}

function matchOf(text: string, match: RegExpExecArray): Match {
  const points = (until: number): number => Array.from(text.slice(0, until)).length;
  const names = Object.keys(match.groups ?? {});
  const [[start] = [0], ...spans] = match.indices ?? [];
  const named = new Map(
    names.map((name) => [spanText(match.indices?.groups?.[name], match.groups?.[name]), name]),
  );
  return {
    offset: points(start),
    length: Array.from(match[0]).length,
    string: match[0],
    captures: spans.map((span: readonly [number, number] | undefined, at) => {
      const held: string | undefined = match[at + 1];
      return {
        offset: span ? points(span[0]) : -1,
        length: held === undefined ? 0 : Array.from(held).length,
        string: held ?? null,
        name: named.get(spanText(span, held)) ?? (names.length === spans.length ? (names[at] ?? null) : null),
      };
    }),
  };
}

function spanText(span: readonly [number, number] | undefined, text: string | undefined): string {
  return `${span?.join('-') ?? ''} ${text ?? ''}`;
}

/** The captures that have names, by name. */
export function namedIn({ captures }: Match): Readonly<Record<string, Value>> {
  return Object.fromEntries(captures.flatMap(({ name, string }) => (name === null ? [] : [[name, string]])));
}
