// Reading the prose of a lesson: its tags, and the passages that claim statements. Code in it is no prose.

export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly given: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly index: number;
  /** Where it ends. */
  readonly end: number;
}

/** A passage that says what some statements say: `<Covers ids="S1-33 S1-34">…</Covers>`. */
export interface Passage {
  readonly statements: readonly string[];
  /** Why it stands here although its subject is at home elsewhere. */
  readonly because: string | undefined;
  readonly words: number;
  readonly index: number;
}

/** The text with its code blanked out, line by line, so that every place in it stays where it was. */
export function withoutCode(body: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return body
    .replace(/^[ \t]*(```+|~~~+)[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(`+)(?:(?!\n\s*\n)[^`])+\1/g, blank);
}

/** The tag that begins at a place; on one line or several, with either kind of quotes. */
export function tagAt(prose: string, index: number): Tag | undefined {
  const tag = /<(\/?)([A-Za-z][\w.]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'))*)\s*\/?>/y;
  tag.lastIndex = index;
  const [whole = '', slash, name, rest] = tag.exec(prose) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const properties = [...rest.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)];
  const given = new Map(properties.map(([, key = '', double, single]) => [key, double ?? single ?? '']));
  return { name, closes: slash === '/', given, index, end: index + whole.length };
}

/** Every tag that can be read. */
export function tagsOf(body: string): readonly Tag[] {
  const prose = withoutCode(body);
  return [...prose.matchAll(/<(?=\S)/g)].flatMap(({ index }) => tagAt(prose, index) ?? []);
}

/** Ids that stand in one property, with spaces between them. */
export function idsIn(text = ''): readonly string[] {
  return text.split(/[\s,]+/).filter((id) => id !== '');
}

export function passagesOf(body: string): readonly Passage[] {
  const covers = tagsOf(body).filter(({ name }) => name === 'Covers');
  return covers.flatMap((open, i) => {
    const close = covers[i + 1];
    if (open.closes || !close?.closes) return [];
    return {
      statements: idsIn(open.given.get('ids')),
      because: open.given.get('because'),
      words: wordsIn(body.slice(open.end, close.index)),
      index: open.index,
    };
  });
}

/** The corrections that the boxes of a prose state, each once. */
export function correctionsIn(body: string): readonly string[] {
  const boxes = tagsOf(body).filter(({ name }) => name === 'Folklore');
  return [...new Set(boxes.flatMap(({ given }) => idsIn(given.get('corrects'))))];
}

/** Prose without tags and blocks of code. */
export function withoutTags(text: string): string {
  return text.replace(/^[ \t]*(```+|~~~+)[\s\S]*?^[ \t]*\1[ \t]*$/gm, ' ').replace(/<[^>]*>/g, ' ');
}

/** Words of prose: neither tags nor blocks of code count. */
export function wordsIn(text: string): number {
  return withoutTags(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
