// Luck that a seed decides: the same numbers in every engine, because nothing but whole numbers is reckoned with.
import { xoshiro128 } from './xoshiro.ts';

/** A stream of luck. What was drawn is gone: who draws next draws on. */
export interface Random {
  /** A whole number from 0 to 2^32 − 1. */
  readonly next: () => number;
  /**
   * A whole number below `count`, each as likely as any other.
   * @throws RangeError when `count` is not a whole number from 1 to 2^32
   */
  readonly below: (count: number) => number;
  /** The same items in another order, each order as likely as any other. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** A whole number from 0 to 2^53 − 1. */
export function isSeed(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * The stream for one purpose. Streams of one seed with other labels have nothing to do with each other, so that drawing
 * more from one changes no other.
 * @throws RangeError when it is no seed
 */
export function randomFrom(seed: number, ...labels: readonly string[]): Random {
  if (!isSeed(seed)) throw new RangeError(`${seed} is no seed: a whole number from 0 to 2^53 − 1`);
  const words = [seed >>> 0, Math.floor(seed / WORD), ...labels.flatMap(wordsOf)];
  const [a, b, c, d] = LANES.map((lane) => words.reduce((state, word) => mix(state ^ word), lane));
  return streamOf(xoshiro128(a ?? 0, b ?? 0, c ?? 0, d || 1));
}

const WORD = 2 ** 32;

/** Where the four words of a state begin: the first digits of π. */
const LANES = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];

/** The length first: `a`, `bc` is not `ab`, `c`. */
const wordsOf = (label: string): number[] => [
  label.length,
  ...Array.from({ length: label.length }, (_, at) => label.charCodeAt(at)),
];

/** A step of splitmix32 (public domain): one number in, one well-spread number out. */
function mix(value: number): number {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

function streamOf(next: () => number): Random {
  const below = (count: number): number => {
    if (!Number.isInteger(count) || count < 1 || count > WORD)
      throw new RangeError(`nothing can be drawn below ${count}`);
    // The numbers at the end that would make the first remainders likelier are drawn again.
    const end = WORD - (WORD % count);
    let drawn = next();
    while (drawn >= end) drawn = next();
    return drawn % count;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const items: T[] = [];
    for (const item of list) {
      const at = below(items.length + 1);
      items.push(item);
      items.copyWithin(-1, at, at + 1);
      items[at] = item;
    }
    return items;
  };
  return { next, below, shuffle };
}
