// A verdict as a path through gates: open ones, the first that is shut, and what lies behind it.
import type { Pointer, RuleId, Step, Verdict } from '#evaluator';
import type { Part } from '#cloud';
import { gates as words, lab } from '#strings';
import { documentAt, nameOf } from './judge.ts';

export interface Gate {
  readonly rule: RuleId;
  readonly state: 'open' | 'shut' | 'past';
  readonly title: string;
  readonly details: readonly { readonly text: string; readonly at?: Pointer }[];
}

const PATH: readonly RuleId[] = [
  'explicit-deny-wins',
  'invalid-document-allows-nothing',
  'role-trust-must-name-you',
  'key-policy-must-allow',
  'service-needs-the-resource-policy',
  'resource-policy-alone-is-enough',
  'naming-the-role-keeps-ceilings',
  'root-needs-no-policy',
  'identity-policies-add-up',
  'boundary-is-a-ceiling',
];

/** These stand in the path only where they open it: failing them shuts nothing. */
const ONLY_WHEN_OPEN: readonly RuleId[] = [
  'resource-policy-alone-is-enough',
  'naming-the-role-keeps-ceilings',
];

export function gatesOf(part: Part, verdict: Verdict): readonly Gate[] {
  const step = (rule: RuleId): Step | undefined => verdict.trace.steps?.find((s) => s.rule === rule);
  const opens = (rule: RuleId): boolean => step(rule)?.holds === true;
  const direct = opens('resource-policy-alone-is-enough');
  const skip = (rule: RuleId): boolean => {
    if (direct)
      return ['role-trust-must-name-you', 'identity-policies-add-up', 'boundary-is-a-ceiling'].includes(rule);
    if (rule === 'identity-policies-add-up') return opens('naming-the-role-keeps-ceilings');
    return rule === 'service-needs-the-resource-policy' && step('role-trust-must-name-you') !== undefined;
  };
  let shut = false;
  return PATH.flatMap((rule): Gate[] => {
    const found = step(rule);
    if (!found || skip(rule) || (ONLY_WHEN_OPEN.includes(rule) && !found.holds)) return [];
    const denies = rule === 'explicit-deny-wins' || rule === 'invalid-document-allows-nothing';
    const open = denies ? !found.holds : found.holds;
    const state = shut ? 'past' : open ? 'open' : 'shut';
    if (!open) shut = true;
    const title = words[rule]?.[open ? 'open' : 'shut'] ?? rule;
    return [{ rule, state, title, details: detailsOf(found, open, part) }];
  });
}

function detailsOf(step: Step, open: boolean, part: Part): Gate['details'] {
  if (step.rule === 'invalid-document-allows-nothing') {
    const id = step.at && documentAt(part, step.at.layer, step.at.policy);
    return id === undefined || !step.at ? [] : [{ text: lab.unreadable(nameOf(id)), at: step.at }];
  }
  const statements = statementsOf(step);
  if (step.rule === 'explicit-deny-wins') {
    if (open)
      return statements.length === 0
        ? []
        : [{ text: lab.readStatements(statements.length) }, ...nearMisses(statements, part)];
    return statements.filter((s) => s.holds).map((s) => named(s, part));
  }
  const matched = statements.filter((s) => s.holds);
  return matched.length > 0 ? matched.map((s) => named(s, part)) : nearMisses(statements, part);
}

export function statementsOf(step: Step): readonly Step[] {
  return step.rule === 'statement-matches' ? [step] : (step.steps ?? []).flatMap(statementsOf);
}

function where(statement: Step, part: Part): readonly [string, string] {
  const id = statement.at && documentAt(part, statement.at.layer, statement.at.policy);
  return [
    id === undefined ? '' : nameOf(id),
    lab.statement((statement.at?.statement ?? 0) + 1, statement.seen?.['sid'] ?? ''),
  ];
}

function named(statement: Step, part: Part): { text: string; at?: Pointer } {
  const [document, which] = where(statement, part);
  return { text: `${document} · ${which}`, ...(statement.at ? { at: statement.at } : {}) };
}

/** Statements that speak of the action and fall silent for another reason: the most useful thing to know. */
function nearMisses(statements: readonly Step[], part: Part): Gate['details'] {
  return statements.flatMap((statement) => {
    const action = statement.steps?.find((s) => s.rule === 'action-matches');
    const missed = statement.steps?.find((s) => !s.holds);
    if (!action?.holds || !missed || statement.holds) return [];
    const [document, which] = where(statement, part);
    return [
      { text: lab.nearMiss(document, which, whatMissed(missed)), ...(missed.at ? { at: missed.at } : {}) },
    ];
  });
}

function whatMissed(step: Step): string {
  const { rule, seen } = step;
  if (rule === 'condition-holds') return lab.condition(seen?.['key'] ?? '', seen?.['found']);
  return rule === 'principal-matches' || rule === 'resource-matches' || rule === 'action-matches'
    ? lab.missed[rule]
    : rule;
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'allow' | 'deny' | 'miss';
}

/** The characters of one document that decided: matching Denies, matching Allows, and where a near miss fell silent. */
export function marksOf(part: Part, verdict: Verdict, document: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const statement of statementsOf(verdict.trace)) {
    const { at } = statement;
    if (!at || documentAt(part, at.layer, at.policy) !== document) continue;
    const kind = statement.seen?.['effect'] === 'Deny' ? 'deny' : 'allow';
    if (statement.holds) marks.push({ ...at.range, kind });
    else if (verdict.decision === 'implicitDeny' && kind === 'allow') {
      const action = statement.steps?.find((s) => s.rule === 'action-matches');
      const missed = statement.steps?.find((s) => !s.holds);
      if (action?.holds && missed?.at) marks.push({ ...missed.at.range, kind: 'miss' });
    }
  }
  const denied = marks.filter((mark) => mark.kind === 'deny');
  return dedupe(verdict.decision === 'explicitDeny' && denied.length > 0 ? denied : marks);
}

function dedupe(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(
    (mark, i) =>
      marks.findIndex((m) => m.start === mark.start && m.end === mark.end && m.kind === mark.kind) === i,
  );
}
