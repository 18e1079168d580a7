// The score of an attempt: the worlds of its questions are asked. Nothing of it is kept.
import { worldOfFull, type FullQuestion } from '#course';
import { score, type Form, type Result, type Sitting } from '#exam';
import type { ResultData } from './paper.ts';

export interface Scored {
  readonly fulls: readonly FullQuestion[];
  readonly result: Result;
  /** Are they the questions that were sat? */
  readonly sameVersion: boolean;
}

export const percentToPass = ({ passMark }: Form): number => passMark / 10;

export async function scored({ form, answers }: Sitting, data: ResultData): Promise<Scored> {
  const asked = new Set(form.questions.map((question) => question.id));
  const fulls = data.questions.filter((full) => asked.has(full.id));
  const byId = new Map(fulls.map((full) => [full.id, full]));
  const result = await score(
    fulls.map((full) => full.question),
    answers,
    percentToPass(form),
    (question) => {
      const full = byId.get(question.asked.id);
      if (!full) throw new Error(`no question ${question.asked.id}`);
      return worldOfFull(full);
    },
  );
  return { fulls, result, sameVersion: data.version === form.bank };
}
