// A policy's text in coloured pieces, cut where marks begin and end. Works on broken text too.
import type { Mark } from './marks.ts';

export interface Piece {
  readonly text: string;
  /** Class names, separated by spaces. */
  readonly className: string;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly mark?: Mark['kind'] | 'error';
  /** Somebody was led here. */
  readonly shown?: true;
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"(\s*:)?|\btrue\b|\bfalse\b|\bnull\b|-?\d+(?:\.\d+)?/g;

/** Lines with their tokens. A line that a mark touches carries its kind. */
export function linesOf(
  text: string,
  marks: readonly Mark[],
  errors: readonly { start: number; end: number }[],
  shown?: { readonly start: number; readonly end: number },
): readonly Line[] {
  let offset = 0;
  return text.split('\n').map((line) => {
    const start = offset;
    const end = start + line.length;
    offset = end + 1;
    const touching = marks.find((mark) => mark.start <= end && mark.end > start + indentOf(line));
    const wrong = errors.filter((error) => error.start <= end && error.end >= start);
    const pieces = cut(line, start, wrong);
    const mark = wrong.length > 0 ? 'error' : touching?.kind;
    const isShown = shown !== undefined && shown.start <= end && shown.end > start + indentOf(line);
    return { pieces, ...(mark ? { mark } : {}), ...(isShown ? { shown: true } : {}) };
  });
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function cut(line: string, start: number, errors: readonly { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  const edges = errors.flatMap((error) => [
    error.start - start,
    Math.max(error.end, error.start + 1) - start,
  ]);
  const isWrong = (at: number): boolean =>
    errors.some((error) => at >= error.start - start && at < Math.max(error.end, error.start + 1) - start);
  const push = (from: number, to: number, className: string): void => {
    const stops = [...edges.filter((edge) => edge > from && edge < to).toSorted((a, b) => a - b), to];
    let at = from;
    for (const stop of stops) {
      if (stop > at)
        pieces.push({
          text: line.slice(at, stop),
          className: isWrong(at) ? `${className} wrong`.trim() : className,
        });
      at = stop;
    }
  };
  let at = 0;
  for (const match of line.matchAll(TOKEN)) {
    push(at, match.index, '');
    const key = match[1] === undefined ? 0 : match[1].length;
    push(
      match.index,
      match.index + match[0].length - key,
      match[0].startsWith('"') ? (key > 0 ? 'key' : 'string') : 'word',
    );
    at = match.index + match[0].length - key;
  }
  push(at, line.length, '');
  return pieces;
}
