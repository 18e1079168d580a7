// What every kind of question answers for itself: how it is laid out, is an answer complete, what is it worth.
import type { Answer, Asked, Points, Question } from '../question.ts';
import { CHOSEN, elementClaim, type ClaimId, type World } from '../world.ts';

/** A list in an order that a seed gives. */
export type Shuffle = <T>(items: readonly T[]) => readonly T[];

export interface Kind<A extends Asked = Asked, R extends Answer = Answer> {
  /** The question as a form lays it out: what may stand in any order, in the order of the shuffle. */
  readonly asked: (asked: A, shuffle: Shuffle) => A;
  /**
   * An answer that came from outside, be it half done; `undefined` when it is none to this question: an id that does not
   * exist, more options than the stated number. Every shape that was ever kept is read.
   */
  readonly read: (asked: A, value: unknown) => R | undefined;
  readonly complete: (asked: A, answer: R | undefined) => boolean;
  /** All or nothing: every claim holds in the world after the answer. A blank is wrong. */
  readonly score: (question: Question<A>, answer: R | undefined, world: World) => Promise<Points>;
}

type Parts<A extends Asked, R extends Answer> = Omit<Kind<A, R>, 'score'> & {
  /** The things that an answer says, each right or wrong by itself, and how many a complete one says. */
  readonly elements?: {
    readonly said: (answer: R) => readonly string[];
    readonly of: (asked: A) => number;
  };
};

/** A kind whose answer is one work in one world. */
export function kindOf<A extends Asked, R extends Answer>({ elements, ...kind }: Parts<A, R>): Kind<A, R> {
  return {
    ...kind,
    score: async (question, given, world) => {
      const { asked } = question;
      const answer = given === undefined ? undefined : kind.read(asked, given);
      if (answer === undefined) return BLANK;
      const isComplete = kind.complete(asked, answer);
      if (!isComplete && !elements) return BLANK;
      const after = await world.after(answer);
      const worth = isComplete ? worthIn(after, question.claims) : BLANK;
      if (!elements) return worth;
      const said = elements.said(answer).map((element) => after.holds(elementClaim(element)).holds);
      const right = said.filter(Boolean).length;
      return { ...worth, elements: { right, wrong: said.length - right, of: elements.of(asked) } };
    },
  };
}

function worthIn(world: World, claims: readonly ClaimId[]): Points {
  const claimed = [CHOSEN, ...claims].map((claim) => ({ claim, ...world.holds(claim) }));
  return { points: claimed.every(({ holds }) => holds) ? 1 : 0, max: 1, claims: claimed };
}

const BLANK: Points = { points: 0, max: 1, claims: [] };

export const hasId = (choices: readonly { readonly id: string }[], id: unknown): id is string =>
  choices.some((choice) => choice.id === id);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Distinct ids of some choices, in the order in which they were given; `undefined` when one is none of them. */
export function readIds(
  choices: readonly { readonly id: string }[],
  value: unknown,
): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids = value.filter((id) => hasId(choices, id));
  return ids.length === value.length && new Set(ids).size === ids.length ? ids : undefined;
}

/** A choice by its field's name; fields may be left out. */
export function readFields(
  fields: readonly { readonly id: string; readonly choices: readonly { readonly id: string }[] }[],
  value: unknown,
): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  const read: Record<string, string> = {};
  for (const [name, chosen] of Object.entries(value)) {
    const field = fields.find(({ id }) => id === name);
    if (!field || !hasId(field.choices, chosen)) return undefined;
    read[name] = chosen;
  }
  return read;
}
