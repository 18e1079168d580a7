// How many columns a text takes in a terminal. The one file that knows the library with the widths of characters.
import { eastAsianWidth } from 'get-east-asian-width';

/** Characters that East Asian fonts draw wide take two columns, and so do those of ambiguous width. Source: cli-source. */
export function columnsOf(text: string): number {
  // Most text is ASCII, and a table measures each cell several times.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return columns;
}
