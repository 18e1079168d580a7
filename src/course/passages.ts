// A lesson cut at its headings, as plain text: what a search finds.
import { withoutTags } from './prose.ts';

export interface Section {
  /** The heading above it; nothing before the first. */
  readonly heading?: string;
  readonly text: string;
}

/** The prose of a lesson by its headings of the second level, without code, tags and marks. */
export function sectionsOf(body: string): readonly Section[] {
  const [opening = '', ...rest] = withoutTags(body).split(/^## +/m);
  const sections = rest.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { heading: plainOf(heading), text: plainOf(lines.join('\n')) };
  });
  return [{ text: plainOf(opening) }, ...sections].filter(({ text }) => text !== '');
}

/** Text without the marks of Markdown. */
function plainOf(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*>]|\d+\.)\s+/gm, '')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(?<![\p{L}\d])[*_]([^*_\n]+)[*_](?![\p{L}\d])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
