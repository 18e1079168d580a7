// Where `set -e` ends nothing: left of `&&` and `||`, behind `!`, and in what a substitution runs. The shell library looks at the
// one command that stands there and forgets the functions and groups inside it; as the condition of an `if` it remembers them.
import type { CommandNode, PipelineNode, ScriptNode, StatementNode } from 'just-bash';
import { functionsIn, isSimple, kept, literal, MARK, plain, simple, statement } from './statements.ts';

/** A function's tree comes back with each line. */
const done = new WeakSet<object>();

/** Makes conditions of them, in place, for the tree is as large as the script. @param alone commands that run no others */
export function pardonConditions(script: ScriptNode, alone: ReadonlySet<string>): void {
  const functions = new Set(functionsIn(script).map(({ name }) => name));
  pardon(script, (name) => name !== undefined && alone.has(name) && !functions.has(name));
}

type Runs = (name: string | undefined) => boolean;

function pardon(tree: unknown, isAlone: Runs): void {
  if (typeof tree !== 'object' || tree === null || done.has(tree)) return;
  for (const below of Object.values(tree)) pardon(below, isAlone);
  if (isStatement(tree)) {
    done.add(tree);
    const last = tree.pipelines.length - 1;
    tree.pipelines = tree.pipelines.map((one, at) =>
      (at < last || one.negated) && mayEnd(one.commands, isAlone) ? conditional(one) : one,
    );
  } else if (isSubstitution(tree)) {
    done.add(tree);
    const [first, ...more] = tree.body.statements;
    const isOne = more.length === 0 && first?.pipelines.length === 1;
    if (first && (!isOne || mayEnd(first.pipelines[0]?.commands ?? [], isAlone)))
      tree.body.statements = [statement([condition(tree.body.statements, ending)], [])];
  }
}

/** May something inside be what `set -e` looks at? */
function mayEnd(commands: readonly CommandNode[], isAlone: Runs): boolean {
  return commands.some((one) => {
    if (isSimple(one)) return one.name !== null && !isAlone(plain(one.name));
    return one.type !== 'ConditionalCommand' && one.type !== 'ArithmeticCommand';
  });
}

/** The condition of an `if` that ends with its status. */
function condition(asked: StatementNode[], otherwise: StatementNode): CommandNode {
  const well = statement([simple(MARK, [literal('status'), literal('0')])], []);
  return {
    type: 'If',
    clauses: [{ condition: asked, body: [well] }],
    elseBody: [otherwise],
    redirections: [],
  };
}

/** Behind it `set -e` ends the substitution, and with it what waits for it. */
const ending = statement([simple(MARK, [literal('keep')])], []);

function conditional(inner: PipelineNode): PipelineNode {
  const asked: StatementNode = {
    type: 'Statement',
    pipelines: [{ ...inner, negated: false }],
    operators: [],
    background: false,
  };
  done.add(asked);
  return { type: 'Pipeline', negated: inner.negated, commands: [condition([asked], kept())] };
}

function isStatement(node: object): node is StatementNode {
  return 'type' in node && node.type === 'Statement';
}

function isSubstitution(node: object): node is { readonly body: ScriptNode } {
  return 'type' in node && node.type === 'CommandSubstitution';
}
