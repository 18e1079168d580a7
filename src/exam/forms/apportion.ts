// A number of places, shared out by weight: the largest remainder gets what whole numbers leave over.

export interface Share {
  readonly weight: number;
  /** It gets no more places than this. */
  readonly room: number;
}

/**
 * Places for each share. Where one has no room for its places, the others share them by their weights. They add up to
 * `total` when there is that much room in shares that weigh something. Of equal remainders, the first comes first.
 */
export function apportion(total: number, shares: readonly Share[]): number[] {
  const places = largestRemainder(
    total,
    shares.map((share) => share.weight),
  );
  const pairs = shares.map((share, at) => ({ share, count: places[at] ?? 0 }));
  const isOver = ({ share, count }: (typeof pairs)[number]): boolean => count > share.room;
  if (!pairs.some(isOver)) return places;
  const taken = pairs.filter(isOver).reduce((sum, { share }) => sum + share.room, 0);
  const rest = apportion(
    total - taken,
    pairs.map((pair) => (isOver(pair) ? { ...pair.share, weight: 0 } : pair.share)),
  );
  return pairs.map((pair, at) => (isOver(pair) ? pair.share.room : (rest[at] ?? 0)));
}

function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const whole = weights.map((weight) => Math.floor((total * weight) / sum));
  const left = total - whole.reduce((all, count) => all + count, 0);
  const first = weights
    .map((weight, at) => ({ at, remainder: total * weight - (whole[at] ?? 0) * sum }))
    .toSorted((a, b) => b.remainder - a.remainder)
    .slice(0, left)
    .map(({ at }) => at);
  return whole.map((count, at) => count + (first.includes(at) ? 1 : 0));
}
