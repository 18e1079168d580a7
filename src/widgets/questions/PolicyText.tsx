// A policy to be read: coloured, numbered, wrapped where the page is narrow.
import { useMemo, type ReactNode } from 'react';
import { linesOf, type Line } from '#widgets/lab/highlight.ts';

/** Lines that are told apart, first and last, from 1. */
export interface Marked {
  readonly lines: readonly [number, number];
  readonly as: 'right' | 'wrong';
}

interface Props {
  readonly text: string;
  readonly marked?: readonly Marked[];
}

export function PolicyText({ text, marked = [] }: Props): ReactNode {
  const lines = useMemo(() => linesOf(text.trimEnd(), [], []), [text]);
  return (
    <pre className="policy-text">
      <Lines lines={lines} marked={marked} />
    </pre>
  );
}

export function Lines({
  lines,
  marked = [],
}: {
  readonly lines: readonly Line[];
  readonly marked?: readonly Marked[];
}): ReactNode {
  return lines.map((line, i) => (
    <span key={i} className={['line', markOf(marked, i + 1)].join(' ').trimEnd()}>
      {line.pieces.map((piece, j) => (
        <span key={j} className={piece.className === '' ? undefined : piece.className}>
          {piece.text}
        </span>
      ))}
      {'\n'}
    </span>
  ));
}

const markOf = (marked: readonly Marked[], line: number): string =>
  marked.find(({ lines: [first, last] }) => first <= line && line <= last)?.as ?? '';
