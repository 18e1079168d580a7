// What the pages of an exam need of it: its paper, its questions with everything, and the hash that ties the two.
import { createHash } from 'node:crypto';
import { formOf, fullOf, type Exam, type FullQuestion } from '#course';
import type { Form } from '#exam';
import { content } from './content.ts';

export function exams(): readonly Exam[] {
  return [...content().exams.values()];
}

export function fullsOf(exam: Exam): readonly FullQuestion[] {
  return exam.questions.flatMap((id) => {
    const authored = content().questions.get(id);
    return authored ? [fullOf(content(), authored)] : [];
  });
}

/** Changes whenever anything about the questions changes. */
export function versionOf(exam: Exam): string {
  return createHash('sha256')
    .update(JSON.stringify(fullsOf(exam)))
    .digest('base64url')
    .slice(0, 16);
}

export function paperOf(exam: Exam): Form {
  return formOf(content(), exam, versionOf(exam));
}
