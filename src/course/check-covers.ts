// What a lesson may claim to cover: statements and corrections that exist, few enough for its words, at home where it stands.
import type { Report } from './check-expectation.ts';
import type { Content, Lesson } from './content.ts';
import { tasksOf } from './coverage.ts';
import { correctionsIn, passagesOf } from './prose.ts';

/** Statements that a passage may claim, and words of prose that each of them needs. */
const AT_MOST = 6;
const WORDS_EACH = 15;

export interface ProseReport {
  (index: number, field: string, message: string): void;
}

export function checkCovers(lesson: Lesson, content: Content, reportAt: ProseReport, report: Report): void {
  const homes = new Map(
    [...content.statements.values()].flatMap(({ lessons, statements }) =>
      statements.map((id) => [id, lessons] as const),
    ),
  );
  const claimed = new Set<string>();
  for (const { statements, because, words, index } of passagesOf(lesson.body)) {
    if (statements.length > AT_MOST)
      reportAt(
        index,
        'Covers',
        `a passage claims ${AT_MOST} statements at most, this one ${statements.length}`,
      );
    if (words < statements.length * WORDS_EACH)
      reportAt(
        index,
        'Covers',
        `${statements.length} statements need ${statements.length * WORDS_EACH} words, here are ${words}`,
      );
    for (const id of statements) {
      claimed.add(id);
      const lessons = homes.get(id);
      if (!lessons) reportAt(index, 'Covers', `there is no statement \`${id}\``);
      else if (lessons.length > 0 && !lessons.includes(lesson.id) && because === undefined)
        reportAt(
          index,
          'Covers',
          `\`${id}\` is at home in ${lessons.join(', ')}: say in \`because\` why it stands here`,
        );
    }
  }
  const said = new Set(lesson.covers);
  for (const id of claimed)
    if (!said.has(id)) report(['covers'], `a passage covers \`${id}\`, and \`covers\` does not say so`);
  for (const id of said) if (!claimed.has(id)) report(['covers'], `no passage covers \`${id}\``);
  const corrected = correctionsIn(lesson.body);
  for (const id of corrected) {
    if (!content.corrections.has(id)) report([], `there is no correction \`${id}\``);
    if (!lesson.corrects.includes(id))
      report(['corrects'], `a box corrects \`${id}\`, and \`corrects\` does not say so`);
  }
  lesson.corrects.forEach((id, i) => {
    if (!corrected.includes(id)) report(['corrects', i], `no box corrects \`${id}\``);
  });
  const tasks = tasksOf(content);
  lesson.tasks.forEach((task, i) => {
    if (!tasks.includes(task)) report(['tasks', i], `there is no exam task \`${task}\``);
  });
}
