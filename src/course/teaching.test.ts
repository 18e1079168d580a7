import { expect, it } from 'vitest';
import { lessonsFor } from './teaching.ts';
import type { Lesson } from './content.ts';

const lesson = (id: string, order: number, teaches: readonly string[]): [string, Lesson] => [
  id,
  { id, module: id.split('/')[0] ?? '', order, title: id, teaches } as unknown as Lesson,
];
const CONTENT = {
  modules: ['first', 'second'].map((slug) => ({ slug, title: slug, about: slug })),
  lessons: new Map([
    lesson('second/a', 1, ['one']),
    lesson('first/b', 2, ['one']),
    lesson('first/a', 1, ['three']),
    lesson('second/b', 2, ['one', 'two']),
    lesson('second/c', 3, ['two']),
  ]),
};
const titles = (...examines: readonly string[]): readonly string[] =>
  lessonsFor(CONTENT, { examines: [...examines] }).map(({ title }) => title);

it('[show-me-the-lesson] names up to three lessons, those that teach most of it first, then by the course', () => {
  expect(titles('one', 'two')).toEqual(['second/b', 'first/b', 'second/a']);
  expect(titles('three')).toEqual(['first/a']);
  expect(titles('four')).toEqual([]);
  expect(lessonsFor(CONTENT, { examines: ['three'] })).toEqual([
    { title: 'first/a', href: '/learn/first/a/' },
  ]);
});
