// The statements of a script as the shell library parses them: what is put between them, and which functions they define.
import type { CommandNode, ScriptNode, SimpleCommandNode, StatementNode, WordNode } from 'just-bash';

/** The library's name for its tree: a function as it was defined. */
export type FunctionNode = Extract<CommandNode, { readonly type: 'FunctionDef' }>;

export type Redirection = SimpleCommandNode['redirections'][number];

/** The word under which the shell's own statements call back. */
export const MARK = 'gatehouse-mark';

export const word = (...parts: WordNode['parts']): WordNode => ({ type: 'Word', parts });
export const literal = (value: string): WordNode => word({ type: 'Literal', value });

/** A substitution whose output is what our own word answers. */
export function answered(args: readonly WordNode[]): WordNode['parts'][number] {
  const body: ScriptNode = { type: 'Script', statements: [statement([simple(MARK, args)], [])] };
  return { type: 'CommandSubstitution', body, legacy: false };
}

export function statement(
  commands: readonly CommandNode[],
  operators: StatementNode['operators'],
): StatementNode {
  return {
    type: 'Statement',
    pipelines: commands.map((command) => ({ type: 'Pipeline', commands: [command], negated: false })),
    operators,
    background: false,
  };
}

export function simple(name: string, args: readonly WordNode[] = []): SimpleCommandNode {
  return {
    type: 'SimpleCommand',
    assignments: [],
    name: literal(name),
    args: [...args],
    redirections: [],
  };
}

/**
 * A call of `MARK` that changes nothing for its neighbours: it answers with the status that it finds, and as the left side
 * of `&&` it ends no script that runs under `set -e`.
 */
function mark(args: readonly WordNode[]): StatementNode {
  return statement([simple(MARK, args), simple(MARK, [literal('status'), literal('0')])], ['&&']);
}

/** Ends with the status that it finds. */
export const kept = (): StatementNode => mark([literal('keep')]);

/** What a command prints, as one word. */
function printed(command: string, args: readonly WordNode[]): WordNode {
  const body: ScriptNode = { type: 'Script', statements: [statement([simple(command, args)], [])] };
  return word({ type: 'DoubleQuoted', parts: [{ type: 'CommandSubstitution', body, legacy: false }] });
}

/** Does a command send its shell's own output elsewhere for good? */
function isAway({ name, args, redirections }: Found): boolean {
  return (
    name === 'exec' &&
    args.length === 0 &&
    redirections.some(
      ({ fd, operator }) => !operator.startsWith('<') && (fd === null || fd === 1 || fd === 2),
    )
  );
}

/** Has every command traced from here on? */
function isTracing({ name, args }: Found): boolean {
  return name === 'set' && args.some((arg) => /^(?:-[a-z]*[xv][a-z]*|xtrace|verbose)$/.test(arg ?? ''));
}

/**
 * With marks between the statements, so that both streams can be cut at them, and marks at the end that hand over what the
 * next line must find again.
 */
export function marked(script: ScriptNode): ScriptNode {
  const statements = sentAway(script.statements);
  const commands = commandsIn(statements);
  const between = commands.some((one) => isAway(one) || isTracing(one))
    ? statements
    : statements.flatMap((one, index) =>
        index === 0 || JSON.stringify(one).includes('PIPESTATUS')
          ? [cutInside(one)]
          : [mark([literal('cut')]), cutInside(one)],
      );
  const end = [literal('end'), printed('declare', [literal('-p')]), printed('declare', [literal('-F')])];
  // It prints what makes the shell tell its arrays.
  const telling = statement([simple('eval', [printed(MARK, end)])], []);
  const last = [
    mark([literal('note')]),
    ...(commands.some(isAway) ? [] : [telling]),
    mark([literal('result')]),
  ];
  return { ...script, statements: [...between, ...last] };
}

/** Commands that print on one stream at most: nothing can get out of order between them. */
const QUIET = /^(?::|true|false|echo|printf|\[|test|read|local|export|let|shift|break|continue|sleep|set)$/;

/** The same statement with cuts inside, where it is a loop, a choice or a group whose output goes nowhere else. */
function cutInside(one: StatementNode): StatementNode {
  const [first, ...more] = one.pipelines;
  const [command, ...others] = first?.commands ?? [];
  if (!first || !command || more.length > 0 || others.length > 0 || one.background) return one;
  const cut = cutCommand(command);
  return cut === command ? one : { ...one, pipelines: [{ ...first, commands: [cut] }] };
}

function cutCommand(command: CommandNode): CommandNode {
  if (!('redirections' in command) || command.redirections.some(({ operator }) => !operator.startsWith('<')))
    return command;
  if (command.type === 'If') {
    const clauses = command.clauses.map((clause) => ({ ...clause, body: cutBody(clause.body) }));
    return { ...command, clauses, elseBody: command.elseBody && cutBody(command.elseBody) };
  }
  return command.type === 'For' ||
    command.type === 'CStyleFor' ||
    command.type === 'While' ||
    command.type === 'Until' ||
    command.type === 'Group'
    ? { ...command, body: cutBody(command.body) }
    : command;
}

function cutBody(body: readonly StatementNode[]): StatementNode[] {
  const isLoud = commandsIn(body).some(({ name }) => name === undefined || !QUIET.test(name));
  return isLoud ? body.flatMap((one) => [mark([literal('edge')]), cutInside(one)]) : [...body];
}

/**
 * `exec > file`, and each statement behind it as a group whose output goes there: the library loses what substitutions print once
 * its own output is elsewhere.
 */
function sentAway(statements: readonly StatementNode[]): readonly StatementNode[] {
  const at = statements.findIndex((one) => awayIn(one) !== undefined);
  const away = statements[at] && awayIn(statements[at]);
  if (!away) return statements;
  const onward = away.map((one): Redirection =>
    one.operator === '>' || one.operator === '>|' ? { ...one, operator: '>>' } : one,
  );
  const group = (one: StatementNode): CommandNode => ({ type: 'Group', body: [one], redirections: onward });
  return [
    ...statements.slice(0, at),
    statement([{ ...simple(':'), redirections: [...away] }], []),
    ...sentAway(statements.slice(at + 1)).map((one) => statement([group(one)], [])),
  ];
}

/** Where a statement that is such an `exec` alone sends what comes after it. */
function awayIn({ pipelines: [first, ...others] }: StatementNode): readonly Redirection[] | undefined {
  const [command, ...more] = first?.commands ?? [];
  if (!command || others.length > 0 || more.length > 0 || !isSimple(command)) return undefined;
  const [found] = commandsIn(command);
  const isPlain = command.redirections.every(
    ({ target }) => target.type === 'Word' && plain(target) !== undefined,
  );
  return found && isPlain && isAway(found) ? command.redirections : undefined;
}

/** The definitions that stand first, so that a line finds the functions of the lines before it. */
export function defining(functions: Iterable<FunctionNode>): readonly StatementNode[] {
  return [...functions].map((one) => statement([one], []));
}

/** Every function that is defined somewhere in a tree, however deep. */
export function functionsIn(tree: unknown): readonly FunctionNode[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(functionsIn);
  return isFunction(tree) ? [tree, ...below] : below;
}

function isFunction(node: object): node is FunctionNode {
  return 'type' in node && node.type === 'FunctionDef';
}

/** Files that are read in by `.` or `source` under a name that stands there as it is; they ask our word for it. */
export function sourcedIn(tree: unknown): readonly string[] {
  return commandsIn(tree).flatMap(({ name, args: [kind, path] }) =>
    name === MARK && kind === 'script' && path !== undefined ? [path] : [],
  );
}

/** A simple command; words that are to be expanded are `undefined`. */
interface Found {
  readonly name: string | undefined;
  readonly args: readonly (string | undefined)[];
  readonly redirections: readonly Redirection[];
}

function commandsIn(tree: unknown): readonly Found[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(commandsIn);
  if (!isSimple(tree)) return below;
  return [{ name: plain(tree.name), args: tree.args.map(plain), redirections: tree.redirections }, ...below];
}

export function isSimple(node: object): node is SimpleCommandNode {
  return 'type' in node && node.type === 'SimpleCommand';
}

export function plain(node: WordNode | null): string | undefined {
  const values = (node?.parts ?? []).map((part) => ('value' in part ? part.value : undefined));
  return node === null || values.includes(undefined) ? undefined : values.join('');
}

/** Does a here-document in the tree still wait for its end? */
export function isOpenEnded(tree: unknown): boolean {
  return JSON.stringify(tree).includes('"terminated":false');
}
