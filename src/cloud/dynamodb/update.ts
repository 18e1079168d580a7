// Update expressions: read from a text, carried out on an item. Source: dynamodb-expressions.
import { fault, type Refused } from '../fault.ts';
import { makeDecimal, minus, parseDecimal, plus } from './decimal.ts';
import { overlaps, showPath, valueAt, withoutValue, withValue, type Path } from './path.ts';
import { expectWord, fail, pathAt, peek, skip, syntaxFault, valueAtCursor, type Cursor } from './tokens.ts';
import { typeOf, type Item, type Value } from './value.ts';

type Term =
  | { readonly path: Path }
  | { readonly value: Value }
  | { readonly ifNotExists: Path; readonly otherwise: Term }
  | { readonly append: readonly [Term, Term] }
  | { readonly sum: readonly [Term, Term]; readonly by: '+' | '-' };

export type Action =
  | { readonly does: 'SET'; readonly path: Path; readonly to: Term }
  | { readonly does: 'REMOVE'; readonly path: Path }
  | { readonly does: 'ADD' | 'DELETE'; readonly path: Path; readonly value: Value };

/** A whole update expression. */
export function parseUpdate(cursor: Cursor): readonly Action[] {
  const actions: Action[] = [];
  const seen = new Set<string>();
  do {
    const section = peek(cursor).toUpperCase();
    const read = Object.hasOwn(SECTIONS, section) ? SECTIONS[section] : undefined;
    if (!read) {
      syntaxFault(cursor);
      break;
    }
    if (seen.has(section))
      fail(cursor, `The "${section}" section can only be used once in an update expression;`);
    seen.add(section);
    cursor.at += 1;
    do actions.push(read(cursor));
    while (skip(cursor, ','));
  } while (cursor.at < cursor.tokens.length);
  checkOverlaps(cursor, actions);
  return actions;
}

const SECTIONS: Readonly<Record<string, (cursor: Cursor) => Action>> = {
  SET: (cursor) => {
    const path = pathAt(cursor);
    expectWord(cursor, '=');
    return { does: 'SET', path, to: sum(cursor) };
  },
  REMOVE: (cursor) => ({ does: 'REMOVE', path: pathAt(cursor) }),
  ADD: (cursor) => ({
    does: 'ADD',
    path: pathAt(cursor),
    value: typed(cursor, 'ADD', ['N', 'SS', 'NS', 'BS']),
  }),
  DELETE: (cursor) => ({
    does: 'DELETE',
    path: pathAt(cursor),
    value: typed(cursor, 'DELETE', ['SS', 'NS', 'BS']),
  }),
};

function typed(cursor: Cursor, does: string, types: readonly string[]): Value {
  if (!peek(cursor).startsWith(':')) syntaxFault(cursor);
  const value = valueAtCursor(cursor);
  if (cursor.fault === undefined && !types.includes(typeOf(value)))
    fail(
      cursor,
      `Incorrect operand type for operator or function; operator: ${does}, operand type: ${LONG[typeOf(value)] ?? ''}, typeSet: ALLOWED_FOR_${does}_OPERAND`,
    );
  return value;
}

const LONG: Readonly<Record<string, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  L: 'LIST',
  M: 'MAP',
};

function sum(cursor: Cursor): Term {
  const left = term(cursor);
  const by = peek(cursor);
  if (by !== '+' && by !== '-') return left;
  cursor.at += 1;
  return { sum: [left, term(cursor)], by };
}

function term(cursor: Cursor): Term {
  if (peek(cursor).startsWith(':')) return { value: valueAtCursor(cursor) };
  if (skip(cursor, '(')) {
    const inner = sum(cursor);
    expectWord(cursor, ')');
    return inner;
  }
  if (cursor.tokens[cursor.at + 1]?.text !== '(') return { path: pathAt(cursor) };
  return called(cursor);
}

function called(cursor: Cursor): Term {
  const name = peek(cursor);
  cursor.at += 2;
  if (name === 'if_not_exists') {
    const path = pathAt(cursor);
    expectWord(cursor, ',');
    const otherwise = sum(cursor);
    expectWord(cursor, ')');
    return { ifNotExists: path, otherwise };
  }
  if (name === 'list_append') {
    const first = sum(cursor);
    expectWord(cursor, ',');
    const second = sum(cursor);
    expectWord(cursor, ')');
    return { append: [first, second] };
  }
  fail(cursor, `Invalid function name; function: ${name}`);
  return { path: [] };
}

function checkOverlaps(cursor: Cursor, actions: readonly Action[]): void {
  actions.forEach(({ path }, i) => {
    const other = actions.slice(0, i).find((before) => overlaps(before.path, path));
    if (other && cursor.fault === undefined)
      fail(
        cursor,
        `Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [${showPath(other.path)}], path two: [${showPath(path)}]`,
      );
  });
}

/** The paths that an update reads. */
export function pathsRead(actions: readonly Action[]): readonly Path[] {
  return actions.flatMap((action) => (action.does === 'SET' ? termPaths(action.to) : []));
}

function termPaths(of: Term): readonly Path[] {
  if ('path' in of) return [of.path];
  if ('value' in of) return [];
  if ('ifNotExists' in of) return [of.ifNotExists, ...termPaths(of.otherwise)];
  return ('append' in of ? of.append : of.sum).flatMap(termPaths);
}

function invalid(message: string): Refused {
  return fault('ValidationException', message);
}

const NO_ATTRIBUTE = invalid(
  'The provided expression refers to an attribute that does not exist in the item',
);
const WRONG_TYPE = invalid('An operand in the update expression has an incorrect data type');
const NO_WAY = invalid('The document path provided in the update expression is invalid for update');

/** The item after an update; every term is read from the item before it. */
export function updated(item: Item, actions: readonly Action[]): { readonly item: Item } | Refused {
  let holder: Value = { M: item };
  const removals = actions
    .filter(({ does }) => does === 'REMOVE')
    .sort((a, b) => lastPlace(b) - lastPlace(a));
  for (const action of [...actions.filter(({ does }) => does !== 'REMOVE'), ...removals]) {
    const next = carriedOut(holder, action, item);
    if (!next) return NO_WAY;
    if ('fault' in next) return next;
    holder = next;
  }
  return { item: holder.M ?? {} };
}

/** Places of one list are removed from its end, so that those before keep their numbers. */
function lastPlace({ path }: Action): number {
  const last = path.at(-1);
  return typeof last === 'number' ? last : -1;
}

function carriedOut(holder: Value, action: Action, item: Item): Value | Refused | undefined {
  const { path } = action;
  if (action.does === 'REMOVE') return withoutValue(holder, path);
  const before = valueAt(item, path);
  if (action.does === 'SET') {
    const value = termValue(action.to, item);
    return 'fault' in value ? value : withValue(holder, path, value);
  }
  if (action.does === 'ADD') {
    const value = before ? added(before, action.value) : action.value;
    return 'fault' in value ? value : withValue(holder, path, value);
  }
  if (!before) return holder;
  const left = subtracted(before, action.value);
  if (!left) return withoutValue(holder, path);
  return 'fault' in left ? left : withValue(holder, path, left);
}

function termValue(of: Term, item: Item): Value | Refused {
  if ('value' in of) return of.value;
  if ('path' in of) return valueAt(item, of.path) ?? NO_ATTRIBUTE;
  if ('ifNotExists' in of) return valueAt(item, of.ifNotExists) ?? termValue(of.otherwise, item);
  const [left, right] = ('append' in of ? of.append : of.sum).map((one) => termValue(one, item));
  if (!left || !right) return WRONG_TYPE;
  if ('fault' in left) return left;
  if ('fault' in right) return right;
  if ('append' in of) return left.L && right.L ? { L: [...left.L, ...right.L] } : WRONG_TYPE;
  const [a, b] = [parseDecimal(left.N ?? ''), parseDecimal(right.N ?? '')];
  if (!a || !b) return WRONG_TYPE;
  return { N: makeDecimal(of.by === '+' ? plus(a, b) : minus(a, b)) };
}

type SetName = 'SS' | 'NS' | 'BS';
const SETS: readonly SetName[] = ['SS', 'NS', 'BS'];

function added(before: Value, more: Value): Value | Refused {
  const [a, b] = [parseDecimal(before.N ?? ''), parseDecimal(more.N ?? '')];
  if (a && b) return { N: makeDecimal(plus(a, b)) };
  const name = SETS.find((one) => before[one] && more[one]);
  if (!name) return WRONG_TYPE;
  return { [name]: [...new Set([...(before[name] ?? []), ...(more[name] ?? [])])] };
}

/** A set without some of its values; nothing when none is left. */
function subtracted(before: Value, less: Value): Value | Refused | undefined {
  const name = SETS.find((one) => before[one] && less[one]);
  if (!name) return WRONG_TYPE;
  const left = (before[name] ?? []).filter((one) => less[name]?.includes(one) !== true);
  return left.length === 0 ? undefined : { [name]: left };
}
