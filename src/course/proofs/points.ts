// What an answer scores, asked as the exam asks it.
import { KINDS, type Answer } from '#exam';
import { worldOfFull, type FullQuestion } from '../pages.ts';

export async function pointsOf(full: FullQuestion, answer: Answer | undefined): Promise<number> {
  const { question } = full;
  return (await KINDS[question.asked.kind].score(question, answer, worldOfFull(full))).points;
}
