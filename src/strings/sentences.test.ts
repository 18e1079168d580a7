// Every sentence of the interface comes from the catalogue: whatever is shown and is written out elsewhere is found here.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Attributes whose text people see or hear. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
];
/** Properties by which a script without markup shows text. */
const WRITTEN = ['textContent', 'innerText', 'innerHTML', 'title', 'placeholder', 'alt', 'ariaLabel'];

const isSentence = (text: string): boolean => /\p{L}{2}/u.test(text);

/** An .astro file as one expression of JSX: what its parser takes otherwise is taken out first. */
function markupOf(text: string): string {
  const markup = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!doctype[^>]*>|<!--[\s\S]*?-->/gi, '')
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '');
  return `const page = <>${markup}</>;`;
}

/** The pieces of text that an expression in a place of text can come to, as far as they are written in it. */
function textsOf(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node))
    return node.expression ? textsOf(node.expression) : [];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return textsOf(node.right);
    const either = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken];
    return either.includes(kind) ? [...textsOf(node.left), ...textsOf(node.right)] : [];
  }
  return [];
}

function shownBy(node: ts.Node): readonly string[] {
  if (ts.isJsxText(node)) return [node.text.trim()];
  if (ts.isJsxAttribute(node))
    return SPOKEN.includes(node.name.getText()) && node.initializer ? textsOf(node.initializer) : [];
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return textsOf(node);
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    WRITTEN.includes(node.left.name.text)
  )
    return textsOf(node.right);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [first, second] = node.arguments;
    const { text } = node.expression.name;
    if (text === 'append' && !node.expression.expression.getText().includes('Params'))
      return node.arguments.flatMap(textsOf);
    if (
      text === 'setAttribute' &&
      first &&
      ts.isStringLiteral(first) &&
      SPOKEN.includes(first.text) &&
      second
    )
      return textsOf(second);
  }
  return [];
}

/** Every sentence that a file shows and does not take from the catalogue. @throws when the file cannot be read */
function sentencesIn(path: string, text: string): readonly string[] {
  const code = path.endsWith('.astro') ? markupOf(text) : text;
  const { diagnostics } = ts.transpileModule(code, {
    fileName: 'x.tsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.Latest },
  });
  const [broken] = diagnostics ?? [];
  if (broken) throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(broken.messageText, ' ')}`);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...shownBy(node).filter(isSentence));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

const FOLDERS = ['src/widgets', 'src/layouts', 'src/pages'];

describe('the interface', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ).filter((path) => /\.(?:tsx?|astro)$/.test(path) && !/\.test\.tsx?$/.test(path));

  it('is looked at whole', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)('has no sentence of its own in %s', (path) => {
    expect(sentencesIn(path, readFileSync(path, 'utf8'))).toEqual([]);
  });
});

describe('a sentence outside the catalogue is found', () => {
  it.each([
    ['as text', 'x.tsx', 'const a = <p>Open the door</p>;', 'Open the door'],
    ['between others', 'x.tsx', 'const a = <p>{n} doors</p>;', 'doors'],
    ['in a choice', 'x.tsx', "const a = <p>{open ? 'Open' : words.shut}</p>;", 'Open'],
    ['behind a condition', 'x.tsx', "const a = <p>{open && 'Open'}</p>;", 'Open'],
    ['in place of nothing', 'x.tsx', "const a = <p>{name ?? 'Nobody'}</p>;", 'Nobody'],
    ['around a value', 'x.tsx', 'const a = <p>{`Door ${n}`}</p>;', 'Door '],
    ['as a label', 'x.tsx', 'const a = <nav aria-label="Doors" />;', 'Doors'],
    ['as a computed label', 'x.tsx', "const a = <nav aria-label={open ? words.a : 'Doors'} />;", 'Doors'],
    ['as a title', 'x.tsx', 'const a = <b title="A door">{x}</b>;', 'A door'],
    ['as a placeholder', 'x.tsx', 'const a = <input placeholder="Which door" />;', 'Which door'],
    ['instead of a picture', 'x.tsx', 'const a = <img alt="A door" />;', 'A door'],
    ['in markup', 'x.astro', "---\nconst a = 'not shown';\n---\n<p>Open the door</p>", 'Open the door'],
    ['in a label of markup', 'x.astro', '<nav aria-label="Doors"></nav>', 'Doors'],
    ['in a list of markup', 'x.astro', '{doors.map((door) => <li>Door {door}</li>)}', 'Door'],
    ['written by a script', 'x.ts', "notice.textContent = 'A door';", 'A door'],
    ['appended by a script', 'x.ts', "line.append('A door ', link);", 'A door '],
    ['labelled by a script', 'x.ts', "button.setAttribute('aria-label', 'A door');", 'A door'],
  ])('%s', (_what, path, text, sentence) => {
    expect(sentencesIn(path, text)).toEqual([sentence]);
  });

  it.each([
    ['from the catalogue', 'x.tsx', 'const a = <p title={words.a}>{words.b} · {n}</p>;'],
    [
      'that nobody reads',
      'x.tsx',
      'const a = <p className="wide open" data-state="open" lang="en">✓ {x}</p>;',
    ],
    ['compared with', 'x.tsx', "const a = <p>{state === 'open' && words.open}</p>;"],
    ['of one letter, a key', 'x.tsx', 'const a = <kbd>F</kbd>;'],
    ['of a script or style', 'x.astro', '<script>say("A door");</script><style>p { color: red }</style>'],
  ])('and text %s is none', (_what, path, text) => {
    expect(sentencesIn(path, text)).toEqual([]);
  });

  it('and a file that cannot be read is no file without sentences', () => {
    expect(() => sentencesIn('x.astro', '<p>{</p>')).toThrow('x.astro');
  });
});
