// What a line leaves behind for the next one: variables, arrays, options, functions, the folder.
import type { ScriptNode } from 'just-bash';
import { absolute, textOf, type Files } from './command.ts';
import { functionsIn, MARK, sourcedIn, type FunctionNode } from './statements.ts';

export interface Kept {
  readonly cwd: string;
  /** Every variable that is no array, the parameters and `?` among them. */
  readonly variables: ReadonlyMap<string, string>;
  /** Names of those that commands see. */
  readonly exported: readonly string[];
  /** Statements that give variables their attributes again. */
  readonly attributes: readonly string[];
  /** Statements that fill arrays again. */
  readonly elements: readonly string[];
  readonly functions: ReadonlyMap<string, FunctionNode>;
  /** From which `$RANDOM` goes on. */
  readonly luck: number;
  /** From which moment `$SECONDS` counts, in seconds since 1970, once it was set. */
  readonly since?: number;
}

/** Options that are on from the beginning, or that the shell library does not let anybody set. */
const NOT_SET = ['braceexpand', 'hashall', 'interactive-comments'];

/** The statements that make again what does not come with the variables; after them the status is the one of before. */
export function restoring({ variables, exported, attributes, elements }: Kept): string {
  const options = (variables.get('SHELLOPTS') ?? '')
    .split(':')
    .filter((name) => name !== '' && !NOT_SET.includes(name));
  const names = exported.filter((name) => /^[A-Za-z_]\w*$/.test(name) && variables.has(name));
  return [
    ...(names.length === 0 ? [] : [`export ${names.join(' ')}`]),
    ...attributes,
    ...elements,
    ...options.map((name) => `set -o ${name}`),
    `${MARK} status ${variables.get('?') ?? '0'} && ${MARK} status 0`,
  ].join('\n');
}

interface Declared {
  readonly flags: string;
  readonly name: string;
}

/** The variables in what `declare -p` prints that have attributes of their own. */
export function declaredIn(printed: string): readonly Declared[] {
  return [...printed.matchAll(/^declare -(\w+) (\w+)/gm)]
    .map(([, flags = '', name = '']) => ({ flags: flags.replace(/[rx]/g, ''), name }))
    .filter(({ flags, name }) => flags !== '' && !/^(?:PIPESTATUS|BASH_\w+|FUNCNAME|DIRSTACK)$/.test(name));
}

/** What makes the shell tell the elements of its arrays, mark by mark. */
export function asking(declared: readonly Declared[]): string {
  return declared
    .filter(({ flags }) => /[aA]/.test(flags))
    .map(
      ({ name }) =>
        `for REPLY in "\${!${name}[@]}"; do ${MARK} element ${name} "$REPLY" "\${${name}[$REPLY]}"; done`,
    )
    .join('\n');
}

/** One element, as a statement. */
export function elementText(name: string, key: string, value: string): string {
  return `${name}[${/^\d+$/.test(key) ? key : quoted(key)}]=${quoted(value)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

/** The names in what `declare -F` prints. */
export function functionNames(printed: string): readonly string[] {
  return [...printed.matchAll(/^declare -f\S* (\S+)$/gm)].map(([, name = '']) => name);
}

/**
 * The functions that there are after a line: those of before, those that it defines, those of the files that it reads in.
 * @param names those that the shell knows now; `undefined` when it could not say
 */
export async function functionsAfter(
  { functions, cwd }: Kept,
  script: ScriptNode | undefined,
  names: readonly string[] | undefined,
  read: { readonly files: Files; readonly parse: (text: string) => Promise<ScriptNode | undefined> },
): Promise<ReadonlyMap<string, FunctionNode>> {
  const known = new Map(functions);
  for (const one of functionsIn(script)) known.set(one.name, one);
  if (names?.some((name) => !known.has(name)) === true)
    for (const path of sourcedIn(script)) {
      const bytes = await read.files.read(absolute(cwd, path));
      const parsed = bytes && (await read.parse(textOf(bytes)));
      for (const one of functionsIn(parsed)) known.set(one.name, one);
    }
  return names ? new Map([...known].filter(([name]) => names.includes(name))) : known;
}
