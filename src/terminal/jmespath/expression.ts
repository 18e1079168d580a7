// What the parts of a query do with a value. It knows no text of a query.
import { fieldOf, isEmpty, isFields, isList, type Value } from '../value.ts';
import { Problem } from './problem.ts';

/** A part of a query that is read: what it makes of a value. */
export interface Expression {
  readonly run: (value: Value) => Value;
  /** Of a bare field its name: the same words may turn out to call a function. */
  readonly field?: string;
  /** Of `&part` the part: functions take it as it is. */
  readonly reference?: (value: Value) => Value;
}

type Run = Expression['run'];

/** Whether a condition fails: zero is no failure. */
function isFalse(value: Value): boolean {
  return typeof value !== 'number' && isEmpty(value);
}

export const identity: Expression = { run: (value) => value };

export function literal(value: Value): Expression {
  return { run: () => value };
}

export function field(name: string): Expression {
  return { field: name, run: (value) => (isFields(value) ? fieldOf(value, name) : null) };
}

export function index(at: number): Expression {
  return { run: (value) => (isList(value) ? (value.at(at) ?? null) : null) };
}

/** One after the other. A pipe is the same but for how far a projection reaches. */
export function chain(first: Expression, second: Expression): Expression {
  return { run: (value) => second.run(first.run(value)) };
}

export function either(first: Expression, second: Expression): Expression {
  return {
    run: (value) => {
      const found = first.run(value);
      return isFalse(found) ? second.run(value) : found;
    },
  };
}

export function both(first: Expression, second: Expression): Expression {
  return {
    run: (value) => {
      const found = first.run(value);
      return isFalse(found) ? found : second.run(value);
    },
  };
}

export function not(part: Expression): Expression {
  return { run: (value) => isFalse(part.run(value)) };
}

export function reference(part: Expression): Expression {
  const run: Run = () => {
    throw new Problem('Encountered unrecognized type in JSON encoder.');
  };
  return { run, reference: part.run };
}

/** What `part` makes of each element; nothing for those of which it makes nothing. */
function each(values: readonly Value[], part: Expression): Value {
  return values.map(part.run).filter((found) => found !== null);
}

export function projection(list: Expression, part: Expression): Expression {
  return {
    run: (value) => {
      const found = list.run(value);
      return isList(found) ? each(found, part) : null;
    },
  };
}

export function filtered(list: Expression, condition: Expression, part: Expression): Expression {
  return {
    run: (value) => {
      const found = list.run(value);
      if (!isList(found)) return null;
      return each(
        found.filter((element) => !isFalse(condition.run(element))),
        part,
      );
    },
  };
}

export function valueProjection(fields: Expression, part: Expression): Expression {
  return {
    run: (value) => {
      const found = fields.run(value);
      return isFields(found) ? each(Object.values(found), part) : null;
    },
  };
}

export function flattened(list: Expression): Expression {
  return {
    run: (value) => {
      const found = list.run(value);
      return isList(found) ? found.flatMap((element) => element) : null;
    },
  };
}

export function listOf(parts: readonly Expression[]): Expression {
  return { run: (value) => (value === null ? null : parts.map((part) => part.run(value))) };
}

export function fieldsOf(parts: readonly (readonly [string, Expression])[]): Expression {
  return {
    run: (value) =>
      value === null ? null : Object.fromEntries(parts.map(([name, part]) => [name, part.run(value)])),
  };
}

/** `[start:stop:step]`, each of which may be left out; negative ones count from the end. */
export function slice(start: number | undefined, stop: number | undefined, step = 1): Expression {
  return {
    run: (value) => {
      if (!isList(value)) return null;
      if (step === 0) throw new Problem('slice step cannot be zero');
      const [low, high] = step > 0 ? [0, value.length] : [-1, value.length - 1];
      const bound = (at: number): number => Math.min(Math.max(at < 0 ? at + value.length : at, low), high);
      const from = start === undefined ? (step > 0 ? low : high) : bound(start);
      const to = stop === undefined ? (step > 0 ? high : low) : bound(stop);
      const found: Value[] = [];
      for (let at = from; step > 0 ? at < to : at > to; at += step) found.push(value[at] ?? null);
      return found;
    },
  };
}
