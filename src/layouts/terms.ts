// Marks the terms of the glossary in the finished HTML of a lesson: each where it is first said.

export interface Term {
  readonly id: string;
  readonly says: string;
  /** The word and its other forms. */
  readonly forms: readonly string[];
}

/** Text of a paragraph or an item of a list is marked; nothing in these is. */
const LEFT_ALONE = new Set([
  ...['a', 'code', 'pre', 'button', 'label', 'summary', 'h1', 'h2', 'h3', 'astro-island', 'script', 'style'],
  ...['textarea', 'select', 'svg', 'blockquote', 'figcaption', 'template', 'dt'],
]);
const MARKED = new Set(['p', 'li']);
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'wbr',
  'source',
  'col',
  'area',
  'embed',
  'track',
]);

/** @param html well-formed, as the site's own templates write it */
export function markTerms(html: string, terms: readonly Term[]): string {
  const byForm = new Map(
    terms.flatMap((term) => term.forms.map((form) => [form.toLowerCase(), term] as const)),
  );
  if (byForm.size === 0) return html;
  const forms = [...byForm.keys()].toSorted((a, b) => b.length - a.length).map(escapedPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\-])(?:${forms.join('|')})(?![\\p{L}\\p{N}\\-])`, 'giu');
  const done = new Set<string>();
  const open: string[] = [];
  let raw: string | undefined;
  return html.replace(
    /<!--[\s\S]*?-->|<\/?([a-zA-Z][\w-]*)[^>]*?(\/?)>|[^<]+/g,
    (piece, name?: string, slash?: string) => {
      if (piece.startsWith('<')) {
        const tag = name?.toLowerCase();
        if (tag === undefined) return piece;
        if (raw !== undefined && !(piece.startsWith('</') && tag === raw)) return piece;
        raw = undefined;
        if (piece.startsWith('</')) open.splice(Math.max(open.lastIndexOf(tag), 0));
        else if (slash !== '/' && !VOID.has(tag)) {
          open.push(tag);
          if (tag === 'script' || tag === 'style') raw = tag;
        }
        return piece;
      }
      if (
        raw !== undefined ||
        !open.some((tag) => MARKED.has(tag)) ||
        open.some((tag) => LEFT_ALONE.has(tag))
      )
        return piece;
      return piece.replace(pattern, (word, at: number) => {
        const term = byForm.get(word.toLowerCase().replace(/\s+/g, ' '));
        if (!term || done.has(term.id) || isInName(piece, word, at)) return word;
        done.add(term.id);
        return marked(word, term);
      });
    },
  );
}

function marked(word: string, { id, says }: Term): string {
  return (
    `<span class="term"><a href="/reference/glossary/#${id}" aria-describedby="term-${id}">${word}</a>` +
    `<span class="term-says" role="tooltip" id="term-${id}">${escaped(says)}</span></span>`
  );
}

/** Is it one word of a longer name, as in `Service Authorization Reference`, also over the end of a line? */
const isInName = (text: string, word: string, at: number): boolean =>
  /^\p{Lu}\p{Ll}/u.test(word) &&
  /\p{Lu}\p{L}+\s+$/u.test(text.slice(0, at)) &&
  /^\s+\p{Lu}\p{Ll}/u.test(text.slice(at + word.length));

/** A line of the source may end between two words of a term. */
const escapedPattern = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
const escaped = (text: string): string =>
  text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
