// Words such as `mei=quay` where they assign nothing: in the list of a `for`, in a `case`, behind a redirection. The shell library
// takes them for assignments and gives the script up. It knows texts and what the library says of them, no grammar.

/** The beginning of a word that looks like an assignment. */
const ASSIGNING = /^[A-Za-z_]\w*(?:\[[^\]\s]*\])?\+?(?==)/;
const MISREAD =
  /Parse error at (\d+):(\d+): Expected (?:.*, got ASSIGNMENT_WORD|word after|redirection target)/;

const AROUND = /\b(?:for|case)\b|>/;
const PAIR = /[\s|(>][A-Za-z_]\w*(?:\[[^\]\s]*\])?\+?=/;

/** A quick look that spares most texts a second reading. */
export function mayBeMisread(text: string): boolean {
  return AROUND.test(text) && PAIR.test(text);
}

/**
 * The text with a backslash before the sign in the word at which the library stopped, which makes it a word like others.
 * @param said what the library says of the text
 * @returns `undefined` when it stopped for another reason
 */
export function escapedWhereMisread(text: string, said: string): string | undefined {
  const [, line, column] = MISREAD.exec(said) ?? [];
  if (line === undefined || column === undefined) return undefined;
  // Of what stands in a substitution the library counts from there.
  const starts = [0, ...[...text.matchAll(/\$\(/g)].map(({ index }) => index + 2)];
  for (const start of starts) {
    const at = start + offsetOf(text.slice(start), Number(line), Number(column));
    const [name] = ASSIGNING.exec(text.slice(at)) ?? [];
    if (name === undefined || !/[\s|(>]/.test(text.charAt(at - 1))) continue;
    const sign = at + name.length;
    return `${text.slice(0, sign)}\\${text.slice(sign)}`;
  }
  return undefined;
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, column - 1);
}
