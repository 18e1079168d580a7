// `diff`: what differs between two files, as lines to change or with the lines around them.
import { absolute, failed, said, textOf, type Place, type Ran } from '../command.ts';
import { writeTime } from './write-time.ts';

interface Options {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** How many lines around a change are shown; none where changes alone are. */
  readonly around: number | undefined;
}

const LONG: Readonly<Record<string, string>> = {
  '--brief': 'q',
  '--unified': 'u',
  '--ignore-case': 'i',
  '--ignore-all-space': 'w',
  '--ignore-space-change': 'b',
  '--ignore-blank-lines': 'B',
  '--report-identical-files': 's',
  '--text': 'a',
};

function optionsIn(args: readonly string[]): Options | string {
  const flags = new Set<string>();
  const words: string[] = [];
  let around: number | undefined;
  for (const arg of args) {
    const lines = /^(?:-[uU]|--unified=)(\d+)$/.exec(arg)?.[1];
    if (lines !== undefined) around = Number(lines);
    else if (Object.hasOwn(LONG, arg)) flags.add(LONG[arg] ?? '');
    else if (/^--color(?:=|$)/.test(arg)) continue;
    else if (/^-[quiwbBsa]+$/.test(arg)) for (const letter of arg.slice(1)) flags.add(letter);
    else if (arg.startsWith('-') && arg !== '-') return `unrecognized option '${arg}'`;
    else words.push(arg);
  }
  return { words, flags, around: around ?? (flags.has('u') ? 3 : undefined) };
}

export async function diff(args: readonly string[], place: Place, now: number): Promise<Ran> {
  const read = optionsIn(args);
  if (typeof read === 'string')
    return failed(2, `diff: ${read}\ndiff: Try 'diff --help' for more information.`);
  const [left, right, ...more] = read.words;
  if (left === undefined || right === undefined || more.length > 0) {
    const what =
      more.length > 0 ? `extra operand '${more[0] ?? ''}'` : `missing operand after '${left ?? 'diff'}'`;
    return failed(2, `diff: ${what}\ndiff: Try 'diff --help' for more information.`);
  }
  const texts = await Promise.all([left, right].map((path) => textAt(path, place)));
  const missing = [left, right].filter((_, i) => texts[i] === undefined);
  if (missing.length > 0)
    return failed(2, missing.map((path) => `diff: ${path}: No such file or directory`).join('\n'));
  const [before = '', after = ''] = texts;
  const changes = changesOf(before, after, read.flags);
  if (changes.length === 0)
    return said(read.flags.has('s') ? `Files ${left} and ${right} are identical\n` : '');
  if (read.flags.has('q')) return { ...said(`Files ${left} and ${right} differ\n`), exit: 1 };
  const time = (path: string): string =>
    writeTime('%Y-%m-%d %H:%M:%S', place.files.at(absolute(place.cwd, path))?.time ?? now);
  const heads = [
    `--- ${left}\t${time(left)}.000000000 +0000`,
    `+++ ${right}\t${time(right)}.000000000 +0000`,
  ];
  const lines =
    read.around === undefined
      ? changes.flatMap((change) => plain(change, before, after))
      : [...heads, ...hunks(changes, read.around, linesIn(before), before, after)];
  return { ...said(`${lines.join('\n')}\n`), exit: 1 };
}

async function textAt(path: string, { stdin, files, cwd }: Place): Promise<string | undefined> {
  const bytes = path === '-' ? stdin : await files.read(absolute(cwd, path));
  return bytes && textOf(bytes);
}

function linesIn(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Lines that give way to others: where they stand in both files, from 0. */
interface Change {
  readonly from: number;
  readonly removed: readonly string[];
  readonly to: number;
  readonly added: readonly string[];
}

function compared(line: string, flags: ReadonlySet<string>): string {
  const spaced = flags.has('w')
    ? line.replace(/\s+/g, '')
    : flags.has('b')
      ? line.replace(/\s+/g, ' ').trimEnd()
      : line;
  return flags.has('i') ? spaced.toLowerCase() : spaced;
}

/** The lines as they are compared; a last one without its line end is another than with it. */
function comparable(text: string, flags: ReadonlySet<string>): readonly string[] {
  const lines = linesIn(text).map((line) => compared(line, flags));
  return text === '' || text.endsWith('\n') ? lines : lines.with(-1, `${lines.at(-1) ?? ''}\0`);
}

/** Larger pairs of files differ as a whole. */
const LARGEST = 4_000_000;

/** The fewest lines to remove and to add: what stays is the longest that both have in common. */
function changesOf(before: string, after: string, flags: ReadonlySet<string>): readonly Change[] {
  const [left, right] = [linesIn(before), linesIn(after)];
  const a = comparable(before, flags);
  const b = comparable(after, flags);
  if (a.length * b.length > LARGEST) return [{ from: 0, removed: left, to: 0, added: right }];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: Change[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [from, to] = [i, j];
    while ((i < a.length || j < b.length) && (i >= a.length || j >= b.length || a[i] !== b[j]))
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i += 1;
      else j += 1;
    if (i > from || j > to) {
      const change = { from, removed: left.slice(from, i), to, added: right.slice(to, j) };
      if (!flags.has('B') || [...change.removed, ...change.added].some((line) => line !== ''))
        changes.push(change);
    }
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
    }
  }
  return changes;
}

const NO_END = '\\ No newline at end of file';

/** A line of a file, and what is to be said where its file ends without a line end. */
function withEnd(mark: string, line: string, isLast: boolean, text: string): readonly string[] {
  return isLast && !text.endsWith('\n') ? [`${mark}${line}`, NO_END] : [`${mark}${line}`];
}

function marked(mark: string, lines: readonly string[], from: number, text: string): readonly string[] {
  const count = linesIn(text).length;
  return lines.flatMap((line, i) => withEnd(mark, line, from + i === count - 1, text));
}

function plain({ from, removed, to, added }: Change, before: string, after: string): readonly string[] {
  const span = (start: number, count: number): string =>
    count === 0 ? String(start) : count === 1 ? String(start + 1) : `${start + 1},${start + count}`;
  const kind = removed.length === 0 ? 'a' : added.length === 0 ? 'd' : 'c';
  return [
    `${span(from, removed.length)}${kind}${span(to, added.length)}`,
    ...marked('< ', removed, from, before),
    ...(kind === 'c' ? ['---'] : []),
    ...marked('> ', added, to, after),
  ];
}

/** Changes that stand close to one another come together. */
function hunks(
  changes: readonly Change[],
  around: number,
  left: readonly string[],
  before: string,
  after: string,
): readonly string[] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous && change.from - (previous.from + previous.removed.length) <= 2 * around)
      last.push(change);
    else groups.push([change]);
  }
  return groups.flatMap((group) => hunk(group, around, left, before, after));
}

function hunk(
  group: readonly Change[],
  around: number,
  left: readonly string[],
  before: string,
  after: string,
): readonly string[] {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return [];
  const start = Math.max(0, first.from - around);
  const end = Math.min(left.length, last.from + last.removed.length + around);
  const added = group.reduce((sum, change) => sum + change.added.length - change.removed.length, 0);
  const same = (from: number, to: number): readonly string[] =>
    marked(' ', left.slice(from, to), from, before);
  const span = (at: number, count: number): string =>
    count === 1 ? String(at + 1) : `${count === 0 ? at : at + 1},${count}`;
  return [
    `@@ -${span(start, end - start)} +${span(start + first.to - first.from, end - start + added)} @@`,
    ...group.flatMap((change, i) => {
      const previous = group[i - 1];
      return [
        ...same(previous ? previous.from + previous.removed.length : start, change.from),
        ...marked('-', change.removed, change.from, before),
        ...marked('+', change.added, change.to, after),
      ];
    }),
    ...same(last.from + last.removed.length, end),
  ];
}
