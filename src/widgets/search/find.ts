// The search: an index over all sections, and the sentence of a section in which the words stand.
import MiniSearch from 'minisearch';

/** One entry of `/data/search.json`. */
export interface Entry {
  readonly href: string;
  /** The page. */
  readonly title: string;
  readonly heading?: string;
  readonly text: string;
}

export interface Found extends Entry {
  readonly sentence: readonly Piece[];
}

/** A piece of a sentence; `hit` where it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const MOST = 12;
const LONGEST_QUERY = 200;
/** Characters of a sentence that are shown. */
const WIDTH = 180;

/** @returns what finds entries for a query, the best first */
export function indexOf(entries: readonly Entry[]): (query: string) => readonly Found[] {
  const index = new MiniSearch<Entry & { readonly id: number }>({
    fields: ['title', 'heading', 'text'],
    searchOptions: { boost: { title: 3, heading: 2 }, prefix: (term) => term.length > 1, combineWith: 'AND' },
    tokenize: (text) => text.split(/[^\p{L}\p{N}:_]+/u).flatMap(partsOf),
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) => {
    const asked = query.slice(0, LONGEST_QUERY);
    const exact = index.search(asked);
    const hits = exact.length > 0 ? exact : index.search(asked, { fuzzy: 0.2 });
    return hits.slice(0, MOST).flatMap(({ id, terms }) => {
      const entry = entries[Number(id)];
      return entry ? [{ ...entry, sentence: sentenceWith(entry.text, terms) }] : [];
    });
  };
}

/** `iam:PassRole` is found by `iam`, by `passrole`, by `role` and as a whole. */
function partsOf(word: string): readonly string[] {
  const parts = word.split(':').filter(Boolean);
  const humps = parts.flatMap((part) => part.split(/(?<=\p{Ll})(?=\p{Lu})/u));
  return [...new Set([word, ...parts, ...humps])];
}

/** The sentence in which most of some words stand, cut to what can be shown. */
export function sentenceWith(text: string, terms: readonly string[]): readonly Piece[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.map(escaped).join('|')})[\\p{L}\\p{N}]*`, 'giu');
  const sentences = text.match(/[^.!?]+[.!?]*(?:\s|$)/gu) ?? [text];
  const count = (sentence: string): number =>
    terms.length === 0 ? 0 : new Set(sentence.match(pattern)?.map((word) => word.toLowerCase())).size;
  const best = sentences.reduce((a, b) => (count(b) > count(a) ? b : a)).trim();
  const first = terms.length === 0 ? 0 : Math.max(best.search(pattern), 0);
  const from = first > WIDTH / 2 ? best.indexOf(' ', first - WIDTH / 3) + 1 : 0;
  const cut = best.slice(from, from + WIDTH);
  const shown = `${from > 0 ? '…' : ''}${cut}${from + WIDTH < best.length ? '…' : ''}`;
  if (terms.length === 0) return [{ text: shown, hit: false }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of shown.matchAll(pattern)) {
    if (match.index > at) pieces.push({ text: shown.slice(at, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < shown.length) pieces.push({ text: shown.slice(at), hit: false });
  return pieces;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
