// What the pages of an exam need of it: its paper, its questions with everything, and the hash that ties the two.
import { createHash } from 'node:crypto';
import { fullOf, itemsOf, paperOf, type Exam, type FullQuestion } from '#course';
import type { Form } from '#exam';
import { content } from './content.ts';

export function exams(): readonly Exam[] {
  return [...content().exams.values()];
}

/** Every question that may stand in an exam, siblings too. */
export function fullsOf(exam: Exam): readonly FullQuestion[] {
  return [...itemsOf(content(), exam).values()].flat().map((authored) => fullOf(content(), authored));
}

/** Changes whenever anything about the questions changes. */
export function versionOf(exam: Exam): string {
  return createHash('sha256')
    .update(JSON.stringify(fullsOf(exam)))
    .digest('base64url')
    .slice(0, 16);
}

export function formOf(exam: Exam): Form {
  const { questions } = paperOf(content(), exam, 0);
  const { id, title, minutes, passMark } = exam;
  return { exam: id, title, version: versionOf(exam), minutes, pass: passMark / 10, questions };
}
