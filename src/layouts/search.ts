// What can be searched: sections of lessons, terms, tools, labs and reference, each with the address that it stands at.
import { sectionsOf, type Lesson, type Reference } from '#course';
import { reference as words } from '#strings';
import { plain } from '#widgets/prose/plain.ts';
import type { Entry } from '#widgets/search/find.ts';
import { actionsOf, courseServices } from './catalogue.ts';
import { content } from './content.ts';
import { referencePages, rowId, ruleRows } from './reference.ts';

/** The answer to compare one's own words with: not to be read before they are written. */
const MODEL_ANSWER = /<OwnWords[\s\S]*?<\/OwnWords>/g;

/** @param slugs the ids of a lesson's headings of the second level, in their order */
export function entriesOfLesson(lesson: Lesson, slugs: readonly string[]): readonly Entry[] {
  const href = `/learn/${lesson.id}/`;
  let nth = 0;
  return [
    { href, title: lesson.title, text: lesson.standfirst },
    ...sectionsOf(lesson.body.replace(MODEL_ANSWER, '')).map(({ heading, text }) => {
      if (heading === undefined) return { href, title: lesson.title, text };
      const slug = slugs[nth];
      nth += 1;
      return { href: slug === undefined ? href : `${href}#${slug}`, title: lesson.title, heading, text };
    }),
  ];
}

/** One for each row of its tables. */
function entriesOfReference({ id, title, tables }: Reference): readonly Entry[] {
  return tables.flatMap(({ rows }, table) =>
    rows.map(([head = '', ...cells], row) => ({
      href: `/reference/${id}/#${rowId(table, row)}`,
      title,
      heading: plain(head),
      text: cells.map((cell) => `${plain(cell)}.`).join(' '),
    })),
  );
}

export function entriesBesides(): readonly Entry[] {
  const { glossary, labs, scenarios, tools, reference } = content();
  const withLab = [...scenarios.values()].filter(({ lab }) => lab);
  return [
    ...[...glossary].map(([id, { term, says }]) => ({
      href: `/reference/glossary/#${id}`,
      title: term,
      text: says,
    })),
    ...referencePages().map(({ href, title, about }) => ({ href, title, text: about })),
    ...[...reference.values()].flatMap(entriesOfReference),
    ...ruleRows().map(({ id, says }) => ({
      href: `/reference/decision/#${id}`,
      title: words.decisionTitle,
      heading: id,
      text: says,
    })),
    ...courseServices().map((service) => ({
      href: `/reference/actions/${service}/`,
      title: words.actionsOf(service),
      text: actionsOf(service)
        .map(({ name }) => `${service}:${name}`)
        .join(' '),
    })),
    ...[...tools.values()].map(({ id, title, about }) => ({ href: `/tools/${id}/`, title, text: about })),
    ...[...labs.values(), ...withLab].map(({ id, title, about }) => ({
      href: `/lab/${id}/`,
      title,
      text: about,
    })),
  ];
}
