// Loops that let the page take breath: each round looks at a file that is always there, and the disk breathes now and then
// when it is looked at. Nothing that is built in would look there by itself.
import type { CommandNode, StatementNode } from 'just-bash';
import { literal, statement } from './statements.ts';

/** A file that is always there. */
export const BREATH_PATH = '/proc/self/breath';

type Loop = Extract<CommandNode, { readonly type: 'While' | 'Until' | 'For' | 'CStyleFor' }>;

/** Makes every loop of a tree breathe; in place, for the tree is as large as the script. */
export function letLoopsBreathe(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) letLoopsBreathe(below);
  if (isLoop(tree)) tree.body.unshift(look());
}

function look(): StatementNode {
  return statement(
    [
      {
        type: 'ConditionalCommand',
        expression: { type: 'CondUnary', operator: '-e', operand: literal(BREATH_PATH) },
        redirections: [],
      },
    ],
    [],
  );
}

function isLoop(node: object): node is Loop {
  return 'type' in node && 'body' in node && /^(?:While|Until|For|CStyleFor)$/.test(String(node.type));
}
