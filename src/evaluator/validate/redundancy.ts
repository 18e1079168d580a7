// What is said twice: actions and resources that others contain, statements that repeat another.
import type { IssueCode } from '../issue.ts';
import type { JsonNode } from '../json.ts';
import { found, NONE, type Check, type Finding } from './check.ts';
import { covers, hasWildcard } from './globs.ts';
import type { List, Text, View } from './view.ts';

/** Patterns of one list that are compared with its other values. */
const COMPARED = 100;

/** Values that an earlier equal value, or a wider pattern anywhere in the list, contains. */
function redundant(
  list: List | undefined,
  code: IssueCode,
  spell: (value: string) => string,
): readonly Finding[] {
  if (!list || list.items.length < 2) return NONE;
  const items = list.items.map((item) => ({ item, value: spell(item.value) }));
  const wide = items.filter(({ value }) => hasWildcard(value)).slice(0, COMPARED);
  const seen = new Map<string, Text>();
  return items.flatMap(({ item, value }) => {
    const same = seen.get(value);
    if (!same) seen.set(value, item);
    const wider = wide.find(
      (other) => other.value !== value && covers(other.value, value) && !covers(value, other.value),
    );
    const by = same ?? wider?.item;
    return by ? found(code, item, { by: by.value }) : NONE;
  });
}

/** What a statement says, without its Sid; the order of its elements does not matter. */
function meaningOf(node: JsonNode, depth = 0): string {
  switch (node.type) {
    case 'object':
      return `{${node.members
        .filter(({ key }) => depth > 0 || key !== 'Sid')
        .map(({ key, value }) => `${JSON.stringify(key)}:${meaningOf(value, depth + 1)}`)
        .toSorted()
        .join()}}`;
    case 'array':
      return node.items.length === 1 && node.items[0]
        ? meaningOf(node.items[0], depth + 1)
        : `[${node.items
            .map((item) => meaningOf(item, depth + 1))
            .toSorted()
            .join()}]`;
    case 'null':
      return 'null';
    case 'number':
      return JSON.stringify(node.source);
    case 'string':
    case 'boolean':
      return JSON.stringify(String(node.value));
  }
}

function repeated({ statements }: View): readonly Finding[] {
  if (statements.length < 2) return NONE;
  const seen = new Map<string, number>();
  return statements.flatMap((statement) => {
    const meaning = meaningOf(statement.node);
    const first = seen.get(meaning);
    if (first === undefined) seen.set(meaning, statement.index);
    return first === undefined ? NONE : found('REDUNDANT_STATEMENT', statement, { by: String(first + 1) });
  });
}

export const REDUNDANCY: readonly Check[] = [
  {
    codes: ['REDUNDANT_ACTION'],
    statement: ({ action }) => redundant(action, 'REDUNDANT_ACTION', (value) => value.toLowerCase()),
  },
  {
    codes: ['REDUNDANT_RESOURCE'],
    statement: ({ resource }) => redundant(resource, 'REDUNDANT_RESOURCE', (value) => value),
  },
  { codes: ['REDUNDANT_STATEMENT'], document: repeated },
];
