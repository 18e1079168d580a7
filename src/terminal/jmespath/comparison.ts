// How values compare. Text compares like numbers do: dates are text here, and queries compare them. Source: jmespath.
import { pythonTypeOf } from '../python-text.ts';
import { fieldOf, isFields, isList, type Value } from '../value.ts';
import type { Expression } from './expression.ts';
import { Problem } from './problem.ts';

export const COMPARATORS = {
  eq: isSame,
  ne: (left, right) => !isSame(left, right),
  lt: ordered('<', (order) => order < 0),
  lte: ordered('<=', (order) => order <= 0),
  gt: ordered('>', (order) => order > 0),
  gte: ordered('>=', (order) => order >= 0),
} satisfies Readonly<Record<string, (left: Value, right: Value) => Value>>;

export function comparison(
  compare: (left: Value, right: Value) => Value,
  left: Expression,
  right: Expression,
): Expression {
  return { run: (value) => compare(left.run(value), right.run(value)) };
}

export function isSame(left: Value, right: Value): boolean {
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, at) => isSame(item, right[at] ?? null));
  }
  if (isFields(left) && isFields(right)) {
    const names = Object.keys(left);
    if (names.length !== Object.keys(right).length) return false;
    return names.every(
      (name) => Object.hasOwn(right, name) && isSame(fieldOf(left, name), fieldOf(right, name)),
    );
  }
  return left === right;
}

/** Below, equal or above zero, as two numbers or two texts stand to each other; `undefined` for anything else. */
export function orderOf(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return left < right ? -1 : Number(left > right);
}

function ordered(sign: string, holds: (order: number) => boolean): (left: Value, right: Value) => Value {
  return (left, right) => {
    const order = orderOf(left, right);
    if (order !== undefined) return holds(order);
    if (![left, right].every((value) => typeof value === 'number' || typeof value === 'string')) return null;
    const types = `'${pythonTypeOf(left)}' and '${pythonTypeOf(right)}'`;
    throw new Problem(`'${sign}' not supported between instances of ${types}`);
  };
}
