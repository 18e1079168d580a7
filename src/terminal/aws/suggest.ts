// Which known words a mistyped word was meant to be. It knows no commands.

/** How alike two words must be to be suggested. Source: cli-source. */
const LIKENESS = 0.8;
const MOST = 3;

/** @returns up to three of the words that are most alike, the best first */
export function closest(word: string, words: readonly string[]): readonly string[] {
  return words
    .map((known) => ({ known, likeness: likeness(known, word) }))
    .filter(({ likeness }) => likeness >= LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (a.known < b.known ? 1 : -1))
    .slice(0, MOST)
    .map(({ known }) => known);
}

/** Twice the letters in common blocks, over all letters (Ratcliff and Obershelp). */
function likeness(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * common(a, b)) / (a.length + b.length);
}

function common(a: string, b: string): number {
  const { length, inA, inB } = longestBlock(a, b);
  if (length === 0) return 0;
  return (
    length + common(a.slice(0, inA), b.slice(0, inB)) + common(a.slice(inA + length), b.slice(inB + length))
  );
}

function longestBlock(a: string, b: string): { length: number; inA: number; inB: number } {
  let best = { length: 0, inA: 0, inB: 0 };
  for (let inA = 0; inA < a.length; inA++) {
    for (let inB = 0; inB < b.length; inB++) {
      let length = 0;
      while (inA + length < a.length && a[inA + length] === b[inB + length]) length++;
      if (length > best.length) best = { length, inA, inB };
    }
  }
  return best;
}
