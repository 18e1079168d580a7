// The door of the query language: a text becomes a query, a query answers a value. Mistakes are data on this side.
import type { Value } from '../value.ts';
import { parse } from './parse.ts';
import { Problem } from './problem.ts';

/** What is wrong, in the words of the library that the command line reads queries with. */
export interface Wrong {
  readonly wrong: string;
}

/** Answers a value, or says what in it the query cannot take. */
export type Query = (value: Value) => { readonly value: Value } | Wrong;

/** A JMESPath expression as the real command line reads it: text in backticks, dates that compare. Source: jmespath. */
export function parseQuery(expression: string): { readonly query: Query } | Wrong {
  return guarded(() => {
    const { run } = parse(expression);
    const query: Query = (value) => guarded(() => ({ value: run(value) }));
    return { query };
  });
}

function guarded<T>(attempt: () => T): T | Wrong {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Problem) return { wrong: error.message };
    // Brackets within brackets, thousands deep.
    if (error instanceof RangeError) return { wrong: 'maximum recursion depth exceeded' };
    throw error;
  }
}
