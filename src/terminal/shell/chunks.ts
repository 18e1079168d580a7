// Output in the order in which it came: two streams that are cut at the same marks, put together again piece by piece.

export interface Chunk {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What a mark prints on both streams. No command prints a record separator between two group separators by chance. */
export const CUT = '\u001d\u001e\u001d';

export function cutAtMarks(stdout: string, stderr: string): readonly Chunk[] {
  const out = stdout.split(CUT);
  const err = stderr.split(CUT);
  const length = Math.max(out.length, err.length);
  return Array.from({ length }, (_, index) => [
    { stream: 'stdout' as const, text: out[index] ?? '' },
    { stream: 'stderr' as const, text: err[index] ?? '' },
  ])
    .flat()
    .filter(({ text }) => text !== '');
}
