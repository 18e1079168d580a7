// A jq program that is ready to run.
import type { Value } from '../value.ts';
import { valuesOf, type Filter, type Run } from './filter.ts';
import type { Call } from './functions.ts';
import { NATIVES } from './natives.ts';
import { parseDefinitions, parseProgram, type Known } from './parse.ts';
import { PRELUDE } from './prelude.ts';

export type Program = (value: Value, run: Run) => Iterable<Value>;

/** @throws Unreadable where the text is no program */
export function programOf(text: string, variables: readonly string[]): Program {
  const filter: Filter = parseProgram(text, known, variables);
  return (value, run) => valuesOf(filter, value, { run });
}

const known: Known = (name, arity) => {
  const full = `${name}/${arity}`;
  return NATIVES.get(full) ?? said().get(full);
};

let definitions: ReadonlyMap<string, Call> | undefined;

/** What is said in jq is read once; its functions may call each other in any order. */
function said(): ReadonlyMap<string, Call> {
  definitions ??= parseDefinitions(PRELUDE, (name, arity) => {
    const full = `${name}/${arity}`;
    const native = NATIVES.get(full);
    if (native) return native;
    return (args) => (at, scope) => definitions?.get(full)?.(args)(at, scope) ?? [];
  });
  return definitions;
}
