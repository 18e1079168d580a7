// A verdict as a path through gates: open ones, the first that is shut, and what lies behind it.
import { RULES, type Pointer, type RuleId, type Step } from '#evaluator';
import type { Part } from '#cloud';
import { gates as words, lab } from '#strings';
import { documentAt, nameOf } from './judge.ts';

export interface Detail {
  readonly text: string;
  readonly at?: Pointer;
}

export interface Gate {
  readonly rule: RuleId;
  readonly state: 'open' | 'shut' | 'past';
  readonly title: string;
  readonly details: readonly Detail[];
  /** Every statement that was read at this gate. */
  readonly reads: readonly Pointer[];
}

/** How a rule stands in the path. */
interface Standing {
  readonly rule: RuleId;
  /** Holding shuts it: the rule says that something denies. */
  readonly denies?: true;
  /** It stands in the path only where it opens it: failing it shuts nothing. */
  readonly onlyOpen?: true;
  /** Where one of these holds, nobody asks. */
  readonly unasked?: readonly RuleId[];
  /** Where one of these was looked at, it says the same. */
  readonly saidBy?: readonly RuleId[];
}

const DIRECT = 'resource-policy-alone-is-enough';

/** The order of the path. A rule that is not here and was looked at comes last, in its own words. */
const PATH: readonly Standing[] = [
  { rule: 'explicit-deny-wins', denies: true },
  { rule: 'invalid-document-allows-nothing', denies: true },
  { rule: 'role-trust-must-name-you', unasked: [DIRECT] },
  { rule: 'key-policy-must-allow' },
  { rule: 'service-needs-the-resource-policy', saidBy: ['role-trust-must-name-you'] },
  { rule: DIRECT, onlyOpen: true },
  { rule: 'naming-the-role-keeps-ceilings', onlyOpen: true },
  { rule: 'naming-the-account-delegates', onlyOpen: true },
  { rule: 'root-needs-no-policy' },
  { rule: 'identity-policies-add-up', unasked: [DIRECT, 'naming-the-role-keeps-ceilings'] },
  { rule: 'boundary-is-a-ceiling', unasked: [DIRECT] },
];

/** What is left when every gate was asked. */
const NO_GATE: RuleId = 'implicit-deny-by-default';

export function gatesOf(part: Part): readonly Gate[] {
  const steps = part.verdict.trace.steps ?? [];
  const known = new Set([...PATH.map(({ rule }) => rule), NO_GATE]);
  const others = steps.filter(({ rule }) => !known.has(rule)).map(({ rule }): Standing => ({ rule }));
  let shut = false;
  return [...PATH, ...others].flatMap((standing): Gate[] => {
    const step = steps.find(({ rule }) => rule === standing.rule);
    if (!step || isSilent(standing, step, steps)) return [];
    const open = step.holds !== (standing.denies === true);
    const state = shut ? 'past' : open ? 'open' : 'shut';
    if (!open) shut = true;
    const title = words[step.rule]?.[open ? 'open' : 'shut'] ?? RULES[step.rule].says;
    const reads = statementsOf(step).flatMap(({ at }) => at ?? []);
    return [{ rule: step.rule, state, title, details: detailsOf(step, open, part), reads }];
  });
}

function isSilent(standing: Standing, step: Step, steps: readonly Step[]): boolean {
  const { onlyOpen, unasked = [], saidBy = [] } = standing;
  return (
    (onlyOpen === true && !step.holds) ||
    steps.some(({ rule, holds }) => (holds && unasked.includes(rule)) || saidBy.includes(rule))
  );
}

/** The gate that decides: the shut one, else the last that is open. */
export function decidingGate(gates: readonly Gate[]): Gate | undefined {
  return gates.find(({ state }) => state === 'shut') ?? gates.at(-1);
}

/** Was a statement read at this gate that the characters of this document touch? */
export function reads(
  gate: Gate,
  part: Part,
  document: string,
  range: { readonly start: number; readonly end: number },
): boolean {
  return gate.reads.some(
    ({ layer, policy, range: { start, end } }) =>
      start <= range.end && range.start <= end && documentAt(part, layer, policy) === document,
  );
}

function detailsOf(step: Step, open: boolean, part: Part): readonly Detail[] {
  if (step.rule === 'invalid-document-allows-nothing') {
    const id = step.at && documentAt(part, step.at.layer, step.at.policy);
    return id === undefined || !step.at ? [] : [{ text: lab.unreadable(nameOf(id)), at: step.at }];
  }
  const statements = statementsOf(step);
  const matched = statements.filter((s) => s.holds).map((s) => named(s, part));
  if (step.rule === 'explicit-deny-wins') {
    if (!open) return matched;
    const read = statements.length === 0 ? [] : [{ text: lab.readStatements(statements.length) }];
    return [...read, ...nearMisses(statements, part)];
  }
  if (matched.length > 0 || open) return matched;
  return [...nearMisses(statements, part), ...silences(step, part)];
}

export function statementsOf(step: Step): readonly Step[] {
  return step.rule === 'statement-matches' ? [step] : (step.steps ?? []).flatMap(statementsOf);
}

function where(statement: Step, part: Part): string {
  const id = statement.at && documentAt(part, statement.at.layer, statement.at.policy);
  const which = lab.statement((statement.at?.statement ?? 0) + 1, statement.seen?.['sid'] ?? '');
  return id === undefined ? which : `${nameOf(id)} · ${which}`;
}

function named(statement: Step, part: Part): Detail {
  return { text: where(statement, part), ...(statement.at ? { at: statement.at } : {}) };
}

/** A statement that speaks of the action and falls silent for another reason. */
function isNearMiss(statement: Step): boolean {
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
function silentPolicies(step: Step): readonly Step[] {
  if (step.rule !== 'policy-allows') return (step.steps ?? []).flatMap(silentPolicies);
  return statementsOf(step).some((s) => s.holds || isNearMiss(s)) ? [] : [step];
}

function silences(step: Step, part: Part): readonly Detail[] {
  const unread = part.verdict.trace.steps?.some((s) => s.rule === 'invalid-document-allows-nothing');
  if ((step.steps ?? []).length === 0 && !unread)
    return [{ text: words[step.rule]?.none ?? lab.nothingRead }];
  return silentPolicies(step).map((policy) => {
    const id = policy.at && documentAt(part, policy.at.layer, policy.at.policy);
    const text = lab.noStatement(id === undefined ? '' : nameOf(id), part.request.action);
    const at = actionsIn(policy)[0] ?? (policy.at && { ...policy.at, range: { start: 0, end: 0 } });
    return { text, ...(at ? { at } : {}) };
  });
}

function actionsIn(policy: Step): readonly Pointer[] {
  return statementsOf(policy).flatMap(
    ({ steps = [] }) => steps.find(({ rule }) => rule === 'action-matches')?.at ?? [],
  );
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'allow' | 'deny' | 'miss';
}

/** The characters of one document that decided: matching Denies, matching Allows, and where it fell silent. */
export function marksOf(parts: readonly Part[], document: string): readonly Mark[] {
  const marks = parts.flatMap((part) => marksOfPart(part, document));
  return marks.filter(
    (mark, i) =>
      marks.findIndex((m) => m.start === mark.start && m.end === mark.end && m.kind === mark.kind) === i,
  );
}

function marksOfPart(part: Part, document: string): readonly Mark[] {
  const { decision, trace } = part.verdict;
  const here = ({ layer, policy }: Pointer): boolean => documentAt(part, layer, policy) === document;
  const marks: Mark[] = [];
  for (const statement of statementsOf(trace)) {
    const { at } = statement;
    if (!at || !here(at)) continue;
    const kind = statement.seen?.['effect'] === 'Deny' ? 'deny' : 'allow';
    const missed = statement.steps?.find((s) => !s.holds)?.at;
    if (statement.holds) marks.push({ ...at.range, kind });
    else if (decision === 'implicitDeny' && kind === 'allow' && isNearMiss(statement) && missed)
      marks.push({ ...missed.range, kind: 'miss' });
  }
  const denied = marks.filter((mark) => mark.kind === 'deny');
  if (decision === 'explicitDeny' && denied.length > 0) return denied;
  const shut = gatesOf(part).find(({ state }) => state === 'shut');
  const step = trace.steps?.find(({ rule }) => rule === shut?.rule);
  const silent = step && step.rule !== 'explicit-deny-wins' ? silentPolicies(step).flatMap(actionsIn) : [];
  return [...marks, ...silent.filter(here).map(({ range }): Mark => ({ ...range, kind: 'miss' }))];
}
