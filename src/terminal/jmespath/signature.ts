// What a function of a query takes, and what is said when it is given something else. Source: jmespath.
import { pythonLiteral, pythonText, pythonTypeOf } from '../python-text.ts';
import { isList, type Value } from '../value.ts';
import { Problem } from './problem.ts';

/** A value, or a part of the query that was written with `&`. */
export type Argument = Value | ((value: Value) => Value);
export type Reference = Extract<Argument, (value: Value) => Value>;

/** A function. */
export interface Known {
  /** For each argument the types that it may have; none means any. */
  readonly takes: readonly (readonly string[])[];
  /** Whether the last argument may stand several times. */
  readonly more?: true;
  readonly run: (given: readonly Argument[]) => Value;
}

/** @throws Problem when the function does not take these */
export function check(name: string, { takes, more }: Known, given: readonly Argument[]): void {
  if (more ? given.length < takes.length : given.length !== takes.length) {
    const expected = `${more ? 'at least ' : ''}${takes.length} ${takes.length === 1 ? 'argument' : 'arguments'}`;
    throw new Problem(`Expected ${expected} for function ${name}(), received ${given.length}`);
  }
  for (const [at, types] of takes.entries()) checkType(name, types, given[at] ?? null);
}

function checkType(name: string, types: readonly string[], given: Argument): void {
  if (types.length === 0) return;
  const type = typeOf(given);
  if (!types.some((allowed) => allowed.split('-')[0] === type)) throw wrongType(name, given, types, type);
  const within = types.flatMap((allowed) => allowed.split('-').slice(1));
  if (within.length === 0 || !Array.isArray(given)) return;
  const list: readonly Value[] = given;
  const [first = null] = list;
  const wanted = within.length === 1 ? within[0] : within.find((allowed) => allowed === typeOf(first));
  const odd = list.find((item) => typeOf(item) !== wanted);
  if (odd !== undefined) throw wrongType(name, odd, types, pythonTypeOf(odd));
}

export function wrongType(
  name: string,
  given: Argument,
  types: readonly string[],
  received: string,
): Problem {
  const shown = typeof given === 'function' ? 'an expression' : pythonText(given);
  const expected = `expected one of: ${pythonLiteral(types)}, received: "${received}"`;
  return new Problem(`In function ${name}(), invalid type for value: ${shown}, ${expected}`);
}

/** In the language's own words. */
export function typeOf(given: Argument): string {
  if (typeof given === 'function') return 'expref';
  if (given === null) return 'null';
  if (isList(given)) return 'array';
  return typeof given;
}

/** What an element is compared by. */
export function keyOf(name: string, types: readonly string[], part: Reference, item: Value): Value {
  const key = part(item);
  if (!types.includes(typeOf(key))) throw wrongType(name, key, types, typeOf(key));
  return key;
}
