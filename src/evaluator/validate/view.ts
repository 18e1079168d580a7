// A document as the checks see it: every part with its place, whatever can be read of it. It judges nothing.
import type { JsonMember, JsonNode, Range } from '../json.ts';
import type { PolicyKind } from '../policy.ts';
import type { Catalogue } from './catalogue.ts';
import { patronOf, serviceOf } from './patron.ts';

/** A piece of the document and where it stands. */
export interface Text {
  readonly value: string;
  readonly path: string;
  readonly range: Range;
}

/** `Action`, `NotAction`, `Resource` or `NotResource` with its values. */
export interface List {
  readonly not: boolean;
  readonly name: Text;
  readonly items: readonly Text[];
  readonly isEmpty: boolean;
}

/** A value of `Principal` or `NotPrincipal`; `key` is empty for a bare string. */
export interface Named extends Text {
  readonly key: string;
}

export interface PrincipalElement {
  readonly not: boolean;
  readonly name: Text;
  readonly named: readonly Named[];
  /** Lists without values. */
  readonly empty: readonly Text[];
  readonly isEmptyObject: boolean;
}

export interface Operator extends Text {
  /** `ForAllValues`, `ForAnyValue` or empty. */
  readonly qualifier: string;
  readonly family: string;
  /** Without qualifier and `IfExists`, such as `StringNotLike`. */
  readonly name: string;
  readonly isNegated: boolean;
  readonly isLike: boolean;
  readonly ifExists: boolean;
}

/** One key under one operator. */
export interface Condition {
  readonly operator: Operator;
  readonly key: Text;
  /** The key in small letters, as keys are compared. */
  readonly lower: string;
  readonly values: readonly Text[];
  /** The JSON types of the values, each once. */
  readonly types: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

export interface Statement extends Text {
  readonly index: number;
  readonly node: JsonNode;
  readonly sid: Text | undefined;
  readonly effect: string | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly action: List | undefined;
  readonly resource: List | undefined;
  readonly conditions: readonly Condition[];
  /** `Condition` and its operators, where they are empty objects. */
  readonly emptyConditions: readonly Text[];
  /** All condition keys, in small letters. */
  readonly keys: ReadonlySet<string>;
  /** Services whose actions are named, each once. */
  readonly services: ReadonlySet<string>;
}

export interface View {
  readonly kind: PolicyKind;
  readonly text: string;
  readonly version: string | undefined;
  readonly statements: readonly Statement[];
  /** The service whose policy this resource policy is, where that can be told. */
  readonly patron: string | undefined;
  readonly catalogue: Catalogue | undefined;
  /** May another look-up that takes long be made? A document with far more names than any policy gets no more. */
  readonly mayLookUp: () => boolean;
}

/** Look-ups that take long, in one document. */
const LOOK_UPS = 1000;

type Members = ReadonlyMap<string, JsonMember>;

const OPERATOR =
  /^(?:(ForAllValues|ForAnyValue):)?((?:(String|Numeric|Date|Arn|Ip|NotIp|Binary)(Not)?(?:EqualsIgnoreCase|LessThanEquals|GreaterThanEquals|LessThan|GreaterThan|Equals|Like|Address))|Bool|Null)(IfExists)?$/;

export function viewOf(
  node: JsonNode,
  kind: PolicyKind,
  text: string,
  catalogue: Catalogue | undefined,
): View {
  const root = membersOf(node);
  const list = root.get('Statement')?.value;
  const nodes = list?.type === 'array' ? list.items : list ? [list] : [];
  const statements = nodes.map(statementOf);
  let left = LOOK_UPS;
  return {
    kind,
    text,
    version: textOf(root.get('Version')?.value, '')?.value,
    statements,
    patron: kind === 'resource' ? patronOf(statements) : undefined,
    catalogue,
    mayLookUp: () => (left -= 1) >= 0,
  };
}

function statementOf(node: JsonNode, index: number): Statement {
  const path = `Statement[${index}]`;
  const members = membersOf(node);
  const block = members.get('Condition');
  const action = listOf(members, 'Action', path);
  const conditions = block ? conditionsOf(block.value, `${path}.Condition`) : [];
  return {
    index,
    node,
    value: '',
    path,
    range: node.range,
    sid: textOf(members.get('Sid')?.value, `${path}.Sid`),
    effect: textOf(members.get('Effect')?.value, '')?.value,
    principal: principalOf(members, path),
    action,
    resource: listOf(members, 'Resource', path),
    conditions,
    emptyConditions: block ? emptyObjects(block, `${path}.Condition`) : [],
    keys: new Set(conditions.map(({ lower }) => lower)),
    services: new Set((action?.items ?? []).map(({ value }) => serviceOf(value))),
  };
}

function membersOf(node: JsonNode): Members {
  return new Map(node.type === 'object' ? node.members.map((member) => [member.key, member]) : []);
}

function textOf(node: JsonNode | undefined, path: string): Text | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'string') return { value: node.value, path, range: node.range };
  if (node.type === 'boolean') return { value: String(node.value), path, range: node.range };
  return node.type === 'number' ? { value: node.source, path, range: node.range } : undefined;
}

const itemsOf = (node: JsonNode): readonly JsonNode[] => (node.type === 'array' ? node.items : [node]);

function textsOf(node: JsonNode, path: string): readonly Text[] {
  return itemsOf(node).flatMap((item) => textOf(item, path) ?? []);
}

function stringsOf(node: JsonNode, path: string): readonly Text[] {
  return itemsOf(node).flatMap((item) =>
    item.type === 'string' ? { value: item.value, path, range: item.range } : [],
  );
}

const isEmptyList = (node: JsonNode): boolean => node.type === 'array' && node.items.length === 0;
const isEmptyObject = (node: JsonNode): boolean => node.type === 'object' && node.members.length === 0;

function nameOf({ key, keyRange }: JsonMember, path: string): Text {
  return { value: key, path: `${path}.${key}`, range: keyRange };
}

function listOf(members: Members, wanted: string, path: string): List | undefined {
  const member = members.get(wanted) ?? members.get(`Not${wanted}`);
  if (!member) return undefined;
  const name = nameOf(member, path);
  return {
    not: member.key !== wanted,
    name,
    items: stringsOf(member.value, name.path),
    isEmpty: isEmptyList(member.value),
  };
}

function principalOf(members: Members, path: string): PrincipalElement | undefined {
  const member = members.get('Principal') ?? members.get('NotPrincipal');
  if (!member) return undefined;
  const { value } = member;
  const name = nameOf(member, path);
  const entries = value.type === 'object' ? value.members : [];
  const bare = stringsOf(value, name.path);
  return {
    not: member.key === 'NotPrincipal',
    name,
    named: [
      ...bare.map((text) => ({ ...text, key: '' })),
      ...entries.flatMap((entry) =>
        stringsOf(entry.value, `${name.path}.${entry.key}`).map((text) => ({ ...text, key: entry.key })),
      ),
    ],
    empty: entries.filter((entry) => isEmptyList(entry.value)).map((entry) => nameOf(entry, name.path)),
    isEmptyObject: isEmptyObject(value),
  };
}

function conditionsOf(block: JsonNode, path: string): readonly Condition[] {
  return [...membersOf(block).values()].flatMap((member) => {
    const operator = operatorOf(nameOf(member, path));
    return [...membersOf(member.value).values()].map((entry) => {
      const key = { ...nameOf(entry, operator.path), value: entry.key };
      return {
        operator,
        key,
        lower: entry.key.toLowerCase(),
        values: textsOf(entry.value, key.path),
        types: new Set(itemsOf(entry.value).map(({ type }) => type)),
        isEmpty: isEmptyList(entry.value),
      };
    });
  });
}

function operatorOf(text: Text): Operator {
  const [, qualifier = '', name = '', family = name, not, ifExists] = OPERATOR.exec(text.value) ?? [];
  return {
    ...text,
    qualifier,
    name,
    family: family.replace('NotIp', 'Ip'),
    isNegated: not !== undefined || family === 'NotIp',
    isLike: name.endsWith('Like') || family === 'Arn',
    ifExists: ifExists !== undefined,
  };
}

function emptyObjects(block: JsonMember, path: string): readonly Text[] {
  const name = { value: block.key, path, range: block.keyRange };
  if (isEmptyObject(block.value)) return [name];
  const operators = [...membersOf(block.value).values()].filter(({ value }) => isEmptyObject(value));
  return operators.map((operator) => nameOf(operator, path));
}
