// How sure a share is that was got from so few points.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of 95 in a hundred. */
const Z = 1.959964;

/**
 * The interval of Wilson's score, which also holds for few points and for all or none of them: from 0 to 1.
 * @param max how many could be got; of none, nothing is known
 */
export function wilson(points: number, max: number): Interval {
  if (max <= 0) return { low: 0, high: 1 };
  const share = Math.min(1, Math.max(0, points / max));
  const square = Z * Z;
  const middle = share + square / (2 * max);
  const reach = Z * Math.sqrt((share * (1 - share)) / max + square / (4 * max * max));
  const whole = 1 + square / max;
  // Of none the low end is none, and of all the high end is all: rounding must not say otherwise.
  return {
    low: Math.min(share, Math.max(0, (middle - reach) / whole)),
    high: Math.max(share, Math.min(1, (middle + reach) / whole)),
  };
}
