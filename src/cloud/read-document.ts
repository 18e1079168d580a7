// Documents read once and kept. It knows no cloud.
import { readDocument, type Document, type PolicyKind } from '#evaluator';
import type { DocumentText } from './cloud.ts';

const KEPT_AT_MOST = 400;
const LARGEST_KEPT = 50_000;
const read = new Map<string, Document>();

/** A document, read once for each text and kind; a text beyond any quota is read again each time. */
export function documentOf(text: DocumentText, kind: PolicyKind): Document {
  if (text.length > LARGEST_KEPT) return readDocument(text, kind);
  const key = `${kind} ${text}`;
  const known = read.get(key);
  if (known) return known;
  const document = readDocument(text, kind);
  if (read.size >= KEPT_AT_MOST) read.clear();
  read.set(key, document);
  return document;
}
