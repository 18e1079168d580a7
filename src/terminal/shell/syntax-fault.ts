// Why a text is no script, in the words of a shell.
import { stoppedText } from './limits.ts';

export interface SyntaxFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** More lines may make it whole. */
  readonly isOpen: boolean;
}

/** @param said what the shell library says of the text */
export function syntaxFault(said: string, text: string): SyntaxFault {
  const stopped = stoppedText(said.trimEnd());
  if (stopped !== undefined) return { line: 1, message: stopped.replace('bash: ', ''), isOpen: false };
  const at = /Parse error at (\d+):(\d+): (.*)/s.exec(said) ?? /line (\d+)(): (.*)/s.exec(said);
  const line = Number(at?.[1] ?? 1);
  const why = (at?.[3] ?? said.replace(/^bash: /, '')).trim();
  const lines = text.split('\n');
  const isLast = line >= lines.length && Number(at?.[2] ?? 0) > (lines.at(-1)?.length ?? 0);
  const isOpen = isLast || /EOF|end of file/.test(why);
  if (/^Expected|got EOF/.test(why) || (isOpen && why.includes('near unexpected token')))
    return { line, message: `line ${line}: syntax error: unexpected end of file`, isOpen };
  return { line, message: `line ${line}: ${why}`, isOpen };
}

/** Does a line that parses ask for another one: by a backslash, a pipe or an operator at its end? */
export function asksForMore(text: string): boolean {
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  return !/^\s*#/.test(line) && /(?:(?<!\\)(?:\\\\)*\\|\||&&)$/.test(line);
}
