// Luck that a number decides: the same seed gives the same lines.

export interface Chance {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** True so often. */
  readonly holds: (probability: number) => boolean;
  /** A list of `least` to `most` values. */
  readonly several: <T>(least: number, most: number, make: () => T) => T[];
}

/** Multiplications and shifts that mix the bits of a counter well. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    holds: (probability) => next() < probability,
    several: (least, most, make) =>
      Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, make),
  };
}
