// What an answer is worth under each rule, given how much of it is right.
import type { Points } from '../question.ts';

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

/** How an exam counts: AWS's way, or another that its author chose. */
export interface Scoring {
  readonly rule: RuleName;
  /** Each answer is given with a confidence, and marks for both are told beside the score. */
  readonly confidence: boolean;
  /** Kinds of which an item counts so many times as much. */
  readonly weights: Readonly<Record<string, number>>;
}

export const SCORED_AS_BY_AWS: Scoring = { rule: 'allOrNothing', confidence: false, weights: {} };

/** How one item counts. */
export interface Counting {
  readonly rule: RuleName;
  readonly weight: number;
}

/** What an answer is worth as an exam counts it; of a case study, part by part. */
export function countedBy(counting: Counting, worth: Points): Points {
  const { points, max, elements, parts } = worth;
  if (parts) {
    const counted = Object.entries(parts).map(([id, part]) => [id, countedBy(counting, part)] as const);
    const sum = (of: 'points' | 'max'): number => counted.reduce((all, [, part]) => all + part[of], 0);
    return { ...worth, points: sum('points'), max: sum('max'), parts: Object.fromEntries(counted) };
  }
  const { rule, weight } = counting;
  const share = elements && points < max ? RULES[rule](elements) : points / max;
  return { ...worth, points: share * max * weight, max: max * weight };
}
