// What the pages of an exam need of it: its bank for the room, its questions with everything for the results.
import { createHash } from 'node:crypto';
import { blueprintOf, drawablesOf, fullAt, fullOf, itemsOf, type Exam, type FullQuestion } from '#course';
import { drawForm, type Bank, type Form } from '#exam';
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

export function bankOf(exam: Exam): Bank {
  const items = itemsOf(content(), exam);
  const { id, title, code, minutes, passMark } = exam;
  return {
    exam: id,
    title,
    code,
    version: versionOf(exam),
    minutes,
    passMark,
    blueprint: blueprintOf(exam),
    items: drawablesOf(content(), exam).map((item) => ({
      ...item,
      asked: Array.from(
        { length: item.siblings },
        (_, sibling) => fullAt(content(), items, item.id, sibling).question.asked,
      ),
    })),
  };
}

export function formOf(exam: Exam): Form {
  const form = drawForm(bankOf(exam), { mode: 'simulation', seed: 0 });
  if ('missing' in form) throw new Error(form.missing.join('\n'));
  return form;
}
