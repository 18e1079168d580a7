// Conditions: read from a text, held against an item. Source: dynamodb-expressions.
import { valueAt, type Path } from './path.ts';
import {
  expectWord,
  fail,
  isNext,
  pathAt,
  peek,
  skip,
  syntaxFault,
  valueAtCursor,
  type Cursor,
} from './tokens.ts';
import { compare, isSame, sizeOf, typeOf, type Item, type Value } from './value.ts';

export type Operand = { readonly path: Path; readonly measured: boolean } | { readonly value: Value };

export type Condition =
  | { readonly is: 'and'; readonly of: readonly Condition[] }
  | { readonly is: 'or'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'compare'; readonly by: string; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'between'; readonly what: Operand; readonly from: Operand; readonly to: Operand }
  | { readonly is: 'in'; readonly what: Operand; readonly among: readonly Operand[] }
  | { readonly is: 'function'; readonly name: string; readonly args: readonly Operand[] };

/** A whole condition, up to the end of the text. */
export function parseCondition(cursor: Cursor): Condition {
  const condition = either(cursor);
  if (cursor.at < cursor.tokens.length) syntaxFault(cursor);
  return condition;
}

function either(cursor: Cursor): Condition {
  const of = [both(cursor)];
  while (skip(cursor, 'OR')) of.push(both(cursor));
  return of.length === 1 && of[0] ? of[0] : { is: 'or', of };
}

function both(cursor: Cursor): Condition {
  const of = [one(cursor)];
  while (skip(cursor, 'AND')) of.push(one(cursor));
  return of.length === 1 && of[0] ? of[0] : { is: 'and', of };
}

/** Functions that are conditions, with how many operands each has. */
const FUNCTIONS: Readonly<Record<string, number>> = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
};

function one(cursor: Cursor): Condition {
  if (skip(cursor, 'NOT')) return { is: 'not', of: one(cursor) };
  if (skip(cursor, '(')) {
    const inner = either(cursor);
    expectWord(cursor, ')');
    return inner;
  }
  const name = peek(cursor);
  if (cursor.tokens[cursor.at + 1]?.text === '(' && name !== 'size') return called(cursor, name);
  return compared(cursor, operand(cursor));
}

function called(cursor: Cursor, name: string): Condition {
  const count = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (count === undefined) {
    fail(cursor, `Invalid function name; function: ${name}`);
    return { is: 'function', name, args: [] };
  }
  cursor.at += 2;
  const args = [operand(cursor)];
  while (skip(cursor, ',')) args.push(operand(cursor));
  expectWord(cursor, ')');
  if (args.length !== count && cursor.fault === undefined)
    fail(
      cursor,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${args.length}`,
    );
  const [first, second] = args;
  if (count === 1 && first && 'value' in first)
    fail(cursor, `Operator or function requires a document path; operator or function: ${name}`);
  if (name === 'begins_with' && second && 'value' in second && !['S', 'B'].includes(typeOf(second.value)))
    fail(
      cursor,
      `Incorrect operand type for operator or function; operator or function: begins_with, operand type: ${typeOf(second.value)}`,
    );
  return { is: 'function', name, args };
}

const COMPARATORS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);

function compared(cursor: Cursor, what: Operand): Condition {
  const by = peek(cursor);
  if (COMPARATORS.has(by)) {
    cursor.at += 1;
    return { is: 'compare', by, left: what, right: operand(cursor) };
  }
  if (skip(cursor, 'BETWEEN')) {
    const from = operand(cursor);
    expectWord(cursor, 'AND');
    const to = operand(cursor);
    checkBounds(cursor, from, to);
    return { is: 'between', what, from, to };
  }
  if (skip(cursor, 'IN')) {
    expectWord(cursor, '(');
    const among = [operand(cursor)];
    while (skip(cursor, ',')) among.push(operand(cursor));
    expectWord(cursor, ')');
    return { is: 'in', what, among };
  }
  syntaxFault(cursor);
  return { is: 'in', what, among: [] };
}

function checkBounds(cursor: Cursor, from: Operand, to: Operand): void {
  if (!('value' in from) || !('value' in to)) return;
  const order = compare(from.value, to.value);
  if (order !== undefined && order > 0)
    fail(
      cursor,
      `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {${show(from.value)}}, upper bound operand: AttributeValue: {${show(to.value)}}`,
    );
}

function show(value: Value): string {
  return `${typeOf(value)}:${value.S ?? value.N ?? value.B ?? ''}`;
}

function operand(cursor: Cursor): Operand {
  if (peek(cursor).startsWith(':')) return { value: valueAtCursor(cursor) };
  if (isNext(cursor, 'size') && cursor.tokens[cursor.at + 1]?.text === '(') {
    cursor.at += 2;
    const path = pathAt(cursor);
    expectWord(cursor, ')');
    return { path, measured: true };
  }
  return { path: pathAt(cursor), measured: false };
}

/** The paths that a condition reads. */
export function pathsOf(condition: Condition): readonly Path[] {
  if (condition.is === 'and' || condition.is === 'or') return condition.of.flatMap(pathsOf);
  if (condition.is === 'not') return pathsOf(condition.of);
  return operandsOf(condition).flatMap((one) => ('path' in one ? [one.path] : []));
}

function operandsOf(
  condition: Exclude<Condition, { readonly is: 'and' | 'or' | 'not' }>,
): readonly Operand[] {
  switch (condition.is) {
    case 'compare':
      return [condition.left, condition.right];
    case 'between':
      return [condition.what, condition.from, condition.to];
    case 'in':
      return [condition.what, ...condition.among];
    case 'function':
      return condition.args;
  }
}

export function holds(condition: Condition, item: Item): boolean {
  switch (condition.is) {
    case 'and':
      return condition.of.every((part) => holds(part, item));
    case 'or':
      return condition.of.some((part) => holds(part, item));
    case 'not':
      return !holds(condition.of, item);
    case 'compare':
      return isTrue(condition.by, valueOf(condition.left, item), valueOf(condition.right, item));
    case 'between': {
      const what = valueOf(condition.what, item);
      return (
        isTrue('>=', what, valueOf(condition.from, item)) && isTrue('<=', what, valueOf(condition.to, item))
      );
    }
    case 'in': {
      const what = valueOf(condition.what, item);
      return condition.among.some((part) => isTrue('=', what, valueOf(part, item)));
    }
    case 'function':
      return TESTS[condition.name]?.(condition.args.map((part) => valueOf(part, item))) ?? false;
  }
}

function valueOf(of: Operand, item: Item): Value | undefined {
  if ('value' in of) return of.value;
  const value = valueAt(item, of.path);
  if (!of.measured) return value;
  const size = value && sizeOf(value);
  return size === undefined ? undefined : { N: String(size) };
}

/** What is not there is like nothing, and unlike everything. */
function isTrue(by: string, a: Value | undefined, b: Value | undefined): boolean {
  if (by === '<>') return !a || !b || !isSame(a, b);
  if (!a || !b) return false;
  if (by === '=') return isSame(a, b);
  const order = compare(a, b);
  if (order === undefined) return false;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[by] ?? false;
}

type Test = (args: readonly (Value | undefined)[]) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  attribute_exists: ([value]) => value !== undefined,
  attribute_not_exists: ([value]) => value === undefined,
  attribute_type: ([value, type]) => value !== undefined && typeOf(value) === type?.S,
  begins_with: ([value, start]) =>
    (start?.S !== undefined && value?.S?.startsWith(start.S) === true) ||
    (start?.B !== undefined && value?.B !== undefined && atob(value.B).startsWith(atob(start.B))),
  contains: ([value, part]) => value !== undefined && part !== undefined && contains(value, part),
};

function contains({ S, SS, NS, BS, L }: Value, part: Value): boolean {
  if (S !== undefined) return part.S !== undefined && S.includes(part.S);
  if (SS) return part.S !== undefined && SS.includes(part.S);
  if (NS) return part.N !== undefined && NS.includes(part.N);
  if (BS) return part.B !== undefined && BS.includes(part.B);
  return L?.some((one) => isSame(one, part)) ?? false;
}
