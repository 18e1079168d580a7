// Who may import whom: the map of src/README.md, in code. Each rule is shown to fail on a file made up for it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface File {
  readonly path: string;
  readonly text: string;
}

/** Doors, packages and schemes that the files of a folder may import. A folder below wins over the one above. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'src/evaluator': [],
  'src/cloud': ['#evaluator', '@noble/hashes', '@noble/curves'],
  'src/cloud/accessanalyzer': ['#evaluator', '#evaluator/validate', '@noble/hashes'],
  'src/terminal': [
    '#cloud',
    '#cloud/models',
    '#cloud/services',
    'just-bash',
    '@noble/hashes',
    'fflate',
    'get-east-asian-width',
  ],
  'src/exam': ['xstate'],
  'src/review': ['ts-fsrs'],
  'src/course': ['#evaluator', '#evaluator/validate', '#cloud', '#cloud/scenarios', '#exam'],
  'src/course/terminal-lab.ts': ['#cloud', '#cloud/services', '#terminal'],
  'src/course/reader.ts': ['node:', 'zod'],
  'src/course/load.ts': ['#cloud'],
  // The build alone reads every policy of AWS; a page carries those that its world names.
  'src/course/aws-policies.ts': ['#cloud', '#cloud/aws-policies'],
  'src/course/catalogue.ts': ['#evaluator/validate', 'node:'],
  'src/course/yaml.ts': ['yaml'],
  'src/course/schema.ts': ['#evaluator', '#cloud', '#exam', 'zod'],
  'src/course/parts-schema.ts': ['zod'],
  'src/course/kind-schemas.ts': ['zod'],
  'src/course/question-schema.ts': ['zod'],
  'src/course/world-schema.ts': ['zod'],
  'src/store': ['#exam', '#review', 'dexie', '@noble/hashes', 'fflate'],
  'src/strings': [],
  'src/strings/sentences.test.ts': ['typescript'],
  'src/commands': [
    ...['#evaluator', '#evaluator/validate', '#cloud', '#cloud/services', '#terminal'],
    ...['#exam', '#course', '#course/catalogue', '#course/load', '#course/terminal', 'node:'],
  ],
  // It compares three evaluators, and the second of them is a test tool: no other command may know it.
  'src/commands/differential.ts': [...['#evaluator/test', '#evaluator', 'node:']],
  'src/commands/differential/classes.test.ts': ['../../evaluator/test/second-reading/decision.ts'],
  'src/widgets': [
    ...[
      '#evaluator',
      '#evaluator/validate',
      '#cloud',
      '#cloud/sessions',
      '#cloud/federation',
      '#cloud/identities',
      '#cloud/records',
      '#terminal',
      '#exam',
      '#review',
      '#course',
      '#course/terminal',
      '#store',
      '#strings',
      '#widgets/',
    ],
    ...['react', 'fflate', 'minisearch', '@dagrejs/dagre'],
  ],
  'src/widgets/site/wake.ts': ['astro'],
  'src/layouts': [
    ...['#evaluator', '#exam', '#course', '#course/load', '#strings', '#widgets/', '#layouts/', '#styles/'],
    ...['@fontsource-variable/', '@dagrejs/dagre', 'astro', 'node:crypto'],
  ],
  'src/pages': ['#course', '#strings', '#widgets/', '#layouts/', '#styles/', 'astro'],
  'src/styles': ['@fontsource-variable/'],
  'src/offline': ['node:', 'astro'],
  'src/tools': [
    ...[
      'node:',
      '#cloud/models',
      '#course',
      '#course/load',
      '#evaluator/test',
      'typescript',
      'astro',
      'vite',
      'vitest',
      'playwright',
      '@vitejs/plugin-react',
    ],
    ...['@testing-library/', 'fake-indexeddb', 'eslint', 'typescript-eslint', 'shiki'],
    ...['eslint-plugin-astro', 'eslint-plugin-react-hooks', 'nspell', 'dictionary-en-gb'],
  ],
  // It leaves out of a library the commands that the terminal does not use: only the terminal knows which those are.
  'src/tools/lean-shell.ts': ['../terminal/shell/commands.ts', 'node:url', 'vite'],
  'src/content.config.ts': ['#course/schema', 'astro'],
  'src/architecture.test.ts': ['typescript'],
  'src/env.d.ts': ['astro'],
  content: [],
  e2e: ['@playwright/test', '@axe-core/playwright', 'node:'],
  'e2e/licences.e2e.ts': ['../src/tools/licences.ts'],
  // The exam that no page has is drawn and scored where the journeys run.
  'e2e/sixty-five.ts': ['@playwright/test', '#course', '#course/load', '#exam'],
  'e2e/by-keyboard.ts': ['@playwright/test', '#exam'],
  'e2e/gates.ts': ['@playwright/test', '#evaluator', '#strings'],
  'e2e/exam-door.ts': ['#exam', 'node:'],
  'e2e/release.ts': ['../src/tools/serve.ts', 'node:'],
  'e2e/chaos.e2e.ts': ['../src/exam/random.ts', '@playwright/test'],
  'e2e/chaos': ['../../src/exam/random.ts', '@playwright/test', 'node:'],
  'e2e/playwright.config.ts': ['../src/tools/chrome.ts', '@playwright/test'],
};

/** What a test may import besides. */
const IN_TESTS = [
  ...['vitest', 'fast-check', '@testing-library/', 'fake-indexeddb', 'react', 'xstate', 'node:'],
  ...[
    '#evaluator',
    '#evaluator/validate',
    '#cloud',
    '#cloud/services',
    '#terminal',
    '#exam',
    '#course',
    '#course/load',
    '#store',
    '#strings',
  ],
];

/** Folders that read no clock, no luck and no browser; the files below it that may. */
const PURE = ['evaluator', 'cloud', 'terminal', 'exam', 'review', 'course'].map((name) => `src/${name}/`);
const IMPURE = ['src/course/reader.ts'];
const BROWSER = ['window', 'document', 'indexedDB', 'fetch', 'process', 'localStorage', 'globalThis'];
const VAGUE = ['utils', 'types', 'helpers', 'lib', 'common'];

const isTest = (path: string): boolean => /\.test\.tsx?$|\/test\/|\/test-setup\.ts$/.test(path);
const ending = (path: string): string => /\.[a-z]+$/.exec(path)?.[0] ?? '';

/** The nearest entry of the table above a path. */
function allowed(path: string): readonly string[] | undefined {
  for (let at = path; at !== '.'; at = dirname(at)) if (MAY[at]) return MAY[at];
  return undefined;
}

/** `src/cloud` of a file in it, `src` of a file of its own. */
const houseOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('src/') ? 2 : 1)
    .join('/');

/** The TypeScript of a file: frontmatter and scripts of an .astro file, the whole of a .ts file. */
function codeOf({ path, text }: File): string {
  if (ending(path) !== '.astro') return text;
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((script) => script[1] ?? '');
  return [/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', ...scripts].join('\n');
}

function parse(file: File): ts.SourceFile {
  return ts.createSourceFile(file.path, codeOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

/** Everything imported, statically, dynamically or as a type. */
function importsOf(file: File): readonly string[] {
  if (ending(file.path) === '.css')
    return [...file.text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)/g)].map((found) => found[1] ?? '');
  if (ending(file.path) === '.mdx')
    return [...file.text.matchAll(/^(?:import|export)\b.*$/gm)].map((found) => found[0]);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (from) found.push(ts.isStringLiteralLike(from) ? from.text : `(computed) ${from.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

const fits = (name: string, permitted: string): boolean =>
  name === permitted ||
  (/[:/]$/.test(permitted)
    ? name.startsWith(permitted)
    : !permitted.startsWith('#') && name.startsWith(`${permitted}/`)) ||
  (permitted === 'astro' && name.startsWith('astro:'));

function importFault(file: File, name: string): string | undefined {
  const { path } = file;
  const permitted = allowed(path);
  if (!permitted) return `${path} lies in no folder of the map`;
  if (name.endsWith('.astro') && ending(path) !== '.astro')
    return `${path} imports ${name}: only .astro files may`;
  if (permitted.includes(name)) return undefined;
  if (name.startsWith('.')) {
    const target = normalize(join(dirname(path), name));
    return houseOf(target) === houseOf(path)
      ? undefined
      : `${path} imports ${name}: a folder is entered by its door`;
  }
  if ([...permitted, ...(isTest(path) ? IN_TESTS : [])].some((one) => fits(name, one))) return undefined;
  return `${path} imports ${name}, and nothing allows it`;
}

function declares(node: ts.Node, name: string): boolean {
  return (
    (ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)) &&
    node.name?.getText() === name
  );
}

/** Is a name declared in a scope around an expression? */
function isOwn(name: string, from: ts.Node): boolean {
  const within = (node: ts.Node, scope: ts.Node): boolean =>
    declares(node, name) ||
    ((node === scope || !ts.isFunctionLike(node)) &&
      ts.forEachChild(node, (child) => within(child, scope) || undefined) === true);
  const isScope = (node: ts.Node): boolean =>
    ts.isFunctionLike(node) || ts.isBlock(node) || ts.isSourceFile(node) || ts.isForOfStatement(node);
  const up = (node: ts.Node): boolean =>
    (isScope(node) && within(node, node)) || (!ts.isSourceFile(node) && up(node.parent));
  return up(from);
}

/** Where a pure file reads the clock, luck or the browser. */
function impurities(file: File): readonly string[] {
  if (!PURE.some((folder) => file.path.startsWith(folder)) || IMPURE.includes(file.path) || isTest(file.path))
    return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText()))
      found.push(`${file.path} names ${node.getText()}`);
    if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'Date' &&
      (node.arguments?.length ?? 0) === 0
    )
      found.push(`${file.path} names new Date()`);
    if (ts.isIdentifier(node) && BROWSER.includes(node.text) && isValue(node) && !isOwn(node.text, node))
      found.push(`${file.path} names ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

/** An identifier that is read: no name of a property, a member, a type or a declaration. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return (
    !(
      ts.isTypeElement(parent) ||
      ts.isTypeNode(parent) ||
      ts.isParameter(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isFunctionLike(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isLabeledStatement(parent) ||
      ts.isPropertyDeclaration(parent)
    ) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === node) ||
    (ts.isArrowFunction(parent) && parent.body === node)
  );
}

function faultsOf(files: readonly File[]): readonly string[] {
  return files.flatMap((file) => {
    const vague = file.path
      .split('/')
      .slice(0, -1)
      .find((name) => VAGUE.includes(name));
    const markup = file.path.startsWith('content/') && /\sclient:|<script|\sstyle=/.test(file.text);
    return [
      ...importsOf(file).flatMap((name) => importFault(file, name) ?? []),
      ...impurities(file),
      ...(vague === undefined ? [] : [`${file.path} lies in ${vague}: name the folder for its subject`]),
      ...(markup ? [`${file.path} holds code: content is data`] : []),
    ];
  });
}

const READ = ['.ts', '.tsx', '.mjs', '.js', '.astro', '.mdx', '.yaml', '.css'];

function filesUnder(folder: string): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => READ.includes(ending(path)) && statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

describe('the house', () => {
  const files = ['src', 'content', 'e2e'].flatMap(filesUnder);

  it('is looked at whole', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(400);
  });

  it('imports only in the direction of the map, and through doors', () => {
    expect(faultsOf(files)).toEqual([]);
  });

  it('has every door that package.json names, and each is a file', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> };
    const doors = Object.entries(manifest.imports).filter(([name]) => !name.endsWith('*'));
    expect(doors.filter(([, path]) => !existsSync(path))).toEqual([]);
  });

  it('has nothing on top that no tool insists on', () => {
    const top = readdirSync('.').filter((name) => !name.startsWith('.'));
    const made = ['node_modules', 'dist', 'test-results', 'playwright-report'];
    const known = [
      ...['package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs', 'README.md', 'LICENSE'],
      ...['content', 'src', 'public', 'e2e'],
    ];
    expect(top.filter((name) => !known.includes(name) && !made.includes(name))).toEqual([]);
  });
});

describe('each rule fails where it is broken:', () => {
  it.each([
    ['a package in the evaluator', 'src/evaluator/x.ts', `import * as z from 'zod';`, 'imports zod'],
    ['the wrong direction', 'src/cloud/x.ts', `import { prove } from '#course';`, 'imports #course'],
    ['a type in the wrong direction', 'src/exam/x.ts', `type A = import('#cloud').Cloud;`, 'imports #cloud'],
    ['a lazy import', 'src/exam/x.ts', `const a = import('dexie');`, 'imports dexie'],
    ['a computed import', 'src/widgets/lab/x.ts', 'const a = import(name);', 'imports (computed) name'],
    [
      'another folder past its door',
      'src/cloud/x.ts',
      `import '../evaluator/parse.ts';`,
      'entered by its door',
    ],
    ['AWS in the exam', 'src/exam/x.ts', `export * from '#evaluator';`, 'imports #evaluator'],
    ['node in a widget', 'src/widgets/lab/x.tsx', `import 'node:fs';`, 'imports node:fs'],
    ['zod in the door of the course', 'src/course/index.ts', `import * as z from 'zod';`, 'imports zod'],
    [
      'the files of the course in a widget',
      'src/widgets/lab/x.ts',
      `import '#course/load';`,
      'imports #course/load',
    ],
    ['Dexie outside the store', 'src/widgets/site/x.ts', `import Dexie from 'dexie';`, 'imports dexie'],
    [
      'a command in a page',
      'src/pages/x.astro',
      `---\nimport '../commands/prove.ts';\n---`,
      'entered by its door',
    ],
    [
      'a page in a script',
      'src/widgets/lab/x.ts',
      `import A from '#layouts/Page.astro';`,
      'only .astro files may',
    ],
    [
      'a script of a page',
      'src/pages/x.astro',
      `---\n---\n<script>import 'dexie';</script>`,
      'imports dexie',
    ],
    ['an import in a lesson', 'content/lessons/x.mdx', `import A from './a.ts';`, 'nothing allows it'],
    ['code in a lesson', 'content/lessons/x.mdx', `<Lab client:load />`, 'content is data'],
    ['a package in a style', 'src/styles/x.css', `@import 'normalize.css';`, 'imports normalize.css'],
    ['a folder off the map', 'src/shop/x.ts', `import './y.ts';`, 'no folder of the map'],
    ['a vague folder', 'src/widgets/utils/x.ts', '', 'name the folder for its subject'],
    ['a test tool outside tests', 'src/exam/x.ts', `import 'fast-check';`, 'imports fast-check'],
    ['the clock', 'src/exam/x.ts', 'export const a = Date.now();', 'names Date.now'],
    ['the clock as a date', 'src/cloud/x.ts', 'export const a = new Date();', 'names new Date()'],
    ['luck', 'src/cloud/x.ts', 'export const a = Math.random();', 'names Math.random'],
    ['the window', 'src/course/x.ts', 'export const a = window.name;', 'names window'],
    ['the page', 'src/evaluator/x.ts', 'export const f = () => document.title;', 'names document'],
    ['the database', 'src/review/x.ts', 'export const a = indexedDB;', 'names indexedDB'],
    ['the network', 'src/terminal/x.ts', `export const f = () => fetch('/a');`, 'names fetch'],
    ['the process', 'src/cloud/x.ts', 'export const a = { env: process.env };', 'names process'],
    ['the window by another name', 'src/cloud/x.ts', 'export const a = globalThis.name;', 'names globalThis'],
  ])('%s', (_what, path, text, fault) => {
    expect(faultsOf([{ path, text }])).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    [
      'a policy may be called document',
      'src/evaluator/x.ts',
      'export const f = (document: string) => document;',
    ],
    ['a date may be made of a time', 'src/cloud/x.ts', 'export const f = (t: number) => new Date(t);'],
    [
      'a member may be called process',
      'src/cloud/x.ts',
      'export const f = (a: { process: 1 }) => a.process;',
    ],
    ['a folder may import itself', 'src/cloud/iam/x.ts', `import '../call.ts';`],
    ['a test may import its tools', 'src/exam/x.test.ts', `import fc from 'fast-check';`],
  ])('and holds where it is kept: %s', (_what, path, text) => {
    expect(faultsOf([{ path, text }])).toEqual([]);
  });
});
