// `jq`: a program over JSON from files or a pipe. As version 1.7.1 reads its options and tells its mistakes.
import { absolute, bytesOf, failed, said, textOf, type Place, type Ran } from '../shell/command.ts';
import type { Value } from '../value.ts';
import type { Run } from './filter.ts';
import { isTrue } from './order.ts';
import { optionsIn, type Options } from './options.ts';
import { Halt, Problem, Stopped, Unreadable } from './problem.ts';
import { programOf, type Program } from './program.ts';
import { dumped, written } from './print.ts';
import { readValues } from './read.ts';

const HELP =
  'Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]\n';

/** @param now milliseconds since 1970 */
export async function jq(args: readonly string[], place: Place, now: number): Promise<Ran> {
  const read = await optionsIn(args, (path) => place.files.read(absolute(place.cwd, path)));
  if (typeof read === 'string')
    return failed(
      2,
      `${read}\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq`.trimEnd(),
    );
  if (read.wants === 'help') return said(HELP);
  if (read.wants === 'version') return said('jq-1.7.1\n');
  const program = read.program ?? (place.stdin.length > 0 ? '.' : undefined);
  if (program === undefined) return { stdout: '', stderr: HELP, exit: 2 };
  try {
    return await ran(programOf(program, Object.keys(read.named)), read, place, now);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    const isName = problem.message.endsWith('is not defined');
    const what = isName
      ? problem.message
      : `syntax error, unexpected ${problem.message} (Unix shell quoting issues?)`;
    return failed(3, `jq: error: ${what} at <top-level>, line 1:\n${program}\njq: 1 compile error`);
  }
}

/** What has been printed so far, and the status that the end will have. */
interface Output {
  stdout: string;
  stderr: string;
  exit: number;
  last: Value | undefined;
}

async function ran(program: Program, options: Options, place: Place, now: number): Promise<Ran> {
  const { texts, missing } = await inputsOf(options, place);
  const output: Output = { stdout: '', stderr: missing, exit: missing === '' ? 0 : 2, last: undefined };
  const reading: Reading = { file: null, lines: 0 };
  const values = inputs(texts, options, reading);
  let isRead = false;
  const run: Run = {
    env: place.env,
    now,
    named: options.named,
    positional: options.positional,
    input: () => {
      isRead = true;
      const next = values.next();
      return next.done === true ? undefined : next.value;
    },
    file: () => reading.file,
    at: () => (isRead ? `${reading.file ?? '<stdin>'}:${reading.lines}` : '<unknown>'),
    warn: (text) => {
      output.stderr += text;
    },
    steps: 0,
  };
  const write = writer(options);
  try {
    for (let isOnce = options.flags.has('n'); ;) {
      const value = isOnce ? null : run.input();
      if (value === undefined) break;
      each(program, value, run, output, write);
      if (isOnce) break;
      isOnce = false;
    }
  } catch (end) {
    over(end, output);
  }
  if (options.flags.has('e') && output.exit === 0)
    output.exit = output.last === undefined ? 4 : isTrue(output.last) ? 0 : 1;
  return { stdout: bytesOf(output.stdout), stderr: output.stderr, exit: output.exit };
}

/** The outputs for one input; a mistake ends them, not the inputs that follow. */
function each(
  program: Program,
  value: Value,
  run: Run,
  output: Output,
  write: (value: Value) => string,
): void {
  try {
    for (const one of program(value, run)) {
      output.stdout += write(one);
      output.last = one;
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    output.stderr += `jq: error (at ${run.at()})${raised(problem.value)}\n`;
    output.exit = 5;
  }
}

function raised(value: Value): string {
  return typeof value === 'string' ? `: ${value}` : ` (not a string): ${dumped(value)}`;
}

/** What ends everything. */
function over(end: unknown, output: Output): void {
  if (end instanceof Halt) {
    if (end.said !== undefined)
      output.stderr += typeof end.said === 'string' ? end.said : `${dumped(end.said)}\n`;
    output.exit = end.exit;
  } else if (end instanceof Bad) {
    output.stderr += `jq: parse error: ${end.message}\n`;
    output.exit = 2;
  } else if (end instanceof Stopped || end instanceof RangeError) {
    output.stderr += 'jq: stopped: the program takes more steps than fit here\n';
    output.exit = 5;
  } else throw end;
}

/** An input that is no JSON. */
class Bad extends Error {}

/** Where the inputs are being read. */
interface Reading {
  file: string | null;
  /** The lines of it that were read. */
  lines: number;
}

function* inputs(texts: readonly Text[], { flags }: Options, reading: Reading): Generator<Value, undefined> {
  if (flags.has('s')) {
    const whole = texts.map(({ text }) => text).join('');
    yield flags.has('R') ? whole : [...texts.flatMap((one) => [...readable(one, reading)])];
    return;
  }
  for (const one of texts) {
    if (!flags.has('R')) yield* readable(one, reading);
    else yield* linesOf(one.text);
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function* readable({ name, text }: Text, reading: Reading): Iterable<Value> {
  reading.file = name;
  reading.lines = 0;
  try {
    for (const { value, lines } of readValues(text)) {
      reading.lines = lines;
      yield value;
    }
  } catch (problem) {
    throw problem instanceof Problem ? new Bad(problem.message) : problem;
  }
}

interface Text {
  /** None for what comes through a pipe. */
  readonly name: string | null;
  readonly text: string;
}

async function inputsOf(
  { files }: Options,
  { files: disk, cwd, stdin }: Place,
): Promise<{ readonly texts: readonly Text[]; readonly missing: string }> {
  if (files.length === 0) return { texts: [{ name: null, text: textOf(stdin) }], missing: '' };
  const read = await Promise.all(
    files.map(async (path) => [path, await disk.read(absolute(cwd, path))] as const),
  );
  return {
    texts: read.flatMap(([name, bytes]) => (bytes ? [{ name, text: textOf(bytes) }] : [])),
    missing: read
      .filter(([, bytes]) => bytes === undefined)
      .map(([path]) => `jq: error: Could not open ${path}: No such file or directory\n`)
      .join(''),
  };
}

function writer({ flags, indent }: Options): (value: Value) => string {
  const look = {
    ...(indent === undefined ? {} : { indent }),
    isSorted: flags.has('S'),
    isAscii: flags.has('a'),
  };
  const end = flags.has('j') ? '' : flags.has('raw0') ? '\0' : '\n';
  const isRaw = flags.has('r') || flags.has('j') || flags.has('raw0');
  const start = flags.has('seq') ? '\u001e' : '';
  return (value) => `${start}${isRaw && typeof value === 'string' ? value : written(value, look)}${end}`;
}
