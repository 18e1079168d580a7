// What of a question is shown, and when: the matrix of an exam, and what it says of one moment.
import type { Mode } from '../form.ts';

/** After each question, at the end of the sitting, or at no time. */
export type ShowMoment = 'each' | 'end' | 'never';

export interface Shows<M = ShowMoment> {
  /** How it came out, and what that makes of the whole. */
  readonly score: M;
  readonly key: M;
  /** Reasons name the key: without it there are none. */
  readonly reasons: M;
  readonly derivation: M;
}

export const SHOWN_AT_THE_END: Shows = { score: 'end', key: 'end', reasons: 'end', derivation: 'end' };

/** Practice shows after each question what the others show at the end. What is shown after each is shown at the end too. */
export function shownAt(shows: Shows, mode: Mode, now: 'each' | 'end'): Shows<boolean> {
  const is = (moment: ShowMoment): boolean =>
    moment !== 'never' && (now === 'end' || moment === 'each' || mode === 'practice');
  const key = is(shows.key);
  return {
    score: is(shows.score),
    key,
    reasons: key && is(shows.reasons),
    derivation: key && is(shows.derivation),
  };
}
