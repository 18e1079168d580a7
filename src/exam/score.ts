// From answers to a result. Points come from asking the world, never from comparing with a written key.
import { KINDS } from './kinds/index.ts';
import type { Answer, Points, Question } from './question.ts';
import type { World } from './world.ts';

export interface Scored extends Points {
  readonly question: string;
}

export interface Result {
  readonly scored: readonly Scored[];
  readonly points: number;
  readonly max: number;
  /** Of the points, rounded down: what is not reached is not shown as reached. */
  readonly percent: number;
  readonly passed: boolean;
}

/** @param worldOf the world in which a question begins; @param pass percent needed */
export async function score(
  questions: readonly Question[],
  answers: Readonly<Record<string, Answer>>,
  pass: number,
  worldOf: (question: Question) => World,
): Promise<Result> {
  const scored: Scored[] = [];
  for (const question of questions) {
    const points = await KINDS[question.asked.kind].score(
      question,
      answers[question.asked.id],
      worldOf(question),
    );
    scored.push({ question: question.asked.id, ...points });
  }
  const points = scored.reduce((sum, one) => sum + one.points, 0);
  const max = scored.reduce((sum, one) => sum + one.max, 0);
  const percent = max === 0 ? 0 : Math.floor((points / max) * 100);
  return { scored, points, max, percent, passed: max > 0 && points * 100 >= pass * max };
}
