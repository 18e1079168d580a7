// The Condition block: operator → key → values.
import { readObject, type Finder } from './elements.ts';
import type { JsonMember, JsonNode } from './json.ts';
import {
  FAMILIES_WITH_VARIABLES,
  NULL_OPERATOR,
  OPERATORS,
  parseOperator,
  type Operator,
  type OperatorName,
} from './operators.ts';
import { nearest } from './nearest.ts';
import type { Reading } from './parse.ts';
import type { Condition, Text, Wanted } from './policy.ts';
import { parseTemplate, plain } from './template.ts';

export function readConditions(member: JsonMember | undefined, path: string, reading: Reading): Condition[] {
  if (!member) return [];
  const here = `${path}.Condition`;
  const block = readObject(member.value, here, reading.find);
  return (block?.members ?? []).flatMap((operator) => readOperator(operator, here, reading));
}

function readOperator(member: JsonMember, path: string, reading: Reading): Condition[] {
  const { find } = reading;
  const here = `${path}.${member.key}`;
  const name = parseOperator(member.key);
  if (name.kind === 'null-with-if-exists') find('NULL_WITH_IF_EXISTS', here, member.keyRange);
  if (name.kind === 'unknown') {
    const meant = nearest(member.key.replace(/IfExists$/i, ''), [...OPERATORS.keys(), NULL_OPERATOR]);
    find('INVALID_CONDITION_OPERATOR', here, member.keyRange, {
      found: member.key,
      ...(meant ? { meant } : {}),
    });
  }
  const keys = readObject(member.value, here, find);
  if (!keys || (name.kind !== 'value' && name.kind !== 'null')) return [];
  const seen = new Set<string>();
  return keys.members.map((key) => {
    const keyLower = key.key.toLowerCase();
    if (seen.has(keyLower))
      find('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', `${here}.${key.key}`, key.keyRange, { found: key.key });
    seen.add(keyLower);
    const values = readValues(key.value, `${here}.${key.key}`, find);
    return {
      operatorText: { value: member.key, range: member.keyRange },
      key: { value: key.key, range: key.keyRange },
      keyLower,
      range: { start: key.keyRange.start, end: key.value.range.end },
      shown: values.map(({ value }) => value).join(', '),
      test: testOf(name, values, reading),
    };
  });
}

function testOf(name: KnownOperator, values: readonly Text[], reading: Reading): Condition['test'] {
  if (name.kind === 'null') return { kind: 'null', values };
  const { operator, ifExists, set } = name;
  return { kind: 'value', operator, ifExists, set, values, wanted: ready(values, operator, reading) };
}

type KnownOperator = Extract<OperatorName, { kind: 'value' | 'null' }>;

function ready(values: readonly Text[], operator: Operator, { literal }: Reading): Wanted {
  const mayVary = !literal && FAMILIES_WITH_VARIABLES.has(operator.family);
  const templates = values.map(({ value }) => (mayVary ? parseTemplate(value) : undefined));
  if (templates.some((template) => template !== undefined)) return { search: undefined, templates };
  return { search: operator.compile(values.map(({ value }) => plain(value))), templates: undefined };
}

/** Values may be strings, and numbers or booleans without quotes. */
function readValues(node: JsonNode, path: string, find: Finder): Text[] {
  const items = node.type === 'array' ? node.items : [node];
  const stranger = items.find((item) => textOf(item) === undefined);
  if (!stranger) return items.map((item) => ({ value: textOf(item) ?? '', range: item.range }));
  find('DATA_TYPE_MISMATCH', path, stranger.range, { wanted: 'a string or a list of strings' });
  return [];
}

function textOf(node: JsonNode): string | undefined {
  if (node.type === 'string') return node.value;
  if (node.type === 'boolean') return String(node.value);
  return node.type === 'number' ? node.source : undefined;
}
