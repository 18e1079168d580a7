// What is wrong with a query, in the words of the library that the command line reads it with. Source: jmespath.

/** Ends the reading or the answering of a query; the door of this folder makes it data. It never leaves the folder. */
export class Problem extends Error {}

/** Something at `column` that is no part of the language. */
export function badToken(expression: string, column: number, text: string): Problem {
  return new Problem(`Bad jmespath expression: ${text}:\n${expression}\n${' '.repeat(column)}^`);
}

/** A part of the language where it cannot stand. */
export function misplaced(
  expression: string,
  token: { readonly start: number; readonly text: string; readonly type: string },
  text: string,
): Problem {
  const at = `Parse error at column ${token.start}, token "${token.text}" (${token.type.toUpperCase()})`;
  return new Problem(`${text}: ${at}, for expression:\n"${expression}"\n${' '.repeat(token.start + 1)}^`);
}

/** An end where more must come. */
export function incomplete(expression: string): Problem {
  const arrow = `${' '.repeat(Array.from(expression).length + 1)}^`;
  return new Problem(`Invalid jmespath expression: Incomplete expression:\n"${expression}"\n${arrow}`);
}
