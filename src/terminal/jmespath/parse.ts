// From a query's text to what it does: a parser by precedence. Source: jmespath.
import { comparison, COMPARATORS } from './comparison.ts';
import * as make from './expression.ts';
import type { Expression } from './expression.ts';
import { calling } from './functions.ts';
import { incomplete, misplaced } from './problem.ts';
import { expect, here, invalid, isHere, powerOf, take, unexpected, type Reader } from './reader.ts';
import { tokensOf, type Token, type TokenType } from './tokens.ts';
import { pythonLiteral } from '../python-text.ts';

/** @throws Problem when it is no query */
export function parse(expression: string): Expression {
  const reader: Reader = { expression, tokens: tokensOf(expression), at: 0 };
  const parsed = readExpression(reader, 0);
  const left = here(reader);
  if (left.type !== 'eof') throw misplaced(expression, left, `Unexpected token: ${left.text}`);
  return parsed;
}

/** What binds less ends a projection. */
const PROJECTION_ENDS = 10;

function readExpression(reader: Reader, power: number): Expression {
  const first = take(reader);
  const begin = BEGINS[first.type];
  if (begin === undefined)
    throw first.type === 'eof' ? incomplete(reader.expression) : invalid(reader, first);
  let left = begin(reader, first);
  while (power < powerOf(here(reader).type)) {
    const next = here(reader);
    const go = GOES_ON[next.type];
    if (go === undefined) throw invalid(reader, next);
    take(reader);
    left = go(reader, left);
  }
  return left;
}

/** What an expression may begin with. */
const BEGINS: Partial<Readonly<Record<TokenType, (reader: Reader, token: Token) => Expression>>> = {
  literal: (_, { value }) => make.literal(value),
  unquoted_identifier: (_, { text }) => make.field(text),
  quoted_identifier: (reader, { text }) => {
    const next = here(reader);
    if (next.type === 'lparen') {
      const at = { ...next, start: 0 };
      throw misplaced(reader.expression, at, 'Quoted identifier not allowed for function names.');
    }
    return make.field(text);
  },
  star: (reader) =>
    make.valueProjection(
      make.identity,
      isHere(reader, 'rbracket') ? make.identity : projected(reader, 'star'),
    ),
  filter: (reader) => filter(reader, make.identity),
  flatten: (reader) => make.projection(make.flattened(make.identity), projected(reader, 'flatten')),
  lbrace: multiFields,
  lparen: (reader) => {
    const inside = readExpression(reader, 0);
    expect(reader, 'rparen');
    return inside;
  },
  not: (reader) => make.not(readExpression(reader, powerOf('not'))),
  lbracket: (reader) => {
    if (isHere(reader, 'number') || isHere(reader, 'colon')) return indexed(reader, make.identity);
    if (!isHere(reader, 'star') || reader.tokens[reader.at + 1]?.type !== 'rbracket')
      return multiList(reader);
    reader.at += 2;
    return make.projection(make.identity, projected(reader, 'star'));
  },
  current: () => make.identity,
  expref: (reader) => make.reference(readExpression(reader, powerOf('expref'))),
};

type GoesOn = (reader: Reader, left: Expression) => Expression;

/** What may follow an expression. */
const GOES_ON: Partial<Readonly<Record<TokenType, GoesOn>>> = {
  dot: (reader, left) => {
    if (!isHere(reader, 'star')) return make.chain(left, afterDot(reader, powerOf('dot')));
    take(reader);
    return make.valueProjection(left, projected(reader, 'dot'));
  },
  pipe: (reader, left) => make.chain(left, readExpression(reader, powerOf('pipe'))),
  or: (reader, left) => make.either(left, readExpression(reader, powerOf('or'))),
  and: (reader, left) => make.both(left, readExpression(reader, powerOf('and'))),
  filter,
  flatten: (reader, left) => make.projection(make.flattened(left), projected(reader, 'flatten')),
  lbracket: (reader, left) => {
    if (isHere(reader, 'number') || isHere(reader, 'colon')) return indexed(reader, left);
    expect(reader, 'star');
    expect(reader, 'rbracket');
    return make.projection(left, projected(reader, 'star'));
  },
  lparen: call,
  ...Object.fromEntries(
    Object.entries(COMPARATORS).map(([type, compare]): [string, GoesOn] => [
      type,
      (reader, left) => comparison(compare, left, readExpression(reader, powerOf('eq'))),
    ]),
  ),
};

function call(reader: Reader, { field: name }: Expression): Expression {
  if (name === undefined) {
    const before = reader.tokens[reader.at - 2] ?? here(reader);
    throw misplaced(reader.expression, before, `Invalid function name '${before.text}'`);
  }
  const parts: Expression[] = [];
  while (!isHere(reader, 'rparen')) {
    parts.push(readExpression(reader, 0));
    if (isHere(reader, 'comma')) take(reader);
  }
  take(reader);
  return calling(name, parts);
}

function filter(reader: Reader, left: Expression): Expression {
  const condition = readExpression(reader, 0);
  expect(reader, 'rbracket');
  const part = isHere(reader, 'flatten') ? make.identity : projected(reader, 'filter');
  return make.filtered(left, condition, part);
}

/** What a projection does with each element: everything up to what ends it. */
function projected(reader: Reader, type: TokenType): Expression {
  const next = here(reader);
  if (powerOf(next.type) < PROJECTION_ENDS) return make.identity;
  if (next.type === 'lbracket' || next.type === 'filter') return readExpression(reader, powerOf(type));
  if (next.type !== 'dot') throw misplaced(reader.expression, next, 'syntax error');
  take(reader);
  return afterDot(reader, powerOf(type));
}

const AFTER_DOT = ['quoted_identifier', 'unquoted_identifier', 'lbracket', 'lbrace'];

function afterDot(reader: Reader, power: number): Expression {
  const next = here(reader);
  if (next.type === 'lbracket' || next.type === 'lbrace') {
    take(reader);
    return next.type === 'lbracket' ? multiList(reader) : multiFields(reader);
  }
  if (next.type === 'star' || AFTER_DOT.includes(next.type)) return readExpression(reader, power);
  throw misplaced(reader.expression, next, `Expecting: ${pythonLiteral(AFTER_DOT)}, got: ${next.type}`);
}

function indexed(reader: Reader, left: Expression): Expression {
  if (!isHere(reader, 'colon') && reader.tokens[reader.at + 1]?.type !== 'colon') {
    const at = Number(take(reader).value);
    expect(reader, 'rbracket');
    return make.chain(left, make.index(at));
  }
  const parts: (number | undefined)[] = [undefined, undefined, undefined];
  let part = 0;
  while (!isHere(reader, 'rbracket') && part < 3) {
    const token = here(reader);
    if (token.type === 'colon') part += 1;
    else if (token.type === 'number') parts[part] = Number(token.value);
    if (part === 3 || (token.type !== 'colon' && token.type !== 'number')) {
      throw misplaced(reader.expression, token, 'syntax error');
    }
    take(reader);
  }
  expect(reader, 'rbracket');
  return make.projection(
    make.chain(left, make.slice(parts[0], parts[1], parts[2])),
    projected(reader, 'star'),
  );
}

function multiList(reader: Reader): Expression {
  const parts = [readExpression(reader, 0)];
  while (!isHere(reader, 'rbracket')) {
    expect(reader, 'comma');
    parts.push(readExpression(reader, 0));
  }
  take(reader);
  return make.listOf(parts);
}

function multiFields(reader: Reader): Expression {
  const parts: (readonly [string, Expression])[] = [];
  for (;;) {
    const name = here(reader);
    if (name.type !== 'quoted_identifier' && name.type !== 'unquoted_identifier') {
      throw unexpected(reader, pythonLiteral(['quoted_identifier', 'unquoted_identifier']));
    }
    take(reader);
    expect(reader, 'colon');
    parts.push([name.text, readExpression(reader, 0)]);
    if (isHere(reader, 'comma')) take(reader);
    else if (isHere(reader, 'rbrace')) break;
  }
  take(reader);
  return make.fieldsOf(parts);
}
