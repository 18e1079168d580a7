// The language of the course: words that are spelled, sentences that are short enough to be read once.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutTags } from '#course';
import { loadContent } from '#course/load';
import { longSentences } from './sentences.ts';
import { speller } from './spelling.ts';

const { content } = loadContent('.');
const misspelled = speller(readFileSync('content/words.txt', 'utf8'));

/** Fields whose text people read. */
const READ = new Set([
  ...['stem', 'ask', 'text', 'right', 'tempts', 'title', 'about', 'says', 'standfirst', 'goal', 'term'],
  ...['summary', 'hints', 'columns', 'rows', 'body'],
]);

function textsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return READ.has(key) ? [withoutTags(value)] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, name));
}

const { lessons, questions, scenarios, labs, exams, tools, reference, glossary } = content;
/** What stands in each file; of a question that draws, its first. */
const read = [lessons, questions, scenarios, labs, exams, tools, reference, glossary].flatMap((items) =>
  [...items].filter(([id]) => !/~\d+$/.test(id)).map(([id, item]) => ({ id, texts: textsIn(item) })),
);

describe('what people read', () => {
  it('is spelled in British English, and as AWS spells its own', () => {
    const wrong = read.flatMap(({ id, texts }) => {
      const words = misspelled(texts.join('\n'));
      return words.length > 0 ? [`${id}: ${words.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('has the apostrophe of a book, not of a typewriter', () => {
    const straight = read.flatMap(({ id, texts }) =>
      texts.flatMap((text) =>
        (text.replace(/`[^`]*`/g, ' ').match(/\p{L}+'\p{L}+/gu) ?? []).map((word) => `${id}: ${word}`),
      ),
    );
    expect(straight).toEqual([]);
  });

  it('has no sentence of more than 35 words in a lesson', () => {
    const long = [...content.lessons.values()].flatMap(({ id, body }) =>
      longSentences(withoutTags(body), 35).map((sentence) => `${id}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
});
