// A judged condition as a step: what was compared, which value settled it, which rule.
import type { Asked } from './asked.ts';
import type { AskedValue } from './asked-value.ts';
import type { Judgement } from './condition.ts';
import type { Condition } from './policy.ts';
import type { RuleId } from './rules.ts';
import type { StandingCondition } from './standing.ts';
import { stepAt, type Pointer, type Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

/** These say why a condition fails; all others hold exactly when the condition does. */
const isFailure = (rule: RuleId): boolean =>
  rule === 'missing-key-fails' || rule === 'several-values-need-a-set-operator';

/** Decided by this project, since AWS does not say. */
const isUndocumented = (rule: RuleId): boolean => rule === 'if-exists-wins-over-for-any-value';

export function conditionStep(
  condition: Condition,
  judgement: Judgement,
  asked: Asked,
  place: StandingCondition,
): Step {
  const { test, operatorText, key, keyLower, shown: wanted } = condition;
  const found = asked.keys.get(keyLower);
  const { at, steps } = place.outcome(judgement);
  const seen = found
    ? { operator: operatorText.value, key: key.value, wanted, found: textOf(found) }
    : { operator: operatorText.value, key: key.value, wanted };
  const templates = found && test.kind === 'value' ? test.wanted.templates : undefined;
  if (!templates) return stepAt('condition-holds', judgement.holds, at, seen, steps);
  const variables = templates.flatMap((template, i) =>
    template ? variableSteps(template, asked, place.at(i)) : [],
  );
  return stepAt('condition-holds', judgement.holds, at, seen, [...steps, ...variables]);
}

/** Which rule settled the condition, and what could not be read. */
export function reasons(judgement: Judgement, at: Pointer): readonly Step[] {
  const why = whyStep(judgement, at);
  if (!judgement.unreadable) return [why];
  return [why, { ...stepAt('unreadable-value-fits-nothing', true, at), undocumented: true }];
}

function whyStep({ rule, holds, asked: value }: Judgement, at: Pointer): Step {
  if (isUndocumented(rule)) return { ...stepAt(rule, holds, at), undocumented: true };
  return stepAt(rule, holds || isFailure(rule), at, value === undefined ? undefined : { value });
}

function textOf(values: readonly AskedValue[]): string {
  const [only] = values;
  return only && values.length === 1 ? only.text : values.map(({ text }) => text).join(', ');
}
