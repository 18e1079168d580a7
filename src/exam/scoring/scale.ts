// From points to the scale of the certificates, 100 to 1,000. A practice estimate: AWS tells the method, not the formula.

/** The least and the most on the scale. */
export const SCALE = { least: 100, most: 1000 } as const;

export interface Totals {
  readonly raw: number;
  /** The points that a minimally qualified candidate gets: more than none, `max` at most. */
  readonly cut: number;
  readonly max: number;
}

/**
 * Two straight lines: from no points at 100 to the cut at the pass mark, and from there to all points at 1,000. Rounded,
 * but below the pass mark whenever the points are below the cut.
 * @param passMark a whole number between 100 and 1,000, such as 720
 */
export function scaledScore({ raw, cut, max }: Totals, passMark: number): number {
  if (raw <= 0) return SCALE.least;
  if (raw >= max) return SCALE.most;
  if (raw >= cut) return Math.round(passMark + ((raw - cut) / (max - cut)) * (SCALE.most - passMark));
  return Math.min(passMark - 1, Math.round(SCALE.least + (raw / cut) * (passMark - SCALE.least)));
}
