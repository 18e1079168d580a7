// The functions of jq that are said in TypeScript, by name and number of arguments.
import { isFields, isList, type Value } from '../value.ts';
import { got, gotAt, placesOf, putAt, withoutAll, type Path } from './access.ts';
import { combined, listIn, plain, textIn, type Plain } from './calls.ts';
import { nowhere, step, valuesOf } from './filter.ts';
import type { Call } from './functions.ts';
import { ON_NUMBERS } from './number-functions.ts';
import { compare, contains, isSame, isTrue, keysOf, named, typeOf } from './order.ts';
import { pathsOf } from './parts.ts';
import { Halt, Problem } from './problem.ts';
import { dumped } from './print.ts';
import { readValues } from './read.ts';
import { ON_TEXTS } from './text-functions.ts';

function pathIn(value: Value): Path {
  if (!isList(value)) throw new Problem('Path must be specified as an array');
  return value;
}

function lengthOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') throw new Problem(`${named(value)} has no length`);
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'string') return Array.from(value).length;
  return isList(value) ? value.length : Object.keys(value).length;
}

function keys(value: Value, of: (fields: Readonly<Record<string, Value>>) => readonly string[]): Value {
  if (isList(value)) return value.map((_, i) => i);
  if (isFields(value)) return of(value);
  throw new Problem(`${named(value)} has no keys`);
}

function has(value: Value, [key = null]: readonly Value[]): boolean {
  if (isFields(value) && typeof key === 'string') return Object.hasOwn(value, key);
  if (isList(value) && typeof key === 'number') return key >= 0 && key < value.length;
  throw new Problem(
    `Cannot check whether ${typeOf(value)} has a ${typeof key === 'string' ? 'string' : typeOf(key)} key`,
  );
}

function toNumber(value: Value): Value {
  if (typeof value === 'number') return value;
  const text = textIn(value, 'cannot be parsed as a number');
  if (!/^\s*-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text))
    throw new Problem(`${named(value)} cannot be parsed as a number`);
  return Number(text);
}

function fromJson(value: Value): Value {
  const text = textIn(value, 'only strings can be parsed');
  try {
    return [...readValues(text)][0]?.value ?? null;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    throw new Problem(`${problem.message} (while parsing '${text}')`);
  }
}

function indices(value: Value, [part = null]: readonly Value[]): Value {
  if (value === null) return null;
  if (typeof value === 'string' && typeof part === 'string') {
    const found: number[] = [];
    for (let at = value.indexOf(part); at >= 0 && part !== ''; at = value.indexOf(part, at + 1))
      found.push(Array.from(value.slice(0, at)).length);
    return found;
  }
  if (isList(value))
    return isList(part) ? placesOf(value, part) : value.flatMap((one, i) => (isSame(one, part) ? [i] : []));
  return got(value, part);
}

function flattened(value: Value, depth: number): readonly Value[] {
  if (depth < 0) throw new Problem('flatten depth must not be negative');
  return listIn(value, 'cannot be flattened').flatMap((one) =>
    isList(one) && depth > 0 ? flattened(one, depth - 1) : isList(one) ? [one] : [one],
  );
}

/** By the keys that another list has for each item. */
function inOrder(
  value: Value,
  [by = null]: readonly Value[],
): readonly { readonly item: Value; readonly key: Value }[] {
  const all = listIn(value, 'cannot be sorted, as it is not an array');
  const keysOfItems = isList(by) ? by : [];
  return all
    .map((item, i) => ({ item, key: keysOfItems[i] ?? null }))
    .toSorted((left, right) => compare(left.key, right.key));
}

function grouped(value: Value, args: readonly Value[]): Value {
  const groups: { readonly key: Value; readonly items: Value[] }[] = [];
  for (const { item, key } of inOrder(value, args)) {
    const last = groups.at(-1);
    if (last && compare(last.key, key) === 0) last.items.push(item);
    else groups.push({ key, items: [item] });
  }
  return groups.map(({ items }) => items);
}

function extreme(value: Value, [sign = 1, by = null]: readonly Value[]): Value {
  const sorted = inOrder(value, [by]);
  const first = sorted[0];
  if (!first) return null;
  if (sign === -1) return first.item;
  return sorted.at(-1)?.item ?? null;
}
const rangeOf: Call = (args) =>
  function* (at, scope) {
    for (const [from = 0, to = 0, by = 1] of combined(args, at.value, scope)) {
      if (typeof from !== 'number' || typeof to !== 'number' || typeof by !== 'number')
        throw new Problem('Range bounds must be numeric');
      if (by === 0) return;
      for (let n = from; by > 0 ? n < to : n > to; n += by) {
        step(scope);
        yield nowhere(at, n);
      }
    }
  };

const PLAIN: Readonly<Record<string, Plain>> = {
  'not/0': (value) => !isTrue(value),
  'length/0': lengthOf,
  'type/0': typeOf,
  'keys/0': (value) => keys(value, keysOf),
  'keys_unsorted/0': (value) => keys(value, Object.keys),
  'has/1': has,
  'contains/1': (value, [part = null]) => contains(value, part),
  'tostring/0': (value) => (typeof value === 'string' ? value : dumped(value)),
  'tonumber/0': toNumber,
  'tojson/0': dumped,
  'fromjson/0': fromJson,
  'indices/1': indices,
  'flatten/0': (value) => flattened(value, 1e9),
  'flatten/1': (value, [depth = 0]) => flattened(value, Number(depth)),
  'reverse/0': (value) => {
    if (value === null) return [];
    return typeof value === 'string'
      ? Array.from(value).toReversed().join('')
      : listIn(value, 'cannot be reversed, as it is not an array').toReversed();
  },
  '_sorted/1': (value, args) => inOrder(value, args).map(({ item }) => item),
  '_grouped/1': grouped,
  '_extreme/2': extreme,
  'transpose/0': (value) => {
    const rows = listIn(value, 'cannot be transposed').map((row) => listIn(row, 'cannot be transposed'));
    const width = Math.max(0, ...rows.map((row) => row.length));
    return Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null));
  },
  'setpath/2': (value, [path = null, held = null]) => putAt(value, pathIn(path), held),
  'delpaths/1': (value, [paths = null]) => withoutAll(value, pathIn(paths).map(pathIn)),
  'input_filename/0': (_, __, { run }) => run.file(),
  'halt/0': () => {
    throw new Halt(0);
  },
  'halt_error/1': (value, [exit = 5]) => {
    throw new Halt(Number(exit), value);
  },
  'error/1': (_, [value = null]) => {
    throw new Problem(value);
  },
  'input/0': (_, __, { run }) => {
    const next = run.input();
    if (next === undefined) throw new Problem('No more inputs');
    return next;
  },
};

/** They say where their values stand. */
const SPOTS: Readonly<Record<string, Call>> = {
  'empty/0': () => () => [],
  'path/1':
    ([filter]) =>
    (at, scope) =>
      filter ? pathsOf(filter, at.value, scope).map((path) => nowhere(at, path)) : [],
  'range/2': rangeOf,
  'range/3': rangeOf,
  'getpath/1': ([filter]) =>
    function* (at, scope) {
      if (!filter) return;
      for (const keysTo of valuesOf(filter, at.value, scope)) {
        const path = pathIn(keysTo);
        const value = gotAt(at.value, path);
        yield at.path ? { value, path: [...at.path, ...path] } : nowhere(at, value);
      }
    },
  'debug/0':
    () =>
    (at, { run }) => {
      run.warn(`["DEBUG:",${dumped(at.value)}]\n`);
      return [at];
    },
  'stderr/0':
    () =>
    (at, { run }) => {
      run.warn(dumped(at.value));
      return [at];
    },
};

export const NATIVES: ReadonlyMap<string, Call> = new Map([
  ...Object.entries(PLAIN).map(([name, does]) => [name, plain(does)] as const),
  ...Object.entries({ ...ON_TEXTS, ...ON_NUMBERS, ...SPOTS }),
]);
