// Lines that were typed before, run again in their order. A line that cannot be run is told, never skipped.

/** What they came to; or nothing, when one of them could not be run. */
export type Replayed<Run> = { readonly runs: readonly Run[] } | { readonly brokenAt: number };

export async function replayed<Run>(
  lines: readonly string[],
  play: (line: string) => Promise<Run>,
): Promise<Replayed<Run>> {
  const runs: Run[] = [];
  for (const line of lines)
    try {
      runs.push(await play(line));
    } catch {
      return { brokenAt: runs.length };
    }
  return { runs };
}
