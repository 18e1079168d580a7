// What every kind of question answers for itself: what may be seen, is it complete, what is it worth.
import type { Answer, Asked, Points, Question } from '../question.ts';
import { CHOSEN, type World } from '../world.ts';

export interface Kind<Q extends Question, A> {
  readonly asked: (question: Q) => Asked;
  /** May the answer take this form? A multiple response cannot hold more than its stated number. */
  readonly fits: (question: Asked, answer: A) => boolean;
  readonly complete: (question: Asked, answer: A | undefined) => boolean;
  readonly score: (question: Q, answer: A | undefined, world: World) => Promise<Points>;
}

/** Options to choose from, all or nothing: the world after the chosen ones must bear every claim out. A blank is wrong. */
export const choice: Kind<Question, Answer> = {
  asked: ({ id, kind, stem, ask, choose, options }) => ({
    id,
    kind,
    stem,
    ask,
    choose,
    options: options.map((option) => ({ id: option.id, text: option.text })),
  }),
  fits: (question, answer) =>
    answer.length <= question.choose &&
    new Set(answer).size === answer.length &&
    answer.every((id) => question.options.some((option) => option.id === id)),
  complete: (question, answer) => answer?.length === question.choose,
  score: async (question, answer, world) => {
    if (answer === undefined || !choice.complete(question, answer) || !choice.fits(question, answer)) {
      return { points: 0, max: 1, claims: [] };
    }
    const after = await world.after(answer);
    const claims = [CHOSEN, ...question.claims].map((claim) => ({ claim, ...after.holds(claim) }));
    return { points: claims.every((claim) => claim.holds) ? 1 : 0, max: 1, claims };
  },
};
