// The words of a jq program. A text with programs in it is one word.
import { Unreadable } from './problem.ts';

export type Token =
  | { readonly kind: 'name' | 'field' | 'variable' | 'format' | 'mark' | 'end'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly parts: readonly (string | readonly Token[])[] };

const WORDS: readonly (readonly [RegExp, 'number' | 'field' | 'variable' | 'format' | 'name' | 'mark'])[] = [
  [/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y, 'number'],
  [/\.[A-Za-z_]\w*/y, 'field'],
  [/\$(?:__loc__|[A-Za-z_]\w*(?:::\w+)*)/y, 'variable'],
  [/@[a-zA-Z0-9_]+/y, 'format'],
  [/[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/y, 'name'],
  [/\?\/\/=?|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[|,()[\]{}.:;=<>+\-*/%?]/y, 'mark'],
];

export function tokensOf(program: string): readonly Token[] {
  return new Lexer(program).until('');
}

class Lexer {
  private at = 0;
  private readonly program: string;

  constructor(program: string) {
    this.program = program;
  }

  /** The words up to the bracket that closes what is open, which is read too; all of them where none is. */
  until(close: '' | ')'): readonly Token[] {
    const tokens: Token[] = [];
    for (let open = 0; ;) {
      this.space();
      if (this.at >= this.program.length) {
        if (close !== '') throw new Unreadable('end of file');
        return [...tokens, { kind: 'end', text: 'end of file' }];
      }
      const token = this.next();
      if (close !== '' && token.text === ')' && token.kind === 'mark' && open === 0)
        return [...tokens, { kind: 'end', text: ')' }];
      if (token.kind === 'mark') open += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
      tokens.push(token);
    }
  }

  private space(): void {
    const [skipped = ''] = /^(?:\s|#[^\n]*)*/.exec(this.program.slice(this.at)) ?? [];
    this.at += skipped.length;
  }

  private next(): Token {
    if (this.program[this.at] === '"') return this.text();
    for (const [pattern, kind] of WORDS) {
      pattern.lastIndex = this.at;
      const [text] = pattern.exec(this.program) ?? [];
      if (text === undefined) continue;
      this.at += text.length;
      return { kind, text: kind === 'field' || kind === 'variable' ? text.slice(1) : text };
    }
    throw new Unreadable('INVALID_CHARACTER');
  }

  private text(): Token {
    const parts: (string | readonly Token[])[] = [];
    let plain = '';
    for (this.at += 1; ;) {
      const char = this.program[this.at];
      this.at += 1;
      if (char === undefined) throw new Unreadable('QQSTRING_START');
      if (char === '"') return { kind: 'text', text: '"', parts: [...parts, plain] };
      if (char !== '\\') plain += char;
      else if (this.program[this.at] === '(') {
        this.at += 1;
        parts.push(plain, this.until(')'));
        plain = '';
      } else plain += this.escape();
    }
  }

  private escape(): string {
    const rest = this.program.slice(this.at);
    const [unit = '', hex] = /^(?:u([0-9a-fA-F]{4})|["\\/bfnrt])/.exec(rest) ?? [];
    if (unit === '') throw new Unreadable('INVALID_CHARACTER');
    this.at += unit.length;
    return hex === undefined ? (ESCAPES[unit] ?? unit) : String.fromCharCode(Number.parseInt(hex, 16));
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
