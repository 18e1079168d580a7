// A policy's text cut where the statements, or lines, that one can choose begin and end.
import type { Choice, TextPlace } from '#exam';
import { linesOf, type Line } from '#widgets/lab/highlight.ts';

export type Placed = Choice & TextPlace;

/** Some lines of a text, and what can be chosen in them: several where they share a line. */
export interface Segment {
  readonly lines: readonly Line[];
  readonly choices: readonly Placed[];
}

export function segmentsOf(text: string, choices: readonly Placed[]): readonly Segment[] {
  const lines = linesOf(text, [], []);
  const blocks: { readonly first: number; last: number; readonly choices: Placed[] }[] = [];
  for (const choice of choices.toSorted((a, b) => a.lines[0] - b.lines[0])) {
    const [first, last] = choice.lines;
    const open = blocks.at(-1);
    if (open && first <= open.last) {
      open.last = Math.max(open.last, last);
      open.choices.push(choice);
    } else blocks.push({ first, last, choices: [choice] });
  }
  let next = 1;
  const segments: Segment[] = [];
  const between = (before: number): void => {
    if (before > next) segments.push({ lines: lines.slice(next - 1, before - 1), choices: [] });
  };
  for (const { first, last, choices: here } of blocks) {
    between(first);
    segments.push({ lines: lines.slice(first - 1, last), choices: here });
    next = last + 1;
  }
  between(lines.length + 1);
  return segments;
}
