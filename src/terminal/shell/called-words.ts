// The first word of a command where it must be expanded, such as `"$@"` or `$tool`: a shell splits it as it splits the others,
// and the library takes it whole. It knows trees of scripts, not what they do.
import type { SimpleCommandNode, WordNode } from 'just-bash';
import { isSimple } from './statements.ts';

type WordPart = WordNode['parts'][number];

/** A word that is always empty, also under `set -u`: behind it the library calls the first of the words that come. */
const NOTHING = 'GATEHOUSE_NOTHING';

/** Moves every such first word behind an empty one; in place, for the tree is as large as the script. */
export function spreadCalledWords(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) spreadCalledWords(below);
  if (isSimple(tree)) spread(tree);
}

function spread(command: SimpleCommandNode): void {
  const { name } = command;
  // A function's tree comes back with each line.
  if (!name || isNothing(name) || !name.parts.some(maySplit)) return;
  command.args = [name, ...command.args];
  command.name = nothing();
}

/** May a part of a word become several words, or none? */
function maySplit(part: WordPart): boolean {
  if (part.type === 'DoubleQuoted')
    return part.parts.some(
      (inner) => inner.type === 'ParameterExpansion' && /^@$|\[@\]$/.test(inner.parameter),
    );
  return part.type === 'ParameterExpansion' || part.type === 'CommandSubstitution';
}

function nothing(): WordNode {
  return {
    type: 'Word',
    parts: [
      {
        type: 'ParameterExpansion',
        parameter: NOTHING,
        operation: { type: 'UseAlternative', word: { type: 'Word', parts: [] }, checkEmpty: true },
      },
    ],
  };
}

function isNothing({ parts: [part] }: WordNode): boolean {
  return part?.type === 'ParameterExpansion' && part.parameter === NOTHING;
}
