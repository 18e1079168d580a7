// The generator xoshiro128** 1.1 of Blackman and Vigna (public domain), in whole numbers of 32 bits. Knows no seed.

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** Numbers from 0 to 2^32 − 1, one a call. The four words of the state are not all zero. */
export function xoshiro128(a: number, b: number, c: number, d: number): () => number {
  return () => {
    const drawn = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11);
    return drawn;
  };
}
