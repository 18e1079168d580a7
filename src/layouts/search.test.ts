// What can be searched: reference by its rows, and no model answer before somebody has written their own.
import { describe, expect, it } from 'vitest';
import { indexOf } from '#widgets/search/find.ts';
import { content } from './content.ts';
import { entriesBesides, entriesOfLesson } from './search.ts';

const { lessons } = content();
const inLessons = [...lessons.values()].flatMap((lesson) => entriesOfLesson(lesson, []));
const find = indexOf([...inLessons, ...entriesBesides()]);

describe('a search of the course', () => {
  it.each([
    ['NumericLessThan', '/reference/operators/#'],
    ['BinaryEquals', '/reference/operators/#'],
    ['aws:PrincipalArn', '/reference/condition-keys/#'],
    ['Incorrect token audience', '/reference/errors/#'],
    ['AROA', '/reference/ids/#'],
    ['explicit-deny-wins', '/reference/decision/#explicit-deny-wins'],
    ['AddClientIDToOpenIDConnectProvider', '/reference/actions/iam/'],
  ])('finds %s in the reference', (query, place) => {
    expect(find(query).map(({ href }) => href)).toContainEqual(expect.stringContaining(place));
  });

  it('gives no model answer away', () => {
    const [lesson] = lessons.values();
    const answer = /<OwnWords[^>]*>\s*(.{30})/s.exec(lesson?.body ?? '')?.[1] ?? '';
    expect(answer).not.toBe('');
    expect(inLessons.filter(({ text }) => text.includes(answer))).toEqual([]);
  });
});
