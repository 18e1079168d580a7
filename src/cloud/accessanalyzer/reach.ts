// What a statement reaches, as sets of requests: patterns of actions and resources, principals, conditions. Where two sets
// cannot be compared exactly, the answer is the one that finds access rather than overlooks it.
import type { Policy, Statement } from '#evaluator';
import { covers, meet } from './globs.ts';

type Patterns = NonNullable<Statement['resource']>;

/** Requests by the patterns of their actions and resources. */
export interface Requests {
  readonly action: string;
  readonly resource: string;
}

export interface Reach {
  readonly action: readonly string[];
  readonly resource: readonly string[];
}

const lower = (text: string): string => text.toLowerCase();
const valuesOf = (patterns: Patterns, spell: (text: string) => string): readonly string[] =>
  patterns.patterns.map(({ value }) => spell(value));

const same = (text: string): string => text;

/** The patterns of a statement; of one that says what is not meant, everything. */
export function reachOf({ action, resource }: Statement): Reach {
  return {
    action: action.not ? ['*'] : valuesOf(action, lower),
    resource: !resource || resource.not ? ['*'] : valuesOf(resource, same),
  };
}

/** Is any of the requests in the statement, as far as actions and resources go? */
export function touches({ action, resource }: Statement, asked: Requests): boolean {
  return touched(action, lower(asked.action), lower) && touched(resource, asked.resource, same);
}

function touched(patterns: Patterns | undefined, asked: string, spell: (text: string) => string): boolean {
  if (!patterns) return true;
  const values = valuesOf(patterns, spell);
  return patterns.not
    ? !values.some((value) => covers(value, asked))
    : values.some((value) => meet(value, asked));
}

/** Are all of the requests in the statement, as far as actions and resources go? */
export function holds({ action, resource }: Statement, asked: Requests): boolean {
  return held(action, lower(asked.action), lower) && held(resource, asked.resource, same);
}

function held(patterns: Patterns | undefined, asked: string, spell: (text: string) => string): boolean {
  if (!patterns) return true;
  const values = valuesOf(patterns, spell);
  return patterns.not
    ? !values.some((value) => meet(value, asked))
    : values.some((value) => covers(value, asked));
}

/** Does a statement speak of everybody whom its policy can speak of? */
export function isForEverybody({ principal }: Statement): boolean {
  return !principal || (!principal.not && principal.named.some(({ kind }) => kind === 'everybody'));
}

/** Statements that deny everybody whatever the conditions are. */
export function flatDenies({ statements }: Policy): readonly Statement[] {
  return statements.filter(
    (one) => one.effect === 'Deny' && one.conditions.length === 0 && isForEverybody(one),
  );
}

/** The requests of a statement, pattern by pattern, that no flat Deny takes away whole. */
export function left(policy: Policy, statement: Statement, asked: Requests): readonly Requests[] {
  const denies = flatDenies(policy);
  const { action, resource } = reachOf(statement);
  return action
    .filter((one) => meet(one, lower(asked.action)))
    .flatMap((one) =>
      resource
        .filter((other) => meet(other, asked.resource))
        .map((other) => ({
          action: narrower(one, lower(asked.action)),
          resource: narrower(other, asked.resource),
        })),
    )
    .filter((requests) => !denies.some((deny) => holds(deny, requests)));
}

/** Of two patterns that meet, the one inside the other; where neither is, the first. */
function narrower(one: string, other: string): string {
  return covers(one, other) ? other : one;
}
