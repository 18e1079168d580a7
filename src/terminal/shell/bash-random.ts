// The numbers of `$RANDOM`, as bash makes them from a seed. It is no luck: the same seed gives the same numbers.

/** The next state, by the minimal standard generator of Park and Miller without overflow (Schrage). */
export function nextLuck(state: number): number {
  const from = state === 0 ? 123_459_876 : state;
  const high = Math.floor(from / 127_773);
  const next = 16_807 * (from - 127_773 * high) - 2_836 * high;
  return next < 0 ? next + 0x7fff_ffff : next;
}

/** The number between 0 and 32767 that a state shows. */
export function randomOf(state: number): number {
  return ((state >>> 16) ^ (state & 0xffff)) & 0x7fff;
}
