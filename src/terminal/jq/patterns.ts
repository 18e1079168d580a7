// `… as PATTERN`: a value taken apart into variables, and what goes over many values with them.
import type { Value } from '../value.ts';
import { got } from './access.ts';
import { nowhere, step, valuesOf, withName, type Filter, type Scope, type Spot } from './filter.ts';
import { Problem } from './problem.ts';

export type Pattern = { readonly names: readonly string[] } & (
  | { readonly kind: 'name' }
  | { readonly kind: 'list'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'fields';
      readonly members: readonly { readonly key: Filter; readonly name?: string; readonly of?: Pattern }[];
    }
);

/** The scopes in which a value is taken apart; several where a key gives several. */
function* apart(pattern: Pattern, value: Value, scope: Scope): Iterable<Scope> {
  if (pattern.kind === 'name') yield withName(scope, `$${pattern.names[0] ?? ''}`, { value });
  else if (pattern.kind === 'list') yield* items(pattern.items, 0, value, scope);
  else yield* members(pattern.members, 0, value, scope);
}

function* items(all: readonly Pattern[], at: number, value: Value, scope: Scope): Iterable<Scope> {
  const item = all[at];
  if (!item) {
    yield scope;
    return;
  }
  for (const inner of apart(item, got(value, at), scope)) yield* items(all, at + 1, value, inner);
}

type Members = Extract<Pattern, { readonly kind: 'fields' }>['members'];

function* members(all: Members, at: number, value: Value, scope: Scope): Iterable<Scope> {
  const member = all[at];
  if (!member) {
    yield scope;
    return;
  }
  for (const key of valuesOf(member.key, value, scope)) {
    if (typeof key !== 'string') throw new Problem('Cannot index object with anything but a string');
    const held = got(value, key);
    const inner = member.name === undefined ? scope : withName(scope, `$${member.name}`, { value: held });
    for (const one of member.of ? apart(member.of, held, inner) : [inner])
      yield* members(all, at + 1, value, one);
  }
}

/** The body for each value; where it fails with a pattern, the next one is tried. */
export function bound(source: Filter, patterns: readonly Pattern[], body: Filter): Filter {
  const names = patterns.flatMap((pattern) => pattern.names);
  const empty = (scope: Scope): Scope =>
    patterns.length === 1
      ? scope
      : names.reduce((outer, name) => withName(outer, `$${name}`, { value: null }), scope);
  return function* (at, scope) {
    for (const value of valuesOf(source, at.value, scope)) {
      step(scope);
      yield* tried(patterns, 0, at, value, empty(scope), body);
    }
  };
}

function* tried(
  patterns: readonly Pattern[],
  number: number,
  at: Spot,
  value: Value,
  scope: Scope,
  body: Filter,
): Iterable<Spot> {
  const pattern = patterns[number];
  if (!pattern) return;
  try {
    for (const inner of apart(pattern, value, scope)) yield* body(at, inner);
  } catch (problem) {
    if (!(problem instanceof Problem) || number === patterns.length - 1) throw problem;
    yield* tried(patterns, number + 1, at, value, scope, body);
  }
}

/** The last of what each step makes of the state; nothing once a step makes nothing. */
export function reduced(source: Filter, pattern: Pattern, init: Filter, update: Filter): Filter {
  return function* (at, scope) {
    for (const first of init(at, scope)) {
      let state: Spot | undefined = first;
      for (const value of valuesOf(source, at.value, scope))
        for (const inner of apart(pattern, value, scope)) {
          step(scope);
          state = last(update(state ?? nowhere(at, null), inner));
        }
      yield state ?? nowhere(at, null);
    }
  };
}

function last(spots: Iterable<Spot>): Spot | undefined {
  return [...spots].at(-1);
}

/** Every state on the way. */
export function folded(
  source: Filter,
  pattern: Pattern,
  init: Filter,
  update: Filter,
  extract: Filter | undefined,
): Filter {
  return function* (at, scope) {
    for (const first of init(at, scope)) {
      let state = first;
      for (const value of valuesOf(source, at.value, scope))
        for (const inner of apart(pattern, value, scope)) {
          step(scope);
          for (const next of update(state, inner)) {
            state = next;
            if (extract) yield* extract(next, inner);
            else yield next;
          }
        }
    }
  };
}
