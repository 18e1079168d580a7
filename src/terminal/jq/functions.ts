// Functions: those that a program defines, and how each kind is called.
import {
  found,
  nowhere,
  step,
  valuesOf,
  withName,
  type Closure,
  type Filter,
  type Scope,
  type Spot,
} from './filter.ts';
import type { Value } from '../value.ts';

/** A function with its arguments. */
export type Call = (args: readonly Filter[]) => Filter;

/** `def name(params): body; rest`. */
export function defining(name: string, params: readonly string[], body: Filter, rest: Filter): Filter {
  const self = `${name}/${params.length}`;
  return (at, scope) => rest(at, withName(scope, self, { params, body, scope, self }));
}

/** A call of what the program defines. */
export function calling(name: string, args: readonly Filter[]): Filter {
  const full = `${name}/${args.length}`;
  return (at, scope) => {
    const held = found(scope, full);
    return held && 'body' in held ? called(held, args, at, scope) : [];
  };
}

/** A call of what is defined outside the program. */
export function defined(name: string, params: readonly string[], body: Filter): Call {
  const self = `${name}/${params.length}`;
  return (args) => (at, scope) => called({ params, body, scope: { run: scope.run }, self }, args, at, scope);
}

function* called(closure: Closure, args: readonly Filter[], at: Spot, outer: Scope): Iterable<Spot> {
  step(outer);
  const { self } = closure;
  const own = self === undefined ? closure.scope : withName(closure.scope, self, closure);
  for (const scope of given(closure.params, args, 0, at.value, own, outer)) yield* closure.body(at, scope);
}

/** The scopes with all arguments; several where the value of one is asked for and there are several. */
function* given(
  params: readonly string[],
  args: readonly Filter[],
  number: number,
  value: Value,
  scope: Scope,
  outer: Scope,
): Iterable<Scope> {
  const param = params[number];
  const arg = args[number];
  if (param === undefined || !arg) {
    yield scope;
    return;
  }
  if (!param.startsWith('$')) {
    const inner = withName(scope, `${param}/0`, { params: [], body: arg, scope: outer });
    yield* given(params, args, number + 1, value, inner, outer);
    return;
  }
  for (const one of valuesOf(arg, value, outer)) {
    const held = withName(scope, param, { value: one });
    const inner = withName(held, `${param.slice(1)}/0`, {
      params: [],
      body: (at) => [nowhere(at, one)],
      scope: outer,
    });
    yield* given(params, args, number + 1, value, inner, outer);
  }
}
