// From text to policy. What is not understood is an issue with its place, never skipped.
import { parseArnGlob } from './arn-glob.ts';
import { type Finder, members, readObject, strings } from './elements.ts';
import { parseGlob } from './glob.ts';
import { GlobList } from './glob-list.ts';
import { isBreaking, type Issue } from './issue.ts';
import { parseJson, type JsonMember, type JsonNode, type Range } from './json.ts';
import { readConditions } from './parse-condition.ts';
import { readPrincipal } from './parse-principal.ts';
import type { Document, Pattern, Patterns, Policy, PolicyKind, Statement, Text } from './policy.ts';
import { parseTemplate } from './template.ts';

/** Characters that are read unless somebody asks for more: far above every quota of AWS, far below what would make a page wait. */
const LARGEST = 1_000_000;

const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * Reads a policy document of the given kind.
 * @returns the policy with what else was found, or every issue when it cannot be read at all. Never throws.
 */
export function parsePolicy(
  text: string,
  kind: PolicyKind,
  largest = LARGEST,
): { readonly policy: Policy } | { readonly issues: readonly Issue[] } {
  if (text.length > largest) return { issues: [tooLarge(text, largest)] };
  const issues: Issue[] = [];
  const find: Finder = (code, path, range, detail = {}) => {
    const severity = code === 'MISSING_VERSION' ? 'WARNING' : 'ERROR';
    issues.push({ code, severity, path, range, detail });
  };
  const statements = readStatements(text, kind, find, issues);
  if (statements === undefined || issues.some(isBreaking)) return { issues };
  return { policy: { kind, text, statements, issues } };
}

/** The same as a value that a decision can take: a policy, or the invalid document that it has to mention. */
export function readDocument(text: string, kind: PolicyKind, largest = LARGEST): Document {
  const result = parsePolicy(text, kind, largest);
  if ('policy' in result) return result.policy;
  return { kind, text, issues: result.issues, mayDeny: mayDeny(text) };
}

/** Does a document that cannot be read deny somewhere? Where it is no JSON, the word alone is enough. */
function mayDeny(text: string): boolean {
  const json = parseJson(text);
  return 'error' in json ? /Deny|\\u/i.test(text) : denies(json.node);
}

function denies(node: JsonNode): boolean {
  if (node.type === 'array') return node.items.some(denies);
  if (node.type !== 'object') return false;
  return node.members.some(
    ({ key, value }) =>
      (/^effect$/i.test(key) && value.type === 'string' && /^deny$/i.test(value.value)) || denies(value),
  );
}

function tooLarge(text: string, largest: number): Issue {
  const detail = { size: String(text.length), largest: String(largest) };
  return { code: 'POLICY_TOO_LARGE', severity: 'ERROR', path: '', range: { start: 0, end: 0 }, detail };
}

function readStatements(
  text: string,
  kind: PolicyKind,
  find: Finder,
  issues: Issue[],
): Statement[] | undefined {
  const json = parseJson(text);
  if ('error' in json) {
    const { fault, found, range } = json.error;
    issues.push({ code: 'JSON_SYNTAX_ERROR', severity: 'ERROR', path: '', range, detail: { found }, fault });
    return undefined;
  }
  return readRoot(json.node, kind, find);
}

function readRoot(node: JsonNode, kind: PolicyKind, find: Finder): Statement[] | undefined {
  const root = readObject(node, '', find);
  if (!root) return undefined;
  const known =
    kind === 'identity' || kind === 'boundary' || kind === 'session'
      ? ['Version', 'Statement']
      : ['Version', 'Id', 'Statement'];
  const found = members(root, known, '', find);
  const id = found.get('Id');
  if (id && id.value.type !== 'string')
    find('DATA_TYPE_MISMATCH', 'Id', id.value.range, { wanted: 'a string' });
  const version = found.get('Version');
  const literal = readVersion(version, root.range, find) === '2008-10-17';
  const list = found.get('Statement');
  if (!list) {
    find('MISSING_STATEMENT', '', root.range);
    return undefined;
  }
  const nodes = list.value.type === 'array' ? list.value.items : [list.value];
  const statements = nodes.flatMap((item, index) => {
    const statement = readStatement(item, index, { kind, literal, find });
    return statement ? [statement] : [];
  });
  return statements;
}

function readVersion(member: JsonMember | undefined, root: Range, find: Finder): string {
  if (!member) {
    find('MISSING_VERSION', '', { start: root.start, end: root.start + 1 });
    return '2008-10-17';
  }
  const { value } = member;
  if (value.type === 'string' && (value.value === '2012-10-17' || value.value === '2008-10-17'))
    return value.value;
  find('INVALID_VERSION', 'Version', value.range, {
    found: value.type === 'string' ? value.value : value.type,
  });
  return '2012-10-17';
}

/** What the reading of a statement has to know about its document. */
export interface Reading {
  readonly kind: PolicyKind;
  /** Version 2008-10-17: `${…}` is literal text. */
  readonly literal: boolean;
  readonly find: Finder;
}

function readStatement(node: JsonNode, index: number, reading: Reading): Statement | undefined {
  const path = `Statement[${index}]`;
  const { find, kind } = reading;
  const object = readObject(node, path, find);
  if (!object) return undefined;
  const found = members(object, STATEMENT_ELEMENTS, path, find);
  const sid = readSid(found.get('Sid'), path, reading);
  const effect = readEffect(found.get('Effect'), path, object.range, find);
  const principal = readPrincipal(found, path, object.range, effect, reading);
  const action = readPatterns(found, 'Action', path, reading);
  if (!action) find('MISSING_ACTION', path, object.range);
  const resource = readPatterns(found, 'Resource', path, reading);
  if (!resource && kind !== 'trust') find('MISSING_RESOURCE', path, object.range);
  const conditions = readConditions(found.get('Condition'), path, reading);
  const { range } = object;
  return effect && action && { index, range, sid, effect, principal, action, resource, conditions };
}

function readSid(member: JsonMember | undefined, path: string, { find }: Reading): Text | undefined {
  if (!member) return undefined;
  const { value } = member;
  if (value.type === 'string') return { value: value.value, range: value.range };
  find('DATA_TYPE_MISMATCH', `${path}.Sid`, value.range, { wanted: 'a string' });
  return undefined;
}

function readEffect(
  member: JsonMember | undefined,
  path: string,
  whole: Range,
  find: Finder,
): 'Allow' | 'Deny' | undefined {
  if (!member) {
    find('MISSING_EFFECT', path, whole);
    return undefined;
  }
  const { value } = member;
  if (value.type === 'string' && (value.value === 'Allow' || value.value === 'Deny')) return value.value;
  find('INVALID_EFFECT', `${path}.Effect`, value.range, {
    found: value.type === 'string' ? value.value : value.type,
  });
  return undefined;
}

function readPatterns(
  found: ReadonlyMap<string, JsonMember>,
  name: 'Action' | 'Resource',
  path: string,
  reading: Reading,
): Patterns | undefined {
  const { find } = reading;
  const positive = found.get(name);
  const negative = found.get(`Not${name}`);
  if (positive && negative) {
    find('UNSUPPORTED_ELEMENT_COMBINATION', path, negative.keyRange, { first: name, second: `Not${name}` });
  }
  const member = positive ?? negative;
  if (!member) return undefined;
  const here = `${path}.${member.key}`;
  const texts = strings(member.value, here, find) ?? [];
  const patterns = texts.map((text) =>
    name === 'Action' ? actionPattern(text) : resourcePattern(text, reading),
  );
  const hasVariables = patterns.some(({ template }) => template !== undefined);
  return {
    not: member === negative,
    patterns,
    globs: hasVariables ? undefined : new GlobList(patterns.map(({ glob }) => glob)),
    range: { start: member.keyRange.start, end: member.value.range.end },
    shown: texts.map(({ value }) => value).join(', '),
  };
}

function actionPattern(text: Text): Pattern {
  const { value, range } = text;
  return { value, range, glob: parseGlob(value.toLowerCase()), template: undefined };
}

/** Variables count after the fifth colon; before it they are text, which no ARN has. Source: ug-variables. */
function resourcePattern(text: Text, { literal }: Reading): Pattern {
  const [before = ''] = text.value.split('${');
  const isSixth = before.split(':').length > 5;
  const template = isSixth && !literal ? parseTemplate(text.value) : undefined;
  const { value, range } = text;
  return template
    ? { value, range, glob: undefined, template }
    : { value, range, glob: parseArnGlob(value), template };
}
