// The Condition block: operator → key → values.
import { nearest, readObject, type Finder } from './elements.ts';
import type { JsonMember, JsonNode } from './json.ts';
import {
  FAMILIES_WITH_VARIABLES,
  NULL_OPERATOR,
  OPERATORS,
  parseOperator,
  type Operator,
} from './operators.ts';
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
      test:
        name.kind === 'null'
          ? { kind: 'null', values }
          : { ...name, values, wanted: ready(values, name.operator, reading) },
    };
  });
}

function ready(values: readonly Text[], operator: Operator, { literal }: Reading): Wanted {
  const mayVary = !literal && FAMILIES_WITH_VARIABLES.has(operator.family);
  const templates = values.map(({ value }) => (mayVary ? parseTemplate(value) : undefined));
  if (templates.some((template) => template !== undefined)) return { search: undefined, templates };
  return { search: operator.compile(values.map(({ value }) => plain(value))), templates: undefined };
}

/** Values may be strings, and numbers or booleans without quotes. */
function readValues(node: JsonNode, path: string, find: Finder): Text[] {
  const items = node.type === 'array' ? node.items : [node];
  return items.flatMap((item): Text[] => {
    if (item.type === 'string') return [{ value: item.value, range: item.range }];
    if (item.type === 'boolean') return [{ value: String(item.value), range: item.range }];
    if (item.type === 'number') return [{ value: item.source, range: item.range }];
    find('DATA_TYPE_MISMATCH', path, item.range, { wanted: 'a string or a list of strings' });
    return [];
  });
}
