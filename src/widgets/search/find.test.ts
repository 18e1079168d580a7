import { describe, expect, it } from 'vitest';
import { indexOf, sentenceWith, type Entry } from './find.ts';

const ENTRIES: readonly Entry[] = [
  { href: '/a/', title: 'Roles', text: 'A role is a hat. Whoever wears it may do what the hat may.' },
  { href: '/b/#c', title: 'Passing a role', heading: 'Two voices', text: 'You need iam:PassRole on it.' },
  { href: '/d/', title: 'Ceilings', text: 'A boundary of a role allows nothing by itself.' },
];
const find = indexOf(ENTRIES);
const hrefs = (query: string): readonly string[] => find(query).map(({ href }) => href);

describe('a search', () => {
  it('finds a title before a word in the text', () => {
    expect(hrefs('role')).toEqual(['/b/#c', '/a/', '/d/']);
  });
  it.each(['iam:PassRole', 'passrole', 'IAM', 'pass', 'iam role need'])('finds an action by %s', (query) => {
    expect(hrefs(query)).toEqual(['/b/#c']);
  });
  it('wants all words, and takes the beginning of one', () => {
    expect(hrefs('bound noth')).toEqual(['/d/']);
    expect(hrefs('boundary hat')).toEqual([]);
  });
  it('forgives a slip when nothing else is found', () => {
    expect(hrefs('boundery')).toEqual(['/d/']);
  });
  it.each(['', '   ', '???', '(((', '\\', 'x'.repeat(100_000)])('finds nothing for nonsense', (query) => {
    expect(hrefs(query)).toEqual([]);
  });
});

describe('the sentence', () => {
  it('is the one with most of the words, and they are marked', () => {
    expect(sentenceWith('A role is a hat. The hat may read. Nothing.', ['hat', 'read'])).toEqual([
      { text: 'The ', hit: false },
      { text: 'hat', hit: true },
      { text: ' may ', hit: false },
      { text: 'read', hit: true },
      { text: '.', hit: false },
    ]);
  });
  it('is cut around the word when it is long', () => {
    const long = `${'one two three '.repeat(30)}boundary ${'four five '.repeat(30)}.`;
    const shown = sentenceWith(long, ['boundary']);
    expect(shown.map(({ text }) => text).join('').length).toBeLessThan(190);
    expect(shown.filter(({ hit }) => hit)).toEqual([{ text: 'boundary', hit: true }]);
  });
});
