// The documents of a lab in the order in which a request meets them, in groups as soon as they are many.
import type { PolicyKind } from '#evaluator';
import { levelsWith, type Part, type StoredDocument } from '#cloud';
import { lab } from '#strings';

type GroupName = keyof typeof lab.groups;

const GROUPS: readonly (readonly [GroupName, readonly PolicyKind[]])[] = [
  ['organization', ['rcp', 'scp']],
  ['resource', ['resource', 'trust']],
  ['way', ['vpce']],
  ['caller', ['identity']],
  ['ceiling', ['boundary', 'session']],
];

/** From this many groups on they are named. */
const MANY = 3;

export interface Group {
  /** Absent while the documents are few. */
  readonly name?: string;
  readonly documents: readonly StoredDocument[];
}

export function groupsOf(documents: readonly StoredDocument[]): readonly Group[] {
  const groups = GROUPS.map(([name, kinds]) => ({
    name: lab.groups[name],
    documents: documents.filter(({ kind }) => kinds.includes(kind)),
  })).filter(({ documents: own }) => own.length > 0);
  return groups.length < MANY ? [{ documents }] : groups;
}

/** The levels at which a document was read, each once. */
export function levelsRead(parts: readonly Part[], id: string): readonly string[] {
  return [...new Set(parts.flatMap(({ names }) => levelsWith(names, id)))];
}
