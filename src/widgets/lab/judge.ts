// From a lab's world and the words of its question to a decision. It knows no browser.
import type { Verdict } from '#evaluator';
import {
  documentsOf,
  parts,
  signIn,
  verdictOf,
  writeDocument,
  type Cloud,
  type DocumentId,
  type Part,
  type StoredDocument,
} from '#cloud';

/** The words chosen in the sentence. A context key without a value is not sent. */
export interface Picks {
  readonly as: string;
  readonly action: string;
  readonly on: string;
  readonly context: Readonly<Record<string, string>>;
}

export type Edits = Readonly<Record<DocumentId, string>>;

export interface Judged {
  readonly part?: Part;
  readonly verdict?: Verdict;
  /** The caller has no credentials; `part` is then about taking the role. */
  readonly noCredentials: boolean;
  readonly failure?: string;
}

/** The cloud with the learner's texts in it. Edits of documents that are gone are left out. */
export function edited(cloud: Cloud, edits: Edits): Cloud {
  const known = new Set(documentsOf(cloud).map(({ id }) => id));
  return Object.entries(edits).reduce(
    (now, [id, text]) => (known.has(id) ? writeDocument(now, id, text) : now),
    cloud,
  );
}

export function judge(cloud: Cloud, picks: Picks): Judged {
  const signed = signIn(cloud, picks.as);
  if (!('session' in signed)) {
    const [part] = signed.parts;
    const verdict = signed.verdict && part ? part.verdict : undefined;
    return {
      noCredentials: true,
      failure: signed.fault.message,
      ...(part && verdict ? { part, verdict } : {}),
    };
  }
  const asked = parts(cloud, signed.session, { action: picks.action, on: picks.on, context: picks.context });
  if ('fault' in asked) return { noCredentials: false, failure: asked.fault.message };
  const [part] = asked;
  return { noCredentials: false, verdict: verdictOf(asked), ...(part ? { part } : {}) };
}

/** Documents for the tabs: those that may be edited, then the others that the decision read. */
export function shownDocuments(
  cloud: Cloud,
  editable: readonly DocumentId[],
  part: Part | undefined,
): readonly StoredDocument[] {
  const all = documentsOf(cloud);
  const { identity = [], boundary, resource } = part?.names ?? {};
  const read = [
    ...identity,
    ...(boundary === undefined ? [] : [boundary]),
    ...(resource === undefined ? [] : [resource]),
  ];
  const ids = [...editable, ...read.filter((id) => !editable.includes(id))];
  return ids.flatMap((id) => all.find((document) => document.id === id) ?? []);
}

/** The document that a place in the trace is in. */
export function documentAt(part: Part, layer: string, policy: number): DocumentId | undefined {
  if (layer === 'identity') return part.names.identity[policy];
  return layer === 'boundary' ? part.names.boundary : part.names.resource;
}

/** `group/contractors/inline/timetables` → `contractors, timetables`. */
export function nameOf(id: DocumentId): string {
  const [kind = '', name = '', part = '', policy = ''] = id.split('/');
  if (kind === 'policy') return name;
  if (kind === 'bucket') return `bucket ${name}`;
  return part === 'trust' ? `trust of ${name}` : `${name}, ${policy}`;
}
