// What can be searched: sections of lessons, terms, tools, labs and reference, each with the address that it stands at.
import { sectionsOf, type Lesson } from '#course';
import type { Entry } from '#widgets/search/find.ts';
import { content } from './content.ts';

/** @param slugs the ids of a lesson's headings of the second level, in their order */
export function entriesOfLesson(lesson: Lesson, slugs: readonly string[]): readonly Entry[] {
  const href = `/learn/${lesson.id}/`;
  let nth = 0;
  return [
    { href, title: lesson.title, text: lesson.standfirst },
    ...sectionsOf(lesson.body).map(({ heading, text }) => {
      if (heading === undefined) return { href, title: lesson.title, text };
      const slug = slugs[nth];
      nth += 1;
      return { href: slug === undefined ? href : `${href}#${slug}`, title: lesson.title, heading, text };
    }),
  ];
}

export function entriesBesides(): readonly Entry[] {
  const { glossary, labs, scenarios, tools } = content();
  const withLab = [...scenarios.values()].filter(({ lab }) => lab);
  return [
    ...[...glossary].map(([id, { term, says }]) => ({
      href: `/reference/glossary/#${id}`,
      title: term,
      text: says,
    })),
    ...[...tools.values()].map(({ id, title, about }) => ({ href: `/tools/${id}/`, title, text: about })),
    ...[...labs.values(), ...withLab].map(({ id, title, about }) => ({
      href: `/lab/${id}/`,
      title,
      text: about,
    })),
  ];
}
