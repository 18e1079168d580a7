// What a page's shell never runs, cut out of the library's code: by the tree of the code, never by its letters alone.
import { parseSync } from 'vite';

/** A place in the code, and what stands there instead. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

type Rule = (node: Node, code: string) => readonly Cut[];

/** The code with everything cut that a rule knows, and the names of the rules that found something. */
export function cut(code: string): { readonly code: string; readonly rules: readonly string[] } {
  const found: (Cut & { readonly rule: string })[] = [];
  walk(parseSync('library.js', code).program, (node) => {
    for (const [rule, cuts] of Object.entries(RULES))
      found.push(...cuts(node, code).map((one) => ({ ...one, rule })));
  });
  let made = '';
  let at = 0;
  for (const { start, end, text } of found.sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    made += code.slice(at, start) + text;
    at = end;
  }
  return { code: made + code.slice(at), rules: [...new Set(found.map(({ rule }) => rule))] };
}

/** Methods of the wall that the library can put around the page's own objects; here it stays down. */
const WALL = new Set([
  ...['applyPatches', 'applyPatch', 'restorePatches', 'patchPrototypeConstructor', 'lockWellKnownSymbols'],
  ...['protectReversibleIntrinsics', 'protectConstructorChain', 'protectErrorPrepareStackTrace'],
  ...['protectPromiseThen', 'protectProcessMainModule', 'protectProcessExecPath', 'protectProxyRevocable'],
  ...['protectDynamicImport', 'protectModuleLoad', 'protectModuleResolveFilename', 'protectModuleMethod'],
  ...['createBlockingProxy', 'createBlockingObjectProxy', 'createReadonlyObjectProxy', 'getStats'],
]);

/** Parts of a command's `--help` beside its usage. */
const HELP = new Set(['description', 'options', 'examples', 'notes']);

export const RULES: Readonly<Record<string, Rule>> = {
  'the wall': (node) => {
    const { key, value } = parts(node);
    const isWall = node.type === 'MethodDefinition' && WALL.has(nameOf(key));
    return isWall ? emptied(value) : [];
  },
  'what the wall guards': (node, code) =>
    node.type === 'FunctionDeclaration' &&
    code.slice(node.start, node.end).includes('"Function constructor allows arbitrary code execution"')
      ? emptied(node, '{return[]}')
      : [],
  'the network': (node, code) =>
    node.type === 'FunctionDeclaration' &&
    /^function \w+\(\w\)\{let \w+=\w\.allowedUrlPrefixes/.test(code.slice(node.start, node.start + 80))
      ? emptied(node)
      : [],
  'other disks': (node, code) => {
    const { body } = parts(node);
    if (!/^Class/.test(node.type) || !isNode(body)) return [];
    const text = code.slice(body.start, body.end);
    const isDisk = /^\{(?:data=new Map;entryIdentities|baseFs;mounts)|\w\.promises\./.test(text);
    return isDisk ? [{ ...span(body), text: '{}' }] : [];
  },
  'flags for tests': (node, code) =>
    node.type === 'ObjectExpression' &&
    /^\{name:"[\w[\]-]+",(?:flags:\[|stdinType)/.test(code.slice(node.start, node.start + 80))
      ? [{ ...span(node), text: '{}' }]
      : [],
  'help of commands': (node) => {
    const { properties } = parts(node);
    if (node.type !== 'ObjectExpression' || !Array.isArray(properties)) return [];
    const named = properties.flatMap((one: unknown) =>
      isNode(one) ? [{ one, name: nameOf(parts(one).key) }] : [],
    );
    if (!['name', 'summary', 'usage'].every((wanted) => named.some(({ name }) => name === wanted))) return [];
    return named.flatMap(({ one, name }) => (HELP.has(name) ? [{ ...span(one), text: `${name}:""` }] : []));
  },
  'help of builtins': (node, code) =>
    node.type === 'TemplateLiteral' && /\n {4}Exit Status:\n/.test(code.slice(node.start, node.end))
      ? [
          {
            ...span(node),
            text: JSON.stringify(/^`([^\n`]*)/.exec(code.slice(node.start, node.end))?.[1] ?? ''),
          },
        ]
      : [],
  'tables of letters': (node, code) => {
    const { body } = parts(node);
    if (!/^Class/.test(node.type) || !isNode(body)) return [];
    const text = code.slice(body.start, body.end);
    if (!text.startsWith('{static CASE_ORBIT=')) return [];
    const table = /=new ([\w$]+)\(new Uint32Array/.exec(text)?.[1] ?? '';
    const orbit = /^\{static CASE_ORBIT=new Map\(\[[^;]*\]\);/.exec(text)?.[0] ?? '';
    return [{ ...span(body), text: `${orbit}${lettersBy(table)}}` }];
  },
};

/**
 * The classes of letters for patterns such as `\p{Greek}`, asked of the browser when one is wanted instead of brought along.
 * @param table what the library calls its class of ranges
 */
function lettersBy(table: string): string {
  return `static made(prefix){const known=new Map;return{
has(name){try{new RegExp("\\\\p{"+prefix+name+"}","u");return true}catch{return false}},
get(name){if(!known.has(name)){const letter=new RegExp("\\\\p{"+prefix+name+"}","u"),ranges=[];
for(let at=0,from=-1;at<=1114112;at++){const is=at<1114112&&letter.test(String.fromCodePoint(at));
if(is&&from<0)from=at;else if(!is&&from>=0){ranges.push(from,at-1,1);from=-1}}
known.set(name,new ${table}(new Uint32Array(ranges)))}return known.get(name)}}}
static CATEGORIES=this.made("");static SCRIPTS=this.made("Script=");static FOLD_CATEGORIES=new Map;static FOLD_SCRIPT=new Map;
static get Upper(){return this.CATEGORIES.get("Lu")}static get Print(){return this.CATEGORIES.get("Assigned")}`;
}

function emptied(node: unknown, text = '{}'): readonly Cut[] {
  const { body } = isNode(node) ? parts(node) : {};
  return isNode(body) ? [{ ...span(body), text }] : [];
}

function span({ start, end }: Node): Pick<Cut, 'start' | 'end'> {
  return { start, end };
}

function walk(tree: unknown, look: (node: Node) => void): void {
  if (Array.isArray(tree)) for (const one of tree) walk(one, look);
  if (!isNode(tree)) return;
  look(tree);
  for (const below of Object.values(tree)) if (typeof below === 'object') walk(below, look);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function parts(node: Node): Readonly<Record<string, unknown>> {
  return { ...node };
}

function nameOf(key: unknown): string {
  const { name } = isNode(key) ? parts(key) : {};
  return typeof name === 'string' ? name : '';
}
