// Where a redirection writes to: the shell library would make the folders above it, a shell says that there are none.
import { answered, literal, word, type Redirection } from './statements.ts';

/** Operators that open a file to write. */
const WRITING = /^(?:>|>>|>\||&>|&>>)$/;

/** Those that ask already: a function's tree comes back with each line. */
const guarded = new WeakSet<Redirection>();

/** Makes every redirection into a folder ask our mark where it goes; in place, for the tree is as large as the script. */
export function guardTargets(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const below of Object.values(tree)) guardTargets(below);
  if (!isRedirection(tree) || !WRITING.test(tree.operator) || guarded.has(tree)) return;
  guarded.add(tree);
  const { target } = tree;
  if (target.type !== 'Word' || target.parts.every((part) => 'value' in part && !part.value.includes('/')))
    return;
  const [first] = target.parts;
  if (first?.type === 'Literal' && /^\/(?:dev|tmp)\/[^/]*$/.test(first.value)) return;
  tree.target = word({ type: 'DoubleQuoted', parts: [answered([literal('target'), target])] });
}

/** What a redirection is to write to. The library refuses a path with a zero in it, as it is to refuse one without a folder. */
export function targetText(path: string, hasFolder: boolean): string {
  return hasFolder ? path : `${path}\0`;
}

function isRedirection(node: object): node is Redirection {
  return 'type' in node && node.type === 'Redirection';
}
