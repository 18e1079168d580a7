// The name that was probably meant, in time that grows with the names only.

/** Letters that may differ. */
const FAR = 2;

/** The known name that is the same but for case, or at most two letters away; the nearest, and of these the first. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const lower = name.toLowerCase();
  let best: string | undefined;
  let far = Math.min(FAR, name.length - 2) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= far) continue;
    const distance = distanceOf(lower, candidate.toLowerCase(), far);
    if (distance < far) [best, far] = [candidate, distance];
    if (far === 0) break;
  }
  return best;
}

/** Letters to add, drop or change to make one text of the other; `limit` when it is at least that. */
function distanceOf(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    let least = i + 1;
    for (let j = 0; j < b.length; j += 1) {
      const [left = 0, up = 0, corner = 0] = [next[j], row[j + 1], row[j]];
      const value = Math.min(left + 1, up + 1, corner + (a[i] === b[j] ? 0 : 1));
      next.push(value);
      least = Math.min(least, value);
    }
    if (least >= limit) return limit;
    row = next;
  }
  return row.at(-1) ?? limit;
}
