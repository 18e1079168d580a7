// The names of the documents behind a decision, in the places where its layers hold them.
import type { Pointer } from '#evaluator';
import type { DocumentId } from './documents.ts';

/** A level of an organization: what people call it, and its documents. */
export interface LevelNames {
  readonly name: string;
  readonly documents: readonly DocumentId[];
}

/** Names of the documents, in the places where the layers hold them. */
export interface Names {
  readonly identity: readonly DocumentId[];
  readonly boundary?: DocumentId;
  readonly session?: readonly DocumentId[];
  readonly resource?: DocumentId;
  readonly scp?: readonly LevelNames[];
  readonly rcp?: readonly LevelNames[];
  readonly vpce?: DocumentId;
}

/** The document that a place in the trace is in. */
export function documentIdAt(
  names: Names,
  { layer, level = 0, policy }: Omit<Pointer, 'range'>,
): DocumentId | undefined {
  switch (layer) {
    case 'scp':
    case 'rcp':
      return names[layer]?.[level]?.documents[policy];
    case 'identity':
    case 'session':
      return names[layer]?.[policy];
    case 'boundary':
    case 'vpce':
      return names[layer];
    case 'resource':
    case 'trust':
      return names.resource;
  }
}

/** Every document that a decision read, each once: the caller's own first, the organization's last. */
export function documentsRead({
  identity,
  boundary,
  session = [],
  resource,
  scp = [],
  rcp = [],
  vpce,
}: Names): readonly DocumentId[] {
  const levels = [...rcp, ...scp].flatMap(({ documents }) => documents);
  const one = [resource, vpce, boundary].filter((id) => id !== undefined);
  return [...new Set([...identity, ...one, ...session, ...levels])];
}

/** The levels at which a document is attached, from the root down. */
export function levelsWith({ scp = [], rcp = [] }: Names, id: DocumentId): readonly string[] {
  return [...scp, ...rcp].filter(({ documents }) => documents.includes(id)).map(({ name }) => name);
}
