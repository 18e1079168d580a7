// What a gate says below its title: which statements opened it, and why the others were silent.
import { isSetAside, matchedSteps, RULES, type Pointer, type Step } from '#evaluator';
import type { Part } from '#cloud';
import { gates as words, lab } from '#strings';
import { documentName } from './names.ts';

export interface Detail {
  readonly text: string;
  readonly at?: Pointer;
}

/** What a gate says below its title. @param open does it let through? */
export function detailsOf(step: Step, open: boolean, part: Part): readonly Detail[] {
  if (step.rule === 'invalid-document-allows-nothing') {
    const name = step.at && documentName(part, step.at);
    return name === undefined || !step.at ? [] : [{ text: lab.unreadable(name), at: step.at }];
  }
  const statements = statementsOf(step);
  const matched = statements.filter((s) => s.holds).map((s) => named(s, part));
  if (step.rule === 'explicit-deny-wins') {
    if (!open) return matched;
    const read = statements.length === 0 ? [] : [{ text: lab.readStatements(statements.length) }];
    return [...read, ...spared(step, part), ...nearMisses(statements, part)];
  }
  if (step.rule === 'scp-never-grants' && !open) return silentLevels(step, part);
  if (matched.length > 0 || open) return matched;
  return [...nearMisses(statements, part), ...silences(step, part)];
}

/** Every statement that was read below a step, without those that do not bind the caller. */
export function statementsOf(step: Step): readonly Step[] {
  if (step.rule === 'statement-matches') return [step];
  return isSetAside(step.rule) ? [] : (step.steps ?? []).flatMap(statementsOf);
}

/** The step that says why a kind of policy does not bind here. */
export function exemptionOf({ steps = [] }: Step): Step | undefined {
  return steps.length === 1 ? steps.find(({ rule }) => isSetAside(rule)) : undefined;
}

/** Denies that would match and do not bind. */
function spared(step: Step, part: Part): readonly Detail[] {
  const aside = (step.steps ?? []).filter(({ rule }) => isSetAside(rule));
  return aside
    .flatMap(({ steps = [] }) => steps.flatMap(matchedSteps))
    .map((statement) => {
      const { text, ...at } = named(statement, part);
      return { text: lab.spared(text), ...at };
    });
}

/** The levels that say nothing, each by its name. */
function silentLevels({ steps = [] }: Step, part: Part): readonly Detail[] {
  return steps
    .filter(({ holds }) => !holds)
    .flatMap((level) => {
      const statements = statementsOf(level);
      const found = [...nearMisses(statements, part), ...silences(level, part)];
      const name = part.names.scp?.[Number(level.seen?.['level'] ?? 0)]?.name ?? '';
      return (level.steps ?? []).length === 0 ? [{ text: lab.emptyLevel(name) }] : found;
    });
}

function where(statement: Step, part: Part): string {
  const name = statement.at && documentName(part, statement.at);
  const which = lab.statement((statement.at?.statement ?? 0) + 1, statement.seen?.['sid'] ?? '');
  return name === undefined ? which : `${name} · ${which}`;
}

function named(statement: Step, part: Part): Detail {
  return { text: where(statement, part), ...(statement.at ? { at: statement.at } : {}) };
}

/** A statement that speaks of the action and falls silent for another reason. */
export function isNearMiss(statement: Step): boolean {
  return !statement.holds && statement.steps?.some((s) => s.rule === 'action-matches' && s.holds) === true;
}

/** The most useful thing to know. */
function nearMisses(statements: readonly Step[], part: Part): readonly Detail[] {
  return statements.filter(isNearMiss).map((statement) => {
    const at = statement.steps?.find((s) => !s.holds)?.at;
    return { text: `${where(statement, part)}: ${whyMissed(statement)}`, ...(at ? { at } : {}) };
  });
}

type Side = keyof typeof lab.sides;
const isSide = (rule: string): rule is Side => Object.hasOwn(lab.sides, rule);

function whyMissed({ steps = [] }: Step): string {
  const sides = (holds: boolean): readonly string[] =>
    steps.flatMap(({ rule, holds: held }) => (held === holds && isSide(rule) ? lab.sides[rule] : []));
  if (sides(false).length > 0) return lab.butNot(sides(true), sides(false));
  const conditions = steps.filter(({ rule, holds }) => !holds && !isSide(rule));
  return lab.silent(
    conditions.map(({ rule, seen }) =>
      seen?.['key'] === undefined ? RULES[rule].says : lab.condition(seen['key'], seen['found']),
    ),
  );
}

/** The documents read at a shut gate that do not so much as speak of the action. */
export function silentPolicies(step: Step): readonly Step[] {
  if (step.rule !== 'policy-allows') return (step.steps ?? []).flatMap(silentPolicies);
  return statementsOf(step).some((s) => s.holds || isNearMiss(s)) ? [] : [step];
}

function silences(step: Step, part: Part): readonly Detail[] {
  const unread = part.verdict.trace.steps?.some((s) => s.rule === 'invalid-document-allows-nothing');
  if ((step.steps ?? []).length === 0 && !unread)
    return [{ text: words[step.rule]?.none ?? lab.nothingRead }];
  return silentPolicies(step).map((policy) => {
    const name = policy.at && documentName(part, policy.at);
    const text = lab.noStatement(name ?? '', part.request.action);
    const at = actionsIn(policy)[0] ?? (policy.at && { ...policy.at, range: { start: 0, end: 0 } });
    return { text, ...(at ? { at } : {}) };
  });
}

export function actionsIn(policy: Step): readonly Pointer[] {
  return statementsOf(policy).flatMap(
    ({ steps = [] }) => steps.find(({ rule }) => rule === 'action-matches')?.at ?? [],
  );
}
