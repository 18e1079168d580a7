// Stretches of a stem's text that somebody marked: in order, none touching another.
import type { Range } from '#exam';

function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

export const isMarked = (ranges: readonly Range[], [from, to]: Range): boolean =>
  ranges.some((range) => range[0] <= from && to <= range[1]);

/** What is marked already is cleared, anything else is marked. */
export function turned(ranges: readonly Range[], range: Range): readonly Range[] {
  const [from, to] = range;
  if (from >= to) return ranges;
  if (!isMarked(ranges, range)) return joined([...ranges, range]);
  return ranges.flatMap(([a, b]): readonly Range[] =>
    b <= from || to <= a
      ? [[a, b]]
      : (
          [
            [a, from],
            [to, b],
          ] as const
        ).filter(([x, y]) => x < y),
  );
}
