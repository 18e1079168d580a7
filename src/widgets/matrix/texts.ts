// The texts that somebody changed in a situation, kept as JSON.
import type { Cloud, DocumentId } from '#cloud';
import { documentsOf } from '#cloud';

export type Texts = Readonly<Record<DocumentId, string>>;

/** @returns nothing of what cannot be read */
export function parseTexts(json: string): Texts {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** The documents whose text is no longer the one of the situation. */
export function changedTexts(cloud: Cloud, texts: Texts): ReadonlySet<DocumentId> {
  const stored = new Map(documentsOf(cloud).map(({ id, text }) => [id, text]));
  return new Set(Object.keys(texts).filter((id) => texts[id] !== stored.get(id)));
}
