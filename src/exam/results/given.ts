// The answers that a question was given one after the other, out of the events of a sitting.
import type { SittingEvent } from '../event.ts';
import { KINDS } from '../kinds/index.ts';
import type { Answer, Asked } from '../question.ts';

/** So long an answer stands, in milliseconds, before it counts as one: clicks and keystrokes on the way are none. */
export const SETTLED = 3000;

/**
 * Each complete answer that stood for a while, or with which the question was left, in its order. Two alike in a row are
 * one. What was begun and left half done is an answer only where a whole one stood before.
 * @returns by question; those that were answered
 */
export function givenAnswers(
  questions: readonly Asked[],
  events: readonly SittingEvent[],
): ReadonlyMap<string, readonly Answer[]> {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const given = new Map<string, readonly Answer[]>();
  const standing = new Map<string, Standing>();
  const settle = (id: string, { answer }: Standing): void => {
    const before = given.get(id) ?? [];
    if (JSON.stringify(before.at(-1)) !== JSON.stringify(answer)) given.set(id, [...before, answer]);
  };
  const leave = (): void => {
    for (const [id, one] of standing) if (one.complete || given.has(id)) settle(id, one);
    standing.clear();
  };
  for (const event of events) {
    if (event.type === 'visited' || event.type === 'reviewed') leave();
    if (event.type !== 'answered') continue;
    const question = asked.get(event.question);
    if (!question) continue;
    const kind = KINDS[question.kind];
    const answer = kind.read(question, event.answer);
    if (answer === undefined) continue;
    const before = standing.get(question.id);
    if (before?.complete && event.at - before.at >= SETTLED) settle(question.id, before);
    standing.set(question.id, { answer, at: event.at, complete: kind.complete(question, answer) });
  }
  leave();
  return given;
}

interface Standing {
  readonly answer: Answer;
  readonly at: number;
  readonly complete: boolean;
}
