// A JSON text, laid out for reading: two spaces a level, short lists in one line. Every value keeps its spelling.
import { parseJson, type JsonNode } from '#evaluator';

const WIDTH = 90;

/** The text laid out; a text that is not JSON as it is. */
export function laidOut(text: string): string {
  const read = parseJson(text);
  return 'node' in read ? printed(read.node, text, '') : text;
}

export function printed(node: JsonNode, text: string, indent: string): string {
  const line = inLine(node, text);
  if (!isContainer(node) || (isShort(node) && indent.length + line.length <= WIDTH)) return line;
  const inner = `${indent}  `;
  const parts =
    node.type === 'array'
      ? node.items.map((item) => printed(item, text, inner))
      : node.members.map(
          ({ keyRange, value }) => `${spelled(keyRange, text)}: ${printed(value, text, inner)}`,
        );
  const [open, close] = node.type === 'array' ? '[]' : '{}';
  return parts.length === 0
    ? `${open ?? ''}${close ?? ''}`
    : `${open ?? ''}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close ?? ''}`;
}

type Container = Extract<JsonNode, { readonly type: 'array' | 'object' }>;
const isContainer = (node: JsonNode): node is Container => node.type === 'array' || node.type === 'object';

/** Nothing but plain values in it, or one object of that sort. */
function isShort(node: Container): boolean {
  const inside = node.type === 'array' ? node.items : node.members.map(({ value }) => value);
  if (inside.every((one) => !isContainer(one))) return node.type === 'array' || inside.length < 2;
  const [only] = inside;
  return (
    node.type === 'object' && inside.length === 1 && only !== undefined && isContainer(only) && isShort(only)
  );
}

export function inLine(node: JsonNode, text: string): string {
  if (node.type === 'array') return `[${node.items.map((item) => inLine(item, text)).join(', ')}]`;
  if (node.type !== 'object') return spelled(node.range, text);
  const members = node.members.map(
    ({ keyRange, value }) => `${spelled(keyRange, text)}: ${inLine(value, text)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const spelled = ({ start, end }: JsonNode['range'], text: string): string => text.slice(start, end);
