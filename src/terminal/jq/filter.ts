// What a part of a jq program is: from one value it makes any number of others, and knows where each stands.
import type { Value } from '../value.ts';
import type { Path } from './access.ts';
import { Stopped } from './problem.ts';

/** A value, and the path to it while paths are asked for; `null` where it stands nowhere. */
export interface Spot {
  readonly value: Value;
  readonly path?: Path | null;
}

export type Filter = (at: Spot, scope: Scope) => Iterable<Spot>;

/** A filter with the names that it knows. */
export interface Closure {
  readonly params: readonly string[];
  readonly body: Filter;
  readonly scope: Scope;
  /** The name under which a function calls itself; arguments have none. */
  readonly self?: string;
}

/** What a program may ask of its run. */
export interface Run {
  readonly env: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly named: Readonly<Record<string, Value>>;
  readonly positional: readonly Value[];
  /** The next input; `undefined` when there is none. */
  readonly input: () => Value | undefined;
  readonly file: () => string | null;
  /** The file and the lines of it that were read: where messages say that they come from. */
  readonly at: () => string;
  readonly warn: (text: string) => void;
  steps: number;
}

/** The names that are known at a place, the nearest first. */
export interface Scope {
  readonly run: Run;
  readonly names?: Names;
}

interface Names {
  readonly name: string;
  readonly held: { readonly value: Value } | { readonly label: object } | Closure;
  readonly outer?: Names | undefined;
}

export function withName(scope: Scope, name: string, held: Names['held']): Scope {
  return { run: scope.run, names: { name, held, outer: scope.names } };
}

export function found(scope: Scope, name: string): Names['held'] | undefined {
  for (let names = scope.names; names; names = names.outer) if (names.name === name) return names.held;
  return undefined;
}

/** How many steps a program may take. */
const STEPS = 3_000_000;

export function step({ run }: Scope): void {
  run.steps += 1;
  if (run.steps > STEPS) throw new Stopped();
}

/** A value that stands nowhere, but for where no path is asked for. */
export function nowhere(at: Spot, value: Value): Spot {
  return at.path === undefined ? { value } : { value, path: null };
}

/** The values of a filter, for whom paths do not matter. */
export function* valuesOf(filter: Filter, value: Value, scope: Scope): Iterable<Value> {
  for (const one of filter({ value }, scope)) yield one.value;
}
