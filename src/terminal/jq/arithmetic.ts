// The operators of jq between two values.
import { isFields, isList, type Fields, type Value } from '../value.ts';
import { compare, isSame, named } from './order.ts';
import { Problem } from './problem.ts';

export type Operator = (left: Value, right: Value) => Value;

function wrong(left: Value, right: Value, done: string): Problem {
  return new Problem(`${named(left)} and ${named(right)} cannot be ${done}`);
}

export function plus(left: Value, right: Value): Value {
  if (left === null) return right;
  if (right === null) return left;
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isList(left) && isList(right)) return [...left, ...right];
  if (isFields(left) && isFields(right)) return { ...left, ...right };
  throw wrong(left, right, 'added');
}

function minus(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (isList(left) && isList(right)) return left.filter((one) => !right.some((other) => isSame(one, other)));
  throw wrong(left, right, 'subtracted');
}

function times(left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left * right;
  if (typeof left === 'string' && typeof right === 'number') return repeated(left, right);
  if (typeof left === 'number' && typeof right === 'string') return repeated(right, left);
  if (isFields(left) && isFields(right)) return merged(left, right);
  throw wrong(left, right, 'multiplied');
}

const LONGEST = 1_000_000;

function repeated(text: string, count: number): Value {
  if (text.length * count > LONGEST) throw new Problem('Repeat string result too long');
  return count <= 0 ? null : text.repeat(Math.max(1, Math.floor(count)));
}

function merged(left: Fields, right: Fields): Fields {
  const both = Object.entries(right).map(([name, value]) => {
    const held = Object.hasOwn(left, name) ? (left[name] ?? null) : null;
    return [name, isFields(held) && isFields(value) ? merged(held, value) : value] as const;
  });
  return { ...left, ...Object.fromEntries(both) };
}

function by(left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return splitAt(left, right);
  if (typeof left !== 'number' || typeof right !== 'number') throw wrong(left, right, 'divided');
  if (right === 0) throw wrong(left, right, 'divided because the divisor is zero');
  return left / right;
}

export function splitAt(text: string, separator: string): readonly string[] {
  if (text === '') return [];
  return separator === '' ? Array.from(text) : text.split(separator);
}

function rest(left: Value, right: Value): Value {
  if (typeof left !== 'number' || typeof right !== 'number') throw wrong(left, right, 'divided');
  const divisor = Math.trunc(right);
  if (divisor === 0) throw wrong(left, right, 'divided because the divisor is zero');
  return Math.trunc(left) % Math.abs(divisor);
}

export const ARITHMETIC: Readonly<Record<string, Operator>> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': by,
  '%': rest,
  '==': isSame,
  '!=': (left, right) => !isSame(left, right),
  '<': (left, right) => compare(left, right) < 0,
  '<=': (left, right) => compare(left, right) <= 0,
  '>': (left, right) => compare(left, right) > 0,
  '>=': (left, right) => compare(left, right) >= 0,
};
