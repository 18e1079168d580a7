// Which lessons teach what a question examines.
import type { AuthoredQuestion, Content } from './content.ts';

export interface LessonLink {
  readonly title: string;
  readonly href: string;
}

/** Those that teach most of it first, then in the order of the course. At most three. */
export function lessonsFor(
  { lessons, modules }: Pick<Content, 'lessons' | 'modules'>,
  { examines }: Pick<AuthoredQuestion, 'examines'>,
): readonly LessonLink[] {
  const place = (slug: string): number => modules.findIndex((module) => module.slug === slug);
  return [...lessons.values()]
    .map((lesson) => ({ lesson, taught: lesson.teaches.filter((rule) => examines.includes(rule)).length }))
    .filter(({ taught }) => taught > 0)
    .toSorted(
      (a, b) =>
        b.taught - a.taught ||
        place(a.lesson.module) - place(b.lesson.module) ||
        a.lesson.order - b.lesson.order,
    )
    .slice(0, 3)
    .map(({ lesson: { id, title } }) => ({ title, href: `/learn/${id}/` }));
}
