// What an answer is worth under each rule, given how much of it is right.

/** The choices that an answer is made of. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  /** So many choices make the right answer: one or more. */
  readonly of: number;
}

export type RuleName = 'allOrNothing' | 'partial';

/** The share of an item's points, from 0 to 1. A blank gets nothing under every rule. */
export const RULES: Readonly<Record<RuleName, (tally: Tally) => number>> = {
  /** AWS's rule: what is not wholly right is wrong, and a wrong answer costs nothing. */
  allOrNothing: ({ right, wrong, of }) => (right === of && wrong === 0 ? 1 : 0),
  /** A right choice gains what a wrong one takes; no answer is worth less than none. */
  partial: ({ right, wrong, of }) => Math.max(0, right - wrong) / of,
};

export type Confidence = 1 | 2 | 3;

/**
 * Marks for an answer given with confidence, after Gardner-Medwin: who is sure and right gains most, who is sure and
 * wrong loses most, and over time nobody gains by claiming another confidence than their own. A blank is no answer: 0.
 */
export function confidenceMarks(isRight: boolean, confidence: Confidence): number {
  return MARKS[confidence][isRight ? 'right' : 'wrong'];
}

const MARKS: Readonly<Record<Confidence, { readonly right: number; readonly wrong: number }>> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

interface Worth {
  readonly points: number;
  readonly max: number;
  readonly expected: number;
}

/** An item that counts so many times as much. */
export function weighted<T extends Worth>(item: T, weight: number): T {
  const { points, max, expected } = item;
  return { ...item, points: points * weight, max: max * weight, expected: expected * weight };
}
