// The command line of `jq`.
import { textOf } from '../shell/command.ts';
import type { Value } from '../value.ts';
import { Problem } from './problem.ts';
import { readValues } from './read.ts';

export interface Options {
  readonly program: string | undefined;
  readonly files: readonly string[];
  /** By their letter. */
  readonly flags: ReadonlySet<string>;
  /** What stands before each level; everything on one line without it. */
  readonly indent: string | undefined;
  readonly named: Readonly<Record<string, Value>>;
  readonly positional: readonly Value[];
  readonly wants?: 'help' | 'version';
}

const LONG: Readonly<Record<string, string>> = {
  'null-input': 'n',
  'raw-input': 'R',
  slurp: 's',
  'compact-output': 'c',
  'raw-output': 'r',
  'raw-output0': 'raw0',
  'join-output': 'j',
  'ascii-output': 'a',
  'sort-keys': 'S',
  'color-output': 'C',
  'monochrome-output': 'M',
  'exit-status': 'e',
  'from-file': 'f',
  unbuffered: 'unbuffered',
  tab: 'tab',
  seq: 'seq',
  help: 'h',
  version: 'V',
};

const VALUES: Readonly<Record<string, number>> = { arg: 2, argjson: 2, slurpfile: 2, rawfile: 2, indent: 1 };

/** @returns the options, or what is wrong with them */
export async function optionsIn(
  args: readonly string[],
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Options | string> {
  const flags = new Set<string>();
  const named: Record<string, Value> = {};
  const words: string[] = [];
  const positional: Value[] = [];
  let rest: 'files' | 'args' | 'jsonargs' = 'files';
  let indent: string | undefined = '  ';
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const name = arg.startsWith('--') ? arg.slice(2) : undefined;
    if (arg === '--') {
      words.push(...args.slice(at + 1));
      break;
    } else if (name === 'args' || name === 'jsonargs') rest = name;
    else if (name !== undefined && Object.hasOwn(VALUES, name)) {
      const count = VALUES[name] ?? 0;
      const [first, second] = args.slice(at + 1, at + 1 + count);
      if (first === undefined || (count === 2 && second === undefined))
        return `jq: --${name} takes ${count === 2 ? 'two parameters' : 'one parameter'} (e.g. --${name} ${count === 2 ? 'varname value' : 'n'})`;
      at += count;
      if (name === 'indent') {
        const spaces = Number(first);
        if (!Number.isInteger(spaces) || spaces < 0 || spaces > 7)
          return `jq: Cannot indent ${spaces < 0 ? 'less than zero characters' : 'more than 7 characters'}`;
        indent = spaces === 0 ? undefined : ' '.repeat(spaces);
      } else {
        const held = await valueOf(name, first, second ?? '', read);
        if ('wrong' in held) return held.wrong;
        named[first] = held.value;
      }
    } else if (name !== undefined) {
      const letter = Object.hasOwn(LONG, name) ? LONG[name] : undefined;
      if (letter === undefined) return `jq: Unknown option: ${arg}`;
      flags.add(letter);
    } else if (/^-[a-zA-Z]+$/.test(arg)) {
      const letters = Array.from(arg.slice(1));
      const wrong = letters.find((letter) => !Object.values(LONG).includes(letter));
      if (wrong !== undefined) return `jq: Unknown option: ${arg}`;
      for (const letter of letters) flags.add(letter);
    } else if (rest === 'files' || (words.length === 0 && !flags.has('f'))) words.push(arg);
    else {
      const held =
        rest === 'args' ? { value: arg } : jsonOf(arg, `jq: Invalid JSON text passed to --jsonargs`);
      if ('wrong' in held) return held.wrong;
      positional.push(held.value);
    }
  }
  if (flags.has('tab')) indent = '\t';
  if (flags.has('c')) indent = undefined;
  const wants = flags.has('h') ? ('help' as const) : flags.has('V') ? ('version' as const) : undefined;
  const [first, ...files] = words;
  let program = first;
  if (flags.has('f') && first !== undefined) {
    const bytes = await read(first);
    if (!bytes) return `jq: error: Could not open ${first}: No such file or directory`;
    program = textOf(bytes);
  }
  return { program, files, flags, indent, named, positional, ...(wants ? { wants } : {}) };
}

type Held = { readonly value: Value } | { readonly wrong: string };

async function valueOf(
  option: string,
  name: string,
  given: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Held> {
  if (option === 'arg') return { value: given };
  if (option === 'argjson') return jsonOf(given, `jq: Invalid JSON text passed to --argjson`);
  const bytes = await read(given);
  if (!bytes)
    return {
      wrong: `jq: Bad JSON in --${option} ${name} ${given}: Could not open ${given}: No such file or directory`,
    };
  const text = textOf(bytes);
  return option === 'rawfile'
    ? { value: text }
    : jsonOf(text, `jq: Bad JSON in --slurpfile ${name} ${given}`, 'all');
}

function jsonOf(text: string, wrong: string, all?: 'all'): Held {
  try {
    const values = Array.from(readValues(text), ({ value }) => value);
    if (all) return { value: values };
    const [value, ...more] = values;
    return value === undefined || more.length > 0 ? { wrong } : { value };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { wrong };
  }
}
