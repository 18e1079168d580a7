// A place in the words of a program: what comes next, and what must.
import { Unreadable } from './problem.ts';
import type { Token } from './tokens.ts';

export const KEYWORDS = new Set([
  ...['def', 'if', 'then', 'elif', 'else', 'end', 'as', 'reduce', 'foreach', 'try', 'catch', 'label'],
  ...['import', 'include', 'and', 'or', '__loc__'],
]);

export class Cursor {
  protected at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  protected peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? { kind: 'end', text: 'end of file' };
  }

  protected unexpected(): Unreadable {
    const { kind, text } = this.peek();
    if (kind === 'end') return new Unreadable(text === ')' ? "')'" : 'end of file');
    if (kind === 'mark') return new Unreadable(`'${text}'`);
    return new Unreadable(
      kind === 'text'
        ? 'QQSTRING_START'
        : KEYWORDS.has(text)
          ? text
          : kind === 'number'
            ? 'LITERAL'
            : kind.toUpperCase().replace('NAME', 'IDENT'),
    );
  }

  protected isMark(...marks: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return kind === 'mark' && marks.includes(text);
  }

  protected isWord(...words: readonly string[]): boolean {
    const { kind, text } = this.peek();
    return kind === 'name' && words.includes(text);
  }

  protected take(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  protected skip(text: string): void {
    const { kind, text: found } = this.peek();
    if (found !== text || (kind !== 'mark' && kind !== 'name')) throw this.unexpected();
    this.at += 1;
  }

  protected skipIf(text: string): boolean {
    if (!this.isMark(text) && !this.isWord(text)) return false;
    this.at += 1;
    return true;
  }
}
