// Reading the shapes that policies are made of: objects with known members, one string or a list of them.
import type { IssueCode } from './issue.ts';
import type { JsonMember, JsonNode, Range } from './json.ts';
import { nearest } from './nearest.ts';
import type { Text } from './policy.ts';

export type Finder = (
  code: IssueCode,
  path: string,
  range: Range,
  detail?: Readonly<Record<string, string>>,
) => void;

type JsonObject = Extract<JsonNode, { type: 'object' }>;

export function readObject(node: JsonNode, path: string, find: Finder): JsonObject | undefined {
  if (node.type === 'object') return node;
  find('DATA_TYPE_MISMATCH', path, node.range, { wanted: 'an object' });
  return undefined;
}

/** The members by name; a member of another name is an issue, with the name that was probably meant. */
export function members(
  object: JsonObject,
  known: readonly string[],
  path: string,
  find: Finder,
): ReadonlyMap<string, JsonMember> {
  const found = new Map<string, JsonMember>();
  for (const member of object.members) {
    if (known.includes(member.key)) found.set(member.key, member);
    else {
      const meant = nearest(member.key, known);
      const detail = { found: member.key, known: known.join(', '), ...(meant ? { meant } : {}) };
      find(
        'INVALID_POLICY_ELEMENT',
        path === '' ? member.key : `${path}.${member.key}`,
        member.keyRange,
        detail,
      );
    }
  }
  return found;
}

/** One string or a list of strings; `undefined` when it is neither. */
export function strings(node: JsonNode, path: string, find: Finder): Text[] | undefined {
  const items = node.type === 'array' ? node.items : [node];
  const stranger = items.find(({ type }) => type !== 'string');
  if (stranger) {
    find('DATA_TYPE_MISMATCH', path, stranger.range, { wanted: 'a string or a list of strings' });
    return undefined;
  }
  return items.map((item) => ({ value: item.type === 'string' ? item.value : '', range: item.range }));
}
