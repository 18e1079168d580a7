// What the variables of a document came to in one request: read off the derivation, nothing is filled in here.
import type { RuleId, Step } from '#evaluator';
import { documentIdAt, type DocumentId, type Part } from '#cloud';

export interface Filled {
  /** As it is written, such as `${aws:username}`. */
  readonly variable: string;
  /** Absent where it has neither value nor default. */
  readonly value?: string;
  readonly rule: RuleId;
  /** Its value has a wildcard, which means itself. */
  readonly literal: boolean;
}

/** A text of the document, and what it became. */
export interface Expansion {
  readonly written: string;
  /** Absent where a variable has no value: such a text fits nothing. */
  readonly became?: string;
  readonly filled: readonly Filled[];
}

const VARIABLE = /\$\{[^}]*\}/g;
const LITERAL: RuleId = 'wildcard-in-a-value-is-a-character';
const RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'variable-has-its-value',
  'variable-takes-its-default',
  'variable-without-value-fits-nothing',
  'variable-for-a-character-is-that-character',
  LITERAL,
]);

/** @returns each text with variables that was read for this request, in the order of the document */
export function expansionsOf({ names, verdict }: Part, id: DocumentId, text: string): readonly Expansion[] {
  const steps = variableSteps(verdict.trace).filter(({ at }) => at && documentIdAt(names, at) === id);
  const byPlace = Map.groupBy(steps, ({ at }) => at?.range.start ?? 0);
  return [...byPlace]
    .toSorted(([a], [b]) => a - b)
    .map(([start, found]) =>
      expansionOf(text.slice(start + 1, (found[0]?.at?.range.end ?? start) - 1), found),
    );
}

function variableSteps(step: Step): readonly Step[] {
  const below = (step.steps ?? []).flatMap(variableSteps);
  return RULES.has(step.rule) ? [step, ...below] : below;
}

function expansionOf(written: string, steps: readonly Step[]): Expansion {
  const variables = written.match(VARIABLE) ?? [];
  const values = steps.filter(({ rule }) => rule !== LITERAL).slice(0, variables.length);
  const filled = values.map((step, i): Filled => {
    const value = step.seen?.['value'];
    const literal = steps.some(({ rule, seen }) => rule === LITERAL && seen?.['value'] === value);
    const variable = variables[i] ?? '';
    return { variable, rule: step.rule, literal, ...(value === undefined ? {} : { value }) };
  });
  if (filled.some(({ value }) => value === undefined)) return { written, filled };
  let next = 0;
  const became = written.replace(VARIABLE, () => filled[next++]?.value ?? '');
  return { written, became, filled };
}

/** `key = value` lines; a line without either half is none. */
export function contextIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split('\n').map((line) => {
    const [key = '', ...rest] = line.split('=');
    return [key.trim(), rest.join('=').trim()] as const;
  });
  return Object.fromEntries(pairs.filter(([key, value]) => key !== '' && value !== ''));
}
