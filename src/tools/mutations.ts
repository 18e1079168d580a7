// Small wrong changes to a TypeScript text, one at a time: what a test that proves something has to notice.
import ts from 'typescript';

export interface Mutation {
  /** Offsets of what is replaced, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Such as `=== → !==`. */
  readonly change: string;
  readonly line: number;
}

const SWAPS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
};

const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  toLowerCase: 'toString',
};

/** Every change that can be made to a text. Types, imports and text in messages stay as they are. */
export function mutationsOf(path: string, text: string): readonly Mutation[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const add = (node: ts.Node, replacement: string): void => {
    const [start, end] = [node.getStart(source), node.getEnd()];
    const was = text.slice(start, end).replaceAll(/\s+/g, ' ');
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({
      start,
      end,
      replacement,
      line,
      change: `${was.slice(0, 60)} → ${replacement.slice(0, 60)}`,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    mutate(node, source, add);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The line on which a change begins, as it reads with the change: what a reader knows the change by. */
export function lineWith({ start, end, replacement }: Mutation, text: string): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [first = ''] = `${before}${replacement}${text.slice(end)}`.split('\n');
  return first.trim();
}

type Add = (node: ts.Node, replacement: string) => void;

function mutate(node: ts.Node, source: ts.SourceFile, add: Add): void {
  if (ts.isBinaryExpression(node)) {
    const swap = SWAPS[node.operatorToken.kind];
    if (swap !== undefined) add(node.operatorToken, swap);
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
  else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    add(node, node.operand.getText(source));
  } else if (ts.isNumericLiteral(node)) add(node, String(Number(node.text) + 1));
  else if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    const [c, t, f] = [condition, whenTrue, whenFalse].map((part) => part.getText(source));
    add(node, `(${c ?? ''}) ? (${f ?? ''}) : (${t ?? ''})`);
  } else if (ts.isIfStatement(node)) {
    add(node.expression, 'true');
    add(node.expression, 'false');
  } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
    const other = Object.hasOwn(METHODS, node.name.text) ? METHODS[node.name.text] : undefined;
    if (other !== undefined) add(node.name, other);
  } else if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent)) add(node, '...[]');
}
