// What stands left of `&&` and `||` is a condition, as in bash: under `set -e` nothing in it ends the script, not even inside a
// function. The library knows that of `if` alone.
import type { CommandNode, StatementNode } from 'just-bash';
import { isSimple, literal, MARK, plain, simple, statement, word } from './statements.ts';

type Pipeline = StatementNode['pipelines'][number];

/** Commands that run no function. */
const PLAIN = /^(?::|true|false|echo|printf|\[|test|aws|jq|grep|cd|ls|cat|read|let|gatehouse-mark)$/;

/** Makes conditions of the left sides of a tree; in place, for the tree is as large as the script. */
export function letLeftSidesBeConditions(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) letLeftSidesBeConditions(below);
  if (!isStatement(tree) || JSON.stringify(tree).includes('PIPESTATUS')) return;
  tree.pipelines.forEach((pipeline, at) => {
    if (at < tree.pipelines.length - 1 && pipeline.commands.some(mayRunMore))
      tree.pipelines[at] = asCondition(pipeline);
  });
}

function mayRunMore(command: CommandNode): boolean {
  if (!isSimple(command))
    return command.type !== 'ConditionalCommand' && command.type !== 'ArithmeticCommand';
  return command.name !== null && !PLAIN.test(plain(command.name) ?? '');
}

/** `if LEFT; then true; else` the status that it had `; fi`. */
function asCondition(pipeline: Pipeline): Pipeline {
  const status = word({ type: 'ParameterExpansion', parameter: '?', operation: null });
  const success = simple(MARK, [literal('status'), literal('0')]);
  const failure = statement([simple(MARK, [literal('status'), status]), success], ['&&']);
  const condition: StatementNode = {
    type: 'Statement',
    pipelines: [pipeline],
    operators: [],
    background: false,
  };
  const choice: CommandNode = {
    type: 'If',
    clauses: [{ condition: [condition], body: [statement([success], [])] }],
    elseBody: [failure],
    redirections: [],
  };
  return { type: 'Pipeline', commands: [choice], negated: false };
}

function isStatement(node: object): node is { readonly pipelines: Pipeline[] } {
  return 'type' in node && node.type === 'Statement' && 'pipelines' in node && Array.isArray(node.pipelines);
}
