// Reading the shapes that policies are made of: objects with known members, one string or a list of them.
import type { IssueCode } from './issue.ts';
import type { JsonMember, JsonNode, Range } from './json.ts';
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

/** The known name that was probably meant: the same but for case, or at most two letters away. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const far = (candidate: string): number => distance(name.toLowerCase(), candidate.toLowerCase());
  const [best] = known.toSorted((a, b) => far(a) - far(b));
  return best !== undefined && far(best) <= Math.min(2, name.length - 2) ? best : undefined;
}

/** Letters to add, drop or change to make one text of the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const [left = 0, up = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, up + 1, corner + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? Infinity;
}
