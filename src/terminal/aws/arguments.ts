// Splits the words of a line into options and their values, as AWS CLI 2.36 splits them. It knows no service.
import { pythonLiteral } from '../python-text.ts';
import { Mistake, syntaxFault } from './faults.ts';
import { closest } from './suggest.ts';

/** An option of a line, `--name`. Two options with one `dest` overwrite each other: the last one counts. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** Under which name its value is found; its own when absent. */
  readonly dest?: string;
  /** How many words belong to it. A `flag` has none and stands for the value that it names. */
  readonly takes: 'one' | 'many' | { readonly flag: boolean } | { readonly maybe: string | true };
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** A whole number, or the line is not read at all. */
  readonly whole?: boolean;
}

/** A word without an option, by its place. */
export interface Positional {
  readonly name: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
}

export type Words = string | readonly string[] | boolean;

export interface Split {
  readonly values: ReadonlyMap<string, Words>;
  /** What belongs to nothing, in its order. */
  readonly rest: readonly string[];
}

type Token =
  | { readonly word: string }
  | { readonly option: readonly Option[]; readonly typed: string; readonly value?: string };

/**
 * Reads a line's words: `--name value`, `--name=value`, several values for a list, the beginning of an option's name
 * where no other begins like it.
 * @throws Mistake when a value is missing, is none of the choices, or when something required is not there
 */
export function splitArguments(
  options: readonly Option[],
  positionals: readonly Positional[],
  args: readonly string[],
): Split {
  const tokens = classify(options, args);
  const values = new Map<string, Words>();
  const rest: string[] = [];
  const open = [...positionals];
  let at = 0;
  const words = (most: number): string[] => {
    const taken: string[] = [];
    for (let token = tokens[at]; taken.length < most && token && 'word' in token; token = tokens[at]) {
      taken.push(token.word);
      at++;
    }
    return taken;
  };
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    if ('word' in token) {
      for (const word of words(Infinity)) {
        const next = open.shift();
        if (next) values.set(next.name, chosen(next.name, next.choices, word));
        else rest.push(word);
      }
      continue;
    }
    at++;
    const [option, ...others] = token.option;
    if (!option) rest.push(token.value === undefined ? token.typed : `${token.typed}=${token.value}`);
    else if (others.length > 0) throw ambiguous(token.typed, token.option);
    else values.set(option.dest ?? option.name, valueOf(option, token.value, words));
  }
  requireAll(options, open, values);
  return { values, rest };
}

/** The fault of a word that is none of the known ones. `what` is what the line has at its place, `operation`. */
export function invalidChoice(what: string, word: string, known: readonly string[]): Mistake {
  const meant = closest(word, known).map((one) => `  * ${one}`);
  const suggestion = meant.length > 0 ? ['Maybe you meant:\n', ...meant] : [];
  const message = [`Found invalid choice ${pythonLiteral(word)}\n`, ...suggestion].join('\n');
  return new Mistake(syntaxFault(`argument ${what}: ${message}`));
}

function classify(options: readonly Option[], args: readonly string[]): readonly Token[] {
  const end = args.indexOf('--');
  const read = end < 0 ? args : args.slice(0, end);
  const plain = end < 0 ? [] : args.slice(end + 1);
  return [...read.map((arg) => tokenOf(options, arg)), ...plain.map((word) => ({ word }))];
}

/** A word with a space, and a number, are values even when they begin with a dash. */
function tokenOf(options: readonly Option[], arg: string): Token {
  if (!arg.startsWith('-') || arg === '-') return { word: arg };
  const equals = arg.indexOf('=');
  const typed = equals < 0 ? arg : arg.slice(0, equals);
  const value = equals < 0 ? {} : { value: arg.slice(equals + 1) };
  const whole = options.find(({ name }) => `--${name}` === arg);
  if (whole) return { option: [whole], typed: arg };
  const exact = options.find(({ name }) => `--${name}` === typed);
  if (exact) return { option: [exact], typed, ...value };
  const begun = typed.startsWith('--') ? options.filter(({ name }) => `--${name}`.startsWith(typed)) : [];
  if (begun.length > 0) return { option: begun, typed, ...value };
  if (/^-\.?\d/.test(arg) || arg.includes(' ')) return { word: arg };
  return { option: [], typed, ...value };
}

function valueOf(option: Option, inline: string | undefined, words: (most: number) => string[]): Words {
  const { takes } = option;
  const name = `--${option.name}`;
  if (takes === 'many') return inline === undefined ? words(Infinity) : [inline];
  if (typeof takes === 'object' && 'flag' in takes) {
    if (inline !== undefined) {
      throw new Mistake(syntaxFault(`argument ${name}: ignored explicit argument ${pythonLiteral(inline)}`));
    }
    return takes.flag;
  }
  const value = inline ?? words(1)[0];
  if (value === undefined) {
    if (takes !== 'one') return takes.maybe;
    throw new Mistake(syntaxFault(`argument ${name}: expected one argument`));
  }
  if (option.whole === true && !isWhole(value)) {
    throw new Mistake(syntaxFault(`argument ${name}: invalid int value: ${pythonLiteral(value)}`));
  }
  return chosen(name, option.choices, value);
}

/** Digits, perhaps with a sign, spaces around and single underscores between. */
export function isWhole(text: string): boolean {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text);
}

function chosen(what: string, choices: readonly string[] | undefined, word: string): string {
  if (choices && !choices.includes(word)) throw invalidChoice(what, word, choices);
  return word;
}

function ambiguous(typed: string, options: readonly Option[]): Mistake {
  const names = options.map(({ name }) => `--${name}`).join(', ');
  return new Mistake(syntaxFault(`ambiguous option: ${typed} could match ${names}`));
}

function requireAll(
  options: readonly Option[],
  open: readonly Positional[],
  values: ReadonlyMap<string, Words>,
): void {
  const missing = [
    ...options
      .filter((option) => option.required === true && !values.has(option.dest ?? option.name))
      .map(({ name }) => `--${name}`),
    ...open.filter(({ required }) => required).map(({ name }) => name),
  ];
  if (missing.length > 0) {
    throw new Mistake(syntaxFault(`the following arguments are required: ${missing.join(', ')}`));
  }
}
