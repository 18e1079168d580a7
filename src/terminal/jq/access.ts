// Parts of a value: read, written and removed, by one key or by a path of keys.
import { isFields, isList, type Fields, type Value } from '../value.ts';
import { compare, typeOf } from './order.ts';
import { Problem } from './problem.ts';

/** Keys of fields, places in a list, slices such as `{"start": 1, "end": null}`. */
export type Path = readonly Value[];

/** More would be no list that anybody wants. */
const LARGEST = 1_000_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanIn(slice: Fields, length: number): Span {
  const bound = (value: Value, otherwise: number, round: (n: number) => number): number => {
    if (value === null) return otherwise;
    if (typeof value !== 'number')
      throw new Problem('Start and end indices of an array slice must be numbers');
    return Math.min(length, Math.max(0, round(value < 0 ? value + length : value)));
  };
  const from = bound(slice['start'] ?? null, 0, Math.floor);
  return { from, to: Math.max(from, bound(slice['end'] ?? null, length, Math.ceil)) };
}

function cannot(value: Value, key: Value): Problem {
  const shown = typeof key === 'string' ? `string "${key}"` : typeOf(key);
  return new Problem(`Cannot index ${typeOf(value)} with ${shown}`);
}

/** What a key leads to; `null` where there is nothing. */
export function got(value: Value, key: Value): Value {
  if (isFields(value) && typeof key === 'string')
    return Object.hasOwn(value, key) ? (value[key] ?? null) : null;
  if (isList(value) && typeof key === 'number') return value.at(Math.floor(key)) ?? null;
  if (isList(value) && isList(key)) return placesOf(value, key);
  if (isFields(key) && (isList(value) || typeof value === 'string')) {
    if (isList(value)) {
      const { from, to } = spanIn(key, value.length);
      return value.slice(from, to);
    }
    const characters = Array.from(value);
    const { from, to } = spanIn(key, characters.length);
    return characters.slice(from, to).join('');
  }
  if (value === null && (typeof key === 'string' || typeof key === 'number' || isFields(key))) return null;
  throw cannot(value, key);
}

/** Where a list stands in a list. */
export function placesOf(value: readonly Value[], part: readonly Value[]): readonly number[] {
  if (part.length === 0) return [];
  return value.flatMap((_, at) => (compare(value.slice(at, at + part.length), part) === 0 ? [at] : []));
}

/** The value with something else at a key. */
export function put(value: Value, key: Value, held: Value): Value {
  if (typeof key === 'string' && (isFields(value) || value === null)) return { ...value, [key]: held };
  if (typeof key === 'number' && (isList(value) || value === null)) return withItem(value ?? [], key, held);
  if (isFields(key) && (isList(value) || value === null)) {
    if (!isList(held)) throw new Problem('A slice of an array can only be assigned another array');
    const whole = value ?? [];
    const { from, to } = spanIn(key, whole.length);
    return [...whole.slice(0, from), ...held, ...whole.slice(to)];
  }
  throw cannot(value, key);
}

function withItem(list: readonly Value[], key: number, held: Value): Value {
  const at = Math.floor(key < 0 ? key + list.length : key);
  if (at < 0) throw new Problem('Out of bounds negative array index');
  if (at > LARGEST) throw new Problem('Array index too large');
  const longer = Array.from({ length: Math.max(list.length, at + 1) }, (_, i) => list[i] ?? null);
  return longer.with(at, held);
}

export function gotAt(value: Value, [key, ...rest]: Path): Value {
  if (key === undefined) return value;
  return value === null ? null : gotAt(got(value, key), rest);
}

export function putAt(value: Value, [key, ...rest]: Path, held: Value): Value {
  return key === undefined ? held : put(value, key, putAt(got(value, key), rest, held));
}

/** Without what the paths lead to, the last ones first so that places do not move. */
export function withoutAll(value: Value, paths: readonly Path[]): Value {
  return paths.toSorted((left, right) => compare(right, left)).reduce(without, value);
}

function without(value: Value, [key, ...rest]: Path): Value {
  if (key === undefined || value === null) return null;
  if (rest.length > 0) {
    const held = got(value, key);
    return held === null ? value : put(value, key, without(held, rest));
  }
  if (isFields(value) && typeof key === 'string')
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  if (isList(value) && typeof key === 'number') {
    const at = Math.floor(key < 0 ? key + value.length : key);
    return value.filter((_, i) => i !== at);
  }
  if (isList(value) && isFields(key)) return put(value, key, []);
  throw new Problem(
    `Cannot delete field at ${typeof key === 'string' ? 'object' : 'array'} index of ${typeOf(value)}`,
  );
}
