// How functions in TypeScript are called: with the values of their arguments, in every combination.
import { isList, type Value } from '../value.ts';
import { nowhere, valuesOf, type Filter, type Scope } from './filter.ts';
import type { Call } from './functions.ts';
import { named } from './order.ts';
import { Problem } from './problem.ts';

/** Of the input and the values of the arguments. */
export type Plain = (value: Value, args: readonly Value[], scope: Scope) => Value;

/** Once for each combination of the arguments' values. */
export function plain(does: Plain): Call {
  return (args) =>
    function* (at, scope) {
      for (const values of combined(args, at.value, scope)) yield nowhere(at, does(at.value, values, scope));
    };
}

export function* combined(args: readonly Filter[], value: Value, scope: Scope): Iterable<readonly Value[]> {
  const last = args.at(-1);
  if (!last) {
    yield [];
    return;
  }
  for (const one of valuesOf(last, value, scope))
    for (const before of combined(args.slice(0, -1), value, scope)) yield [...before, one];
}

export function textIn(value: Value, what: string): string {
  if (typeof value !== 'string') throw new Problem(`${named(value)} ${what}`);
  return value;
}

export function listIn(value: Value, what: string): readonly Value[] {
  if (!isList(value)) throw new Problem(`${named(value)} ${what}`);
  return value;
}
