// From a lab's world and the words of its question to a decision. It knows no browser.
import type { Verdict } from '#evaluator';
import {
  documentsOf,
  documentsRead,
  parts,
  signIn,
  verdictOf,
  writeDocument,
  type Call,
  type Cloud,
  type DocumentId,
  type Part,
  type StoredDocument,
} from '#cloud';
import { isFullAccess } from './names.ts';

/** The words chosen in the sentence. `on` is a resource, or the name of a call. A key without a value is not sent. */
export interface Picks {
  readonly as: string;
  readonly action: string;
  readonly on: string;
  readonly context: Readonly<Record<string, string>>;
}

export type Edits = Readonly<Record<DocumentId, string>>;

export interface Judged {
  /** Every pair that was asked for; one for a bare request. Empty when nothing was decided. */
  readonly parts: readonly Part[];
  readonly verdict?: Verdict;
  /** The caller has no credentials; `parts` are then about taking the role. */
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

/** Signs in and asks. @param wanted what the words of the sentence mean, as `callOf` tells */
export function judge(cloud: Cloud, as: string, wanted: Call): Judged {
  const signed = signIn(cloud, as);
  if (!('session' in signed)) {
    const { parts: taken, verdict, fault } = signed;
    return { parts: taken, noCredentials: true, failure: fault.message, ...(verdict ? { verdict } : {}) };
  }
  const asked = parts(cloud, signed.session, wanted);
  if ('fault' in asked) return { parts: [], noCredentials: false, failure: asked.fault.message };
  return { parts: asked, noCredentials: false, verdict: verdictOf(asked) };
}

/** The part that decides: the first that is refused, else the last. */
export function decidingPart(asked: readonly Part[]): Part | undefined {
  return asked.find(({ verdict }) => verdict.decision !== 'allowed') ?? asked.at(-1);
}

/** Documents for the tabs: those that may be edited, then the others that the decision read and that limit anything. */
export function shownDocuments(
  cloud: Cloud,
  editable: readonly DocumentId[],
  asked: readonly Part[],
): readonly StoredDocument[] {
  const all = documentsOf(cloud);
  const read = new Set(asked.flatMap(({ names }) => documentsRead(names)));
  const alone = [...read].filter((id) => id.includes('org/scp/')).every(isFullAccess);
  const ids = new Set([...editable, ...[...read].filter((id) => !alone || !isFullAccess(id))]);
  return [...ids].flatMap((id) => all.find((document) => document.id === id) ?? []);
}
