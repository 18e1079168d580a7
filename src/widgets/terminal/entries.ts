// What stands on the screen: lines, their answers, and how to go through the lines again. It knows no browser.
import type { CallEvent } from '#cloud';
import type { Answered } from '#terminal';

export interface Entry {
  readonly prompt: string;
  readonly line: string;
  readonly answered: Answered;
}

/** The call of an entry that was refused; the last one where several were. */
export function refusedIn({ events }: Answered): CallEvent | undefined {
  return events.findLast(({ fault, parts }) => fault && parts.some(isRefused));
}

function isRefused(part: CallEvent['parts'][number]): boolean {
  return part.verdict.decision !== 'allowed';
}

/** Whose turn it is in the lines that were typed: `undefined` is the line that is being typed now. */
export type Place = number | undefined;

/** The line before or after a place among the lines that were typed; repeated lines count once. */
export function stepThrough(lines: readonly string[], place: Place, step: -1 | 1): Place {
  const kept = distinct(lines);
  const at = (place ?? kept.length) + step;
  if (kept.length === 0 || at >= kept.length) return undefined;
  return Math.max(at, 0);
}

/** The lines that were typed, one after the other alike ones once. */
export function distinct(lines: readonly string[]): readonly string[] {
  return lines.filter((line, i) => line.trim() !== '' && line !== lines[i - 1]);
}

/** The last line with a text in it, before a place. */
export function searchBack(lines: readonly string[], text: string, before: number): number | undefined {
  if (text === '') return undefined;
  const found = distinct(lines).findLastIndex((line, i) => i < before && line.includes(text));
  return found < 0 ? undefined : found;
}
