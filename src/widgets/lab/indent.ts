// What Tab does to a text: two spaces at the caret, or before each line of a selection. It takes nothing away.

export interface Typed {
  /** The characters that the new text stands in for. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The selection afterwards. */
  readonly selection: readonly [number, number];
}

const STEP = '  ';

export function indent(text: string, start: number, end: number): Typed {
  if (start === end) {
    const caret = start + STEP.length;
    return { start, end, text: STEP, selection: [caret, caret] };
  }
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  // A selection that ends where a line begins does not touch that line.
  const indented = lines
    .map((line, i) => (i > 0 && i === lines.length - 1 && line === '' ? line : STEP + line))
    .join('\n');
  return { start: from, end, text: indented, selection: [from, from + indented.length] };
}
