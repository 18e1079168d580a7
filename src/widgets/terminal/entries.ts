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

/** So many letters of a text stand on the screen, half of them from its end. */
const SHOWN = 40_000;

/** A text as the screen can hold it. @param gap what stands for the letters that are left out */
export function shownText(text: string, gap: (letters: number) => string): string {
  const left = text.length - SHOWN;
  return left <= 0 ? text : `${text.slice(0, SHOWN / 2)}\n${gap(left)}\n${text.slice(-SHOWN / 2)}`;
}

/** Is an answer a table, whose lines must stay whole? */
export function isTable(text: string): boolean {
  return /^-{3,}\n\|/.test(text);
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
