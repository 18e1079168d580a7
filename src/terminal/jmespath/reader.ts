// Where the reading of a query stands: the next token, and what is said when it is not the right one. Source: jmespath.
import { incomplete, misplaced, type Problem } from './problem.ts';
import type { Token, TokenType } from './tokens.ts';

export interface Reader {
  readonly expression: string;
  readonly tokens: readonly Token[];
  at: number;
}

/** How strongly a token binds to what stands before it. */
const POWER: Partial<Readonly<Record<TokenType, number>>> = {
  ...{ pipe: 1, or: 2, and: 3, eq: 5, gt: 5, lt: 5, gte: 5, lte: 5, ne: 5, flatten: 9 },
  ...{ star: 20, filter: 21, dot: 40, not: 45, lbrace: 50, lbracket: 55, lparen: 60 },
};

export const powerOf = (type: TokenType): number => POWER[type] ?? 0;

/** The token to read next. Behind the end stands the end. */
export function here(reader: Reader): Token {
  return reader.tokens[reader.at] ?? { type: 'eof', value: '', text: '', start: reader.expression.length };
}

export function isHere(reader: Reader, type: TokenType): boolean {
  return here(reader).type === type;
}

export function take(reader: Reader): Token {
  const token = here(reader);
  reader.at += 1;
  return token;
}

export function expect(reader: Reader, type: TokenType): void {
  if (!isHere(reader, type)) throw unexpected(reader, type);
  take(reader);
}

export function unexpected(reader: Reader, expected: string): Problem {
  const token = here(reader);
  if (token.type === 'eof') return incomplete(reader.expression);
  return misplaced(reader.expression, token, `Expecting: ${expected}, got: ${token.type}`);
}

export function invalid(reader: Reader, token: Token): Problem {
  return misplaced(reader.expression, token, 'invalid token');
}
