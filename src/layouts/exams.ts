// What the pages of an exam need of it: its bank for the room, its questions with everything for the results.
import { createHash } from 'node:crypto';
import {
  bankOf as bankOfContent,
  blueprintOf,
  fullsOf,
  itemsOf,
  lessonsFor,
  type Exam,
  type FullQuestion,
  type LessonLink,
} from '#course';
import type { Bank, Shows } from '#exam';
import type { About } from '#widgets/exam/start/about.ts';
import { content } from './content.ts';

export function exams(): readonly Exam[] {
  return [...content().exams.values()];
}

interface Opened {
  /** Changes whenever anything about the questions changes, or how forms are drawn from them. */
  readonly version: string;
  readonly fulls: readonly FullQuestion[];
}

const opened = new WeakMap<Exam, Opened>();

/** The worlds of an exam are opened once for all pages of a build. */
function openedOf(exam: Exam): Opened {
  const known = opened.get(exam);
  if (known) return known;
  const fulls = fullsOf(content(), exam);
  const version = createHash('sha256')
    .update(JSON.stringify([blueprintOf(exam), fulls]))
    .digest('base64url')
    .slice(0, 16);
  const found = { version, fulls };
  opened.set(exam, found);
  return found;
}

/** Everything that the results of an exam show. */
export interface ResultData {
  readonly version: string;
  readonly questions: readonly FullQuestion[];
  /** By item, where there are any. */
  readonly lessons: Readonly<Record<string, readonly LessonLink[]>>;
  readonly domains: Exam['domains'];
  readonly shows: Shows;
}

export function resultDataOf(exam: Exam): ResultData {
  const { domains, shows } = exam;
  const lessons = [...itemsOf(content(), exam)].flatMap(([item, [first]]) => {
    const links = first ? lessonsFor(content(), first) : [];
    return links.length === 0 ? [] : [[item, links] as const];
  });
  const { version, fulls: questions } = openedOf(exam);
  return {
    version,
    questions,
    lessons: Object.fromEntries(lessons),
    domains,
    shows,
  };
}

export function bankOf(exam: Exam): Bank {
  const { version, fulls } = openedOf(exam);
  return bankOfContent(content(), exam, fulls, version);
}

/** What the page of an exam says before its bank is there. */
export function aboutOf(exam: Exam): About {
  const { id, title, standfirst, minutes, passMark, clock, shows, scoring, scored, unscored, domains } = exam;
  const whole = domains.reduce((sum, { weight }) => sum + weight, 0);
  return {
    ...{ exam: id, title, standfirst, minutes, passMark, clock, shows, scoring },
    items: scored + unscored,
    domains: domains.map((domain) => ({
      id: domain.id,
      title: domain.title,
      share: Math.round((domain.weight / whole) * 100),
      tasks: domain.tasks.map((task) => task.title),
    })),
  };
}
