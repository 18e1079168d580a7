// A TypeScript text in which every function says that it was entered, by calling `reach` with a number.
import ts from 'typescript';

export interface Reachable {
  readonly text: string;
  /** The number of the innermost function around an offset of the original text; undefined at the top of the module. */
  readonly functionAt: (offset: number) => number | undefined;
}

/** @param first the number of the first function */
export function withReach(path: string, text: string, first: number): Reachable & { readonly next: number } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const bodies: {
    readonly start: number;
    readonly end: number;
    readonly block: boolean;
    readonly id: number;
  }[] = [];
  let next = first;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const body = node.body as ts.Node;
      bodies.push({ start: body.getStart(source), end: body.getEnd(), block: ts.isBlock(body), id: next });
      next += 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const edits = bodies.flatMap(({ start, end, block, id }) =>
    block
      ? [{ at: start + 1, insert: ` globalThis.reach?.(${id});`, id }]
      : [
          { at: start, insert: `(globalThis.reach?.(${id}), `, id },
          { at: end, insert: ')', id: -id },
        ],
  );
  // At one place the outer function opens first and closes last.
  const ordered = edits.toSorted((a, b) => b.at - a.at || b.id - a.id);
  const instrumented = ordered.reduce(
    (now, { at, insert }) => now.slice(0, at) + insert + now.slice(at),
    text,
  );
  return {
    text: instrumented,
    next,
    functionAt: (offset) =>
      bodies
        .filter(({ start, end }) => start <= offset && offset < end)
        .toSorted((a, b) => b.start - a.start)[0]?.id,
  };
}
