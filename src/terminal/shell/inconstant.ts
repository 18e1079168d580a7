// What changes by itself in a shell: `$RANDOM`, `$SECONDS`, the time of day, and what `time` measures. The shell library would
// ask the computer that it runs on; here each of them asks our mark, which knows the world's clock and the shell's own luck.
import type { PipelineNode, SimpleCommandNode, StatementNode, WordNode } from 'just-bash';
import { answered, isSimple, literal, MARK, plain, simple, statement, word } from './statements.ts';

type WordPart = WordNode['parts'][number];
type Parameter = Extract<WordPart, { readonly type: 'ParameterExpansion' }>;

/** The variables, and by which word the mark knows each. */
const ASKED: ReadonlyMap<string, string> = new Map([
  ['RANDOM', 'random'],
  ['SRANDOM', 'srandom'],
  ['SECONDS', 'seconds'],
  ['EPOCHSECONDS', 'epoch'],
  ['EPOCHREALTIME', 'realtime'],
]);

/** Those that somebody can set, and by which word the mark takes it. */
const SET: ReadonlyMap<string, string> = new Map([
  ['RANDOM', 'seed'],
  ['SECONDS', 'since'],
]);

const NAMES =
  /\$\{(S?RANDOM|SECONDS|EPOCH(?:SECONDS|REALTIME))\}|\$?\b(S?RANDOM|SECONDS|EPOCH(?:SECONDS|REALTIME))\b/g;

/** Makes everything in a tree that changes by itself ask the mark; in place, for the tree is as large as the script. */
export function settle(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) settle(below);
  if (isParameter(tree)) settleParameter(tree);
  else if (isArithmetic(tree)) tree.originalText = tree.originalText.replace(NAMES, asked);
  else if (isVariable(tree)) settleVariable(tree);
  else if (isAssignment(tree)) settleAssignment(tree);
  else if (isSimple(tree)) settleText(tree);
  else if (isPipeline(tree) && tree.timed === true) settleTime(tree);
}

const asked = (_: string, braced: string | undefined, bare: string | undefined): string =>
  `$(${MARK} ${ASKED.get(braced ?? bare ?? '') ?? ''})`;

function settleParameter(node: Parameter): void {
  const kind = ASKED.get(node.parameter);
  if (kind === undefined) return;
  const value = answered([literal(kind)]);
  const { operation } = node;
  if (operation === null) Object.assign(node, value);
  else {
    // In a shell of its own, an ordinary variable stands for the value.
    const name = 'REPLY';
    const put: StatementNode = statement(
      [{ ...simple(''), name: null, assignments: [assignment(name, word(value))] }],
      [],
    );
    const part: Parameter = { type: 'ParameterExpansion', parameter: name, operation };
    const shown = word({ type: 'DoubleQuoted', parts: [part] });
    Object.assign(node, substitution([put, statement([simple(MARK, [literal('say'), shown])], [])]));
  }
}

function settleVariable(node: { readonly name: string }): void {
  const kind = ASKED.get(node.name);
  if (kind !== undefined) Object.assign(node, { type: 'ArithCommandSubst', command: `${MARK} ${kind}` });
}

function settleAssignment(node: Assignment): void {
  const kind = SET.get(node.name);
  if (kind !== undefined && node.value) node.value = word(answered([literal(kind), node.value]));
}

/** What `eval` and `.` read is settled when they read it. */
function settleText(node: SimpleCommandNode): void {
  const name = plain(node.name);
  const [path, ...more] = node.args;
  if (name === 'eval') node.args = [answer([literal('text'), ...node.args])];
  else if ((name === '.' || name === 'source') && path)
    node.args = [answer([literal('script'), path]), ...more];
}

const answer = (args: readonly WordNode[]): WordNode =>
  word({ type: 'DoubleQuoted', parts: [answered(args)] });

const PIECES = /'[^']*'|\\.|\(\((?:[^()]|\([^()]*\))*\)\)|\$\{?\w+\}?/gs;

/** A script's text with the same done to it, as far as one can without reading its grammar. */
export function settledText(text: string): string {
  return text.replace(PIECES, (piece) => (/^['\\]/.test(piece) ? piece : piece.replace(NAMES, asked)));
}

/** `time` as a group: the clock is looked at, the commands run, the clock is looked at again. */
function settleTime(node: PipelineNode): void {
  const inner: PipelineNode = { ...node, timed: false };
  const form = node.timePosix === true ? 'posix' : 'long';
  Object.assign(node, {
    timed: false,
    negated: false,
    commands: [
      {
        type: 'Group',
        redirections: [],
        body: [
          statement([simple(MARK, [literal('start')])], []),
          { type: 'Statement', pipelines: [inner], operators: [], background: false },
          statement([simple(MARK, [literal('stop'), literal(form)])], []),
        ],
      },
    ],
  });
}

function substitution(statements: readonly StatementNode[]): WordPart {
  return {
    type: 'CommandSubstitution',
    body: { type: 'Script', statements: [...statements] },
    legacy: false,
  };
}

interface Assignment {
  readonly type: 'Assignment';
  readonly name: string;
  value: WordNode | null;
}

function assignment(name: string, value: WordNode): Assignment & { append: boolean; array: null } {
  return { type: 'Assignment', name, value, append: false, array: null };
}

function isParameter(node: object): node is Parameter {
  return 'type' in node && node.type === 'ParameterExpansion';
}

function isArithmetic(node: object): node is { originalText: string } {
  return 'originalText' in node && typeof node.originalText === 'string';
}

function isVariable(node: object): node is { readonly name: string } {
  return 'type' in node && node.type === 'ArithVariable';
}

function isAssignment(node: object): node is Assignment {
  return 'type' in node && node.type === 'Assignment';
}

function isPipeline(node: object): node is PipelineNode {
  return 'type' in node && node.type === 'Pipeline';
}
