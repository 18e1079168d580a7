// Assignments that stand alone succeed, as in bash: `false || status=$?` goes on. The library leaves the status that it finds.
import type { CommandNode } from 'just-bash';
import { isSimple, literal, MARK, simple, statement } from './statements.ts';

/** Makes every assignment of a tree succeed that runs no command; in place, for the tree is as large as the script. */
export function letAssignmentsSucceed(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) letAssignmentsSucceed(below);
  if (!isPipeline(tree)) return;
  tree.commands.forEach((command, at) => {
    if (isBare(command)) tree.commands[at] = succeeding(command);
  });
}

/** With the status of a command that it runs, an assignment ends as that one does. */
function isBare(command: CommandNode): boolean {
  return (
    isSimple(command) &&
    command.name === null &&
    command.assignments.length > 0 &&
    command.redirections.length === 0 &&
    !JSON.stringify(command.assignments).includes('"type":"CommandSubstitution"')
  );
}

function succeeding(command: CommandNode): CommandNode {
  const success = simple(MARK, [literal('status'), literal('0')]);
  return { type: 'Group', body: [statement([command, success], ['||'])], redirections: [] };
}

function isPipeline(node: object): node is { readonly commands: CommandNode[] } {
  return 'type' in node && node.type === 'Pipeline' && 'commands' in node && Array.isArray(node.commands);
}
