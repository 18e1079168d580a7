// How sure somebody was against how it came out.
import type { Confidence } from '../scoring/rules.ts';

export type Quadrant = 'sure-wrong' | 'unsure-right' | 'unsure-wrong' | 'sure-right';

/** The most instructive first. */
export const QUADRANTS: readonly Quadrant[] = ['sure-wrong', 'unsure-right', 'unsure-wrong', 'sure-right'];

/** Sure is who says the most that can be said. */
export function quadrantOf(confidence: Confidence, correct: boolean): Quadrant {
  return `${confidence === 3 ? 'sure' : 'unsure'}-${correct ? 'right' : 'wrong'}`;
}

/** The ids in each quadrant; what was answered without a word on it is in none. */
export function quadrantsOf(
  items: readonly { readonly id: string; readonly correct: boolean }[],
  confidence: Readonly<Record<string, Confidence>>,
): Readonly<Record<Quadrant, readonly string[]>> {
  const of = (quadrant: Quadrant): readonly string[] =>
    items.flatMap(({ id, correct }) => {
      const said = confidence[id];
      return said !== undefined && quadrantOf(said, correct) === quadrant ? [id] : [];
    });
  return {
    'sure-wrong': of('sure-wrong'),
    'unsure-right': of('unsure-right'),
    'unsure-wrong': of('unsure-wrong'),
    'sure-right': of('sure-right'),
  };
}
