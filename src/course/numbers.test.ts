// Numbers live once, among the facts: no text writes them again, and one change of a fact reaches every text.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withCommas, wordsOf } from './cite.ts';
import type { Fact } from './schema.ts';
import { loadContent } from './load.ts';
import { withoutCode } from './prose.ts';
import { readFrontmatter, readYaml } from './yaml.ts';

const FOLDERS = ['lessons', 'reference', 'questions', 'labs', 'scenarios', 'tools', 'facts'];

/** It tells what changed on a day: that stays so, whatever changes after it. */
const HISTORY = 'content/reference/whats-new.yaml';

/** Numbers of a story that happen to be those of a fact: how long the season report takes. */
const STORIES: Readonly<Record<string, string>> = {
  'content/questions/roles/four-hours-by-a-detour.yaml': '14,400',
};

/** Fields whose text people read. */
const READ = new Set([
  ...[
    'stem',
    'ask',
    'text',
    'right',
    'tempts',
    'why',
    'title',
    'about',
    'says',
    'standfirst',
    'goal',
    'term',
  ],
  ...['summary', 'hints', 'columns', 'rows'],
]);

const files = [
  'content/glossary.yaml',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(`content/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:mdx|yaml)$/.test(name))
      .map((name) => `content/${folder}/${name}`),
  ),
].filter((file) => file !== HISTORY);

function textsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return READ.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name));
}

/** What somebody is quoted with is not said by the course, and what was so since a day is history. */
const withoutQuotes = (text: string): string => text.replaceAll(/“[^”]*”|\bsince="[^"]*"/g, '“”');

function writtenIn(file: string): string {
  const text = readFileSync(file, 'utf8').replaceAll(STORIES[file] ?? /$^/g, '');
  if (file.endsWith('.yaml')) return withoutQuotes(textsOf(readYaml(text).value).join('\n'));
  const { yaml, body } = readFrontmatter(text);
  return withoutQuotes([...textsOf(yaml.value), withoutCode(body)].join('\n'));
}

const SECONDS: Readonly<Record<string, number>> = { minutes: 60, hours: 3600 };

/** How a text would write the number of a fact by hand; nothing where the number alone says too little. */
function byHand({ value, counts }: Pick<Fact, 'value' | 'counts'>): RegExp | undefined {
  if (typeof value !== 'number') return undefined;
  const counted = counts.map((noun) => {
    const number = value / (SECONDS[noun] ?? 1);
    return `(?:${withCommas(number)}|${wordsOf(number) ?? withCommas(number)})\\s+${noun}\\b`;
  });
  const alone = value < 1000 ? [] : [`${withCommas(value)}(?![\\d,]*\\d)`];
  const all = [...alone, ...counted];
  return all.length === 0 ? undefined : new RegExp(`(?<![\\d,.])\\b(?:${all.join('|')})`, 'i');
}

/** The ids of the facts whose number a text writes by hand. */
function byHandIn(
  text: string,
  facts: ReadonlyMap<string, Pick<Fact, 'value' | 'counts'>>,
): readonly string[] {
  return [...facts].flatMap(([id, fact]) => {
    const found = byHand(fact)?.exec(text);
    return found ? [`${found[0]}: [[${id}]]`] : [];
  });
}

describe('[numbers-live-once]', () => {
  const { facts } = loadContent('.').content;

  it('no lesson, table, term, question, lab, scenario or fact writes the number of a fact by hand', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(
      files.flatMap((file) => byHandIn(writtenIn(file), facts).map((found) => `${file}: ${found}`)),
    ).toEqual([]);
  });

  it.each([
    ['An account holds 6,144 of them.', '6,144'],
    ['A user is in Ten groups.', 'Ten groups'],
    ['In 10\n  groups.', '10\n  groups'],
    ['Thirty-six hours, or 129,600.', 'Thirty-six hours'],
    ['It has 16,144 or 6,144,000, ten users, [[groups-per-user:words]] groups, 6144.', undefined],
  ])('is broken by nothing but a number by hand: %s', (text, found) => {
    const some = new Map([
      ['size', { value: 6144, counts: ['characters'] }],
      ['groups', { value: 10, counts: ['groups'] }],
      ['token', { value: 129_600, counts: ['seconds', 'hours'] }],
    ]);
    expect(byHandIn(text, some).map((one) => one.split(': ')[0])).toEqual(found === undefined ? [] : [found]);
  });
});
