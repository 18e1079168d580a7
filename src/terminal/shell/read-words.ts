// What `read` and `mapfile` put into variables: the shell library leaves there a character for each byte. Behind each of them our
// mark makes text of it. It knows trees of scripts and the names of variables.
import type { SimpleCommandNode, StatementNode, WordNode } from 'just-bash';
import { isSimple, literal, MARK, plain, simple, word } from './statements.ts';

/** A function's tree comes back with each line. */
const done = new WeakSet<object>();

/** Puts the mark behind every such command; in place, for the tree is as large as the script. */
export function readText(tree: unknown): void {
  if (typeof tree !== 'object' || tree === null || done.has(tree)) return;
  for (const below of Object.values(tree)) readText(below);
  if (!isStatement(tree)) return;
  done.add(tree);
  const parts = tree.pipelines.map((one) => {
    const [command, ...others] = one.commands;
    const marked = command && others.length === 0 && isSimple(command) ? markFor(command) : undefined;
    return marked ? [one, marked, marked] : [one];
  });
  if (parts.every(({ length }) => length === 1)) return;
  tree.operators = parts.flatMap((part, at) => {
    const before = tree.operators[at - 1];
    return [...(before ? [before] : []), ...(part.length === 1 ? [] : (['&&', '||'] as const))];
  });
  tree.pipelines = parts.flat();
}

function markFor(command: SimpleCommandNode): StatementNode['pipelines'][number] | undefined {
  const name = plain(command.name);
  if (name !== 'read' && name !== 'mapfile' && name !== 'readarray') return undefined;
  const words = command.args.map(plain);
  const isList = name !== 'read' || words.some((one) => /^-[ers]*a/.test(one ?? ''));
  const [last = name === 'read' ? 'REPLY' : 'MAPFILE'] = words
    .slice(-1)
    .filter((one) => one !== undefined && NAME.test(one));
  const args = isList
    ? [literal('list'), literal(last), elementsOf(last)]
    : [literal('text-in'), literal('REPLY'), ...command.args.filter(isName)];
  return { type: 'Pipeline', commands: [simple(MARK, args)], negated: false };
}

const NAME = /^[A-Za-z_]\w*$/;

/** A name as it stands, or in a variable. */
function isName(one: WordNode): boolean {
  const text = plain(one);
  return text === undefined
    ? one.parts.every(({ type }) => type === 'ParameterExpansion' || type === 'DoubleQuoted')
    : NAME.test(text);
}

function elementsOf(name: string): WordNode {
  const part = { type: 'ParameterExpansion' as const, parameter: `${name}[@]`, operation: null };
  return word({ type: 'DoubleQuoted', parts: [part] });
}

function isStatement(node: object): node is StatementNode {
  return 'type' in node && node.type === 'Statement';
}
