// YAML with the line of every field. The one file that knows the YAML library.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar, type Node } from 'yaml';

export interface Yaml {
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  /**
   * The line, from 1, of a field; of its nearest parent when the field is not there. With `inText`, the line of that
   * line of the field's own text, as far as the file has it on a line of its own.
   */
  readonly lineOf: (path: readonly PropertyKey[], inText?: number) => number;
}

/** @param before lines that stand before the text in its file */
export function readYaml(text: string, before = 0): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const line = (offset: number): number => lines.linePos(offset).line + before;
  return {
    value: document.errors.length > 0 ? undefined : document.toJS(),
    errors: [...document.errors, ...document.warnings].map((error) => ({
      line: line(error.pos[0]),
      message: error.message.split('\n')[0] ?? error.code,
    })),
    lineOf: (path, inText) => {
      let node: unknown = document.contents;
      let offset = startOf(document.contents) ?? 0;
      for (const step of path) {
        const [next, start] = child(node, step);
        if (start === undefined) break;
        node = next;
        offset = start;
      }
      const block = isScalar(node) && node.type === Scalar.BLOCK_LITERAL ? startOf(node) : undefined;
      return inText === undefined || block === undefined ? line(offset) : line(block) + inText;
    },
  };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

function child(node: unknown, step: PropertyKey): readonly [unknown, number | undefined] {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return [item, startOf(item)];
  }
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find(({ key }) => isNode(key) && String(key.toJSON()) === String(step));
  return [pair?.value, startOf(pair?.key)];
}

/** The YAML between the first two lines of dashes, and the text below. */
export function readFrontmatter(text: string): { readonly yaml: Yaml; readonly body: string } {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match)
    return {
      yaml: {
        value: {},
        errors: [{ line: 1, message: 'expected frontmatter between two lines of `---`' }],
        lineOf: () => 1,
      },
      body: text,
    };
  return { yaml: readYaml(match[1] ?? '', 1), body: text.slice(match[0].length) };
}
