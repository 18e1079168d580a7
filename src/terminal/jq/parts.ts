// The parts of jq's grammar as filters.
import { isFields, isList, type Fields, type Value } from '../value.ts';
import { got, gotAt, putAt, withoutAll, type Path } from './access.ts';
import { ARITHMETIC, type Operator } from './arithmetic.ts';
import { found, nowhere, step, valuesOf, withName, type Filter, type Scope, type Spot } from './filter.ts';
import { FORMATS } from './formats.ts';
import { isTrue, named } from './order.ts';
import { Break, Problem } from './problem.ts';

export const identity: Filter = (at) => [at];

export function literal(value: Value): Filter {
  return (at) => [nowhere(at, value)];
}

function deeper(at: Spot, key: Value, value: Value): Spot {
  if (at.path === undefined) return { value };
  if (at.path === null) throw new Problem(`Invalid path expression with result ${named(at.value)}`);
  return { value, path: [...at.path, key] };
}

export function index(of: Filter, key: Filter): Filter {
  return function* (at, scope) {
    for (const value of valuesOf(key, at.value, scope))
      for (const one of of(at, scope)) yield deeper(one, value, got(one.value, value));
  };
}

export function slice(of: Filter, start: Filter, end: Filter): Filter {
  return function* (at, scope) {
    for (const to of valuesOf(end, at.value, scope))
      for (const from of valuesOf(start, at.value, scope)) {
        const key = { start: from, end: to };
        for (const one of of(at, scope)) yield deeper(one, key, got(one.value, key));
      }
  };
}

export function each(of: Filter): Filter {
  return function* (at, scope) {
    for (const one of of(at, scope)) {
      step(scope);
      const { value } = one;
      if (isList(value)) for (const [i, item] of value.entries()) yield deeper(one, i, item);
      else if (isFields(value))
        for (const [name, held] of Object.entries(value)) yield deeper(one, name, held);
      else throw new Problem(`Cannot iterate over ${value === null ? 'null (null)' : named(value)}`);
    }
  };
}

export function pipe(first: Filter, second: Filter): Filter {
  return function* (at, scope) {
    for (const one of first(at, scope)) yield* second(one, scope);
  };
}

export function comma(first: Filter, second: Filter): Filter {
  return function* (at, scope) {
    yield* first(at, scope);
    yield* second(at, scope);
  };
}

export function operation(operator: Operator, left: Filter, right: Filter): Filter {
  return function* (at, scope) {
    for (const b of valuesOf(right, at.value, scope))
      for (const a of valuesOf(left, at.value, scope)) yield nowhere(at, operator(a, b));
  };
}

export function negated(of: Filter): Filter {
  return function* (at, scope) {
    for (const value of valuesOf(of, at.value, scope)) {
      if (typeof value !== 'number') throw new Problem(`${named(value)} cannot be negated`);
      yield nowhere(at, -value);
    }
  };
}

/** `and` goes on where the left side is true, `or` where it is not. */
export function junction(goesOn: boolean, left: Filter, right: Filter): Filter {
  return function* (at, scope) {
    for (const a of valuesOf(left, at.value, scope)) {
      if (isTrue(a) !== goesOn) yield nowhere(at, !goesOn);
      else for (const b of valuesOf(right, at.value, scope)) yield nowhere(at, isTrue(b));
    }
  };
}

/** All that is true on the left; the right where nothing is. */
export function alternative(left: Filter, right: Filter): Filter {
  return function* (at, scope) {
    let some = false;
    try {
      for (const one of left(at, scope)) {
        if (!isTrue(one.value)) continue;
        some = true;
        yield one;
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
    }
    if (!some) yield* right(at, scope);
  };
}

export function condition(of: Filter, then: Filter, otherwise: Filter): Filter {
  return function* (at, scope) {
    for (const value of valuesOf(of, at.value, scope)) yield* (isTrue(value) ? then : otherwise)(at, scope);
  };
}

export function attempt(body: Filter, handler?: Filter): Filter {
  return function* (at, scope) {
    try {
      yield* body(at, scope);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (handler) yield* handler(nowhere(at, problem.value), scope);
    }
  };
}

export function list(of?: Filter): Filter {
  return (at, scope) => [nowhere(at, of ? [...valuesOf(of, at.value, scope)] : [])];
}

type Members = readonly (readonly [key: Filter, value: Filter])[];

/** Every combination of names and values, the last ones changing first. */
export function fields(members: Members): Filter {
  return function* (at, scope) {
    for (const one of combinations(members, at.value, scope, {})) yield nowhere(at, one);
  };
}

function* combinations(
  [member, ...rest]: Members,
  value: Value,
  scope: Scope,
  before: Fields,
): Iterable<Fields> {
  if (!member) {
    yield before;
    return;
  }
  for (const key of valuesOf(member[0], value, scope)) {
    if (typeof key !== 'string') throw new Problem(`Object keys must be strings`);
    for (const held of valuesOf(member[1], value, scope))
      yield* combinations(rest, value, scope, { ...before, [key]: held });
  }
}

/** A text with programs in it, what they give in a format. */
export function text(parts: readonly (string | Filter)[], format = '@text'): Filter {
  const make = function* (value: Value, scope: Scope, upTo: number): Iterable<string> {
    const part = parts[upTo - 1];
    if (part === undefined) {
      yield '';
      return;
    }
    const pieces = typeof part === 'string' ? [part] : inFormat(valuesOf(part, value, scope), format);
    for (const piece of pieces) for (const before of make(value, scope, upTo - 1)) yield before + piece;
  };
  return function* (at, scope) {
    for (const one of make(at.value, scope, parts.length)) yield nowhere(at, one);
  };
}

function* inFormat(values: Iterable<Value>, format: string): Iterable<string> {
  for (const value of values) yield formatted(value, format);
}

/** `@csv` and its like: the value in a format. */
export function format(name: string): Filter {
  return (at) => [nowhere(at, formatted(at.value, name))];
}

function formatted(value: Value, format: string): string {
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!write) throw new Problem(`${format.slice(1)} is not a valid format`);
  return write(value);
}

export function variable(name: string): Filter {
  return (at, scope) => {
    const held = found(scope, `$${name}`);
    if (held && 'value' in held) return [nowhere(at, held.value)];
    const { run } = scope;
    if (name === 'ENV') return [nowhere(at, Object.fromEntries(run.env))];
    if (name === '__loc__') return [nowhere(at, { file: '<top-level>', line: 1 })];
    if (name === 'ARGS') return [nowhere(at, { positional: run.positional, named: run.named })];
    return [nowhere(at, run.named[name] ?? null)];
  };
}

export function label(name: string, body: Filter): Filter {
  return function* (at, scope) {
    const own = {};
    try {
      yield* body(at, withName(scope, `*${name}`, { label: own }));
    } catch (stop) {
      if (!(stop instanceof Break) || stop.label !== own) throw stop;
    }
  };
}

export function breaking(name: string): Filter {
  return (_, scope) => {
    const held = found(scope, `*${name}`);
    throw held && 'label' in held ? new Break(held.label) : new Problem(`$*label-${name} is not defined`);
  };
}

export function pathsOf(filter: Filter, value: Value, scope: Scope): readonly Path[] {
  return Array.from(filter({ value, path: [] }, scope), ({ value: result, path }) => {
    if (!path) throw new Problem(`Invalid path expression with result ${named(result)}`);
    return path;
  });
}

/** `|=`: each place with the first that the right side makes of it, and without where it makes nothing. */
export function updated(left: Filter, right: Filter): Filter {
  return (at, scope) => {
    const gone: Path[] = [];
    let { value } = at;
    for (const path of pathsOf(left, at.value, scope)) {
      const [first] = right({ value: gotAt(value, path) }, scope);
      if (first) value = putAt(value, path, first.value);
      else gone.push(path);
    }
    return [nowhere(at, withoutAll(value, gone))];
  };
}

/** `=`, `+=` and their like: once for each value of the right side. */
export function assigned(left: Filter, right: Filter, operator: Operator): Filter {
  return function* (at, scope) {
    for (const given of valuesOf(right, at.value, scope)) {
      const paths = pathsOf(left, at.value, scope);
      const change = (value: Value, path: Path): Value =>
        putAt(value, path, operator(gotAt(value, path), given));
      yield nowhere(at, paths.reduce(change, at.value));
    }
  };
}

const replaced: Operator = (_, given) => given;
const otherwise: Operator = (held, given) => (isTrue(held) ? held : given);

/** Of an operator such as `+=`. */
export function assigning(operator: string): Operator {
  if (operator === '=') return replaced;
  if (operator === '//=') return otherwise;
  return ARITHMETIC[operator.slice(0, -1)] ?? replaced;
}
