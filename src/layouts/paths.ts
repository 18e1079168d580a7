// Ways through the same lessons: a first hour, and one for each exam, task by task.
import { learn } from '#strings';
import type { Lesson } from '#course';
import { content, lessonsOf } from './content.ts';

export interface Path {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly parts: readonly { readonly title: string; readonly lessons: readonly Lesson[] }[];
  /** The practice exam at its end. */
  readonly exam?: string;
}

/** About an hour, from the first request to a decision that one has turned; policies are read on the way. */
const FIRST_HOUR = ['first-steps/who-asked-for-this', 'decisions/how-a-decision-is-made'];

/** All lessons in the order of the course. */
export function lessonsInOrder(): readonly Lesson[] {
  return content().modules.flatMap(({ slug }) => lessonsOf(slug));
}

export function paths(): readonly Path[] {
  const { examTasks, exams, lessons } = content();
  const ordered = lessonsInOrder();
  const first: Path = {
    id: 'first-hour',
    title: learn.firstHour,
    about: learn.firstHourAbout,
    parts: [{ title: learn.firstHour, lessons: FIRST_HOUR.flatMap((id) => lessons.get(id) ?? []) }],
  };
  const byExam = [...examTasks].map(([exam, tasks]): Path => {
    const found = exams.get(exam);
    return {
      id: exam,
      title: learn.examPath(exam.toUpperCase()),
      about: found?.title ?? learn.examPathAbout,
      parts: Object.entries(tasks).map(([task, title]) => ({
        title: `${task} ${title}`,
        lessons: ordered.filter((lesson) => lesson.tasks.includes(`${exam} ${task}`)),
      })),
      ...(found ? { exam } : {}),
    };
  });
  return [first, ...byExam];
}
