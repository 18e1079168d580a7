// Two patterns held against each other: has one everything that the other has, and have they anything in common? `*` and `?`
// are wild, a variable of a policy may be anything.

/** Whether everything that fits `narrow` fits `wide`. What a variable may be is not known: a wide one covers nothing. */
export function covers(wide: string, narrow: string): boolean {
  if (wide.includes('${')) return wide === narrow;
  return coversFrom(wide, narrow.replaceAll(VARIABLE, '*'));
}

const VARIABLE = /\$\{[^}]*\}/g;

/** The places in `wide` that are reached, character by character of `narrow`: two rows suffice. */
function coversFrom(wide: string, narrow: string): boolean {
  let reached = closed(wide, new Set([0]));
  for (const char of narrow) {
    const next = new Set<number>();
    for (const at of reached) {
      if (wide[at] === '*') next.add(at);
      else if (wide[at] === char || (wide[at] === '?' && char !== '*')) next.add(at + 1);
    }
    reached = closed(wide, next);
  }
  return reached.has(wide.length);
}

/** The places and those behind their stars, which may stand for nothing. */
function closed(pattern: string, places: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(places);
  for (const place of places) for (let at = place; pattern[at] === '*'; at += 1) all.add(at + 1);
  return all;
}

/** Whether something fits both patterns. */
export function meet(one: string, other: string): boolean {
  const [a, b] = [one.replaceAll(VARIABLE, '*'), other.replaceAll(VARIABLE, '*')];
  const seen = new Set<number>();
  const from = (i: number, j: number): boolean => {
    const mark = i * (b.length + 1) + j;
    if (seen.has(mark)) return false;
    seen.add(mark);
    if (i === a.length && j === b.length) return true;
    if (a[i] === '*') return from(i + 1, j) || (j < b.length && from(i, j + 1));
    if (b[j] === '*') return from(i, j + 1) || (i < a.length && from(i + 1, j));
    if (i === a.length || j === b.length) return false;
    return (a[i] === b[j] || a[i] === '?' || b[j] === '?') && from(i + 1, j + 1);
  };
  return from(0, 0);
}
