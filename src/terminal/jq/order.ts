// How jq calls, compares and orders values.
import { isFields, isList, type Fields, type Value } from '../value.ts';
import { Problem } from './problem.ts';
import { dumped } from './print.ts';

export type TypeName = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function typeOf(value: Value): TypeName {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'string' : 'object';
}

/** Of a type and its value as messages name them: `string ("abc")`. */
export function named(value: Value): string {
  const text = dumped(value);
  return `${typeOf(value)} (${text.length > 11 ? `${text.slice(0, 10)}...` : text})`;
}

export function isTrue(value: Value): boolean {
  return value !== null && value !== false;
}

const RANKS: readonly TypeName[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** Keys in the order of their characters. */
export function keysOf(fields: Fields): readonly string[] {
  return Object.keys(fields).toSorted(compareTexts);
}

/** By code points, which differs from JavaScript's order beyond the first 65,536. */
function compareTexts(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** @returns below zero, zero, above zero */
export function compare(left: Value, right: Value): number {
  const ranks = RANKS.indexOf(typeOf(left)) - RANKS.indexOf(typeOf(right));
  if (ranks !== 0) return ranks;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (isList(left) && isList(right)) return compareLists(left, right);
  if (isFields(left) && isFields(right)) return compareFields(left, right);
  return Number(left) < Number(right) || Number.isNaN(left) ? -1 : Number(left) - Number(right);
}

function compareLists(left: readonly Value[], right: readonly Value[]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = compare(left[i] ?? null, right[i] ?? null);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** By their keys first, then by what these hold. */
function compareFields(left: Fields, right: Fields): number {
  const keys = keysOf(left);
  const difference = compareLists(keys, keysOf(right));
  if (difference !== 0) return difference;
  for (const key of keys) {
    const held = compare(left[key] ?? null, right[key] ?? null);
    if (held !== 0) return held;
  }
  return 0;
}

export function isSame(left: Value, right: Value): boolean {
  return compare(left, right) === 0 && !Number.isNaN(left);
}

/** Whether the first holds all that the second does. */
export function contains(whole: Value, part: Value): boolean {
  if (isFields(whole) && isFields(part))
    return Object.entries(part).every(
      ([key, value]) => Object.hasOwn(whole, key) && contains(whole[key] ?? null, value),
    );
  if (isList(whole) && isList(part)) return part.every((one) => whole.some((other) => contains(other, one)));
  if (typeof whole === 'string' && typeof part === 'string') return whole.includes(part);
  if (typeOf(whole) === typeOf(part)) return isSame(whole, part);
  throw new Problem(`${named(whole)} and ${named(part)} cannot have their containment checked`);
}
