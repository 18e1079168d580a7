// A judged condition as a step: what was compared, which value settled it, which rule.
import type { Asked } from './asked.ts';
import type { AskedValue } from './asked-value.ts';
import type { Judgement } from './condition.ts';
import type { Condition } from './policy.ts';
import type { RuleId } from './rules.ts';
import { pointerTo, stepAt, type Pointer, type Spot, type Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

/** These say why a condition fails; all others hold exactly when the condition does. */
const isFailure = (rule: RuleId): boolean =>
  rule === 'missing-key-fails' || rule === 'several-values-need-a-set-operator';

/** Decided by this project, since AWS does not say. */
const isUndocumented = (rule: RuleId): boolean => rule === 'if-exists-wins-over-for-any-value';

/** @param statement the number of the statement, from 0 */
export function conditionStep(
  condition: Condition,
  judgement: Judgement,
  asked: Asked,
  spot: Spot,
  statement: number,
): Step {
  const { test, operatorText, key, keyLower, shown: wanted } = condition;
  const found = asked.keys.get(keyLower);
  const here = pointerTo(spot, statement, (judgement.hit ?? condition).range);
  const steps = [whyStep(judgement, here)];
  if (judgement.unreadable) {
    steps.push({ ...stepAt('unreadable-value-fits-nothing', true, here), undocumented: true });
  }
  if (test.kind === 'value' && test.wanted.templates && found) {
    for (const [i, template] of test.wanted.templates.entries()) {
      const value = test.values[i];
      if (template && value)
        steps.push(...variableSteps(template, asked, pointerTo(spot, statement, value.range)));
    }
  }
  const seen = found
    ? { operator: operatorText.value, key: key.value, wanted, found: textOf(found) }
    : { operator: operatorText.value, key: key.value, wanted };
  return stepAt('condition-holds', judgement.holds, here, seen, steps);
}

function whyStep({ rule, holds, asked: value }: Judgement, at: Pointer): Step {
  if (isUndocumented(rule)) return { ...stepAt(rule, holds, at), undocumented: true };
  return stepAt(rule, holds || isFailure(rule), at, value === undefined ? undefined : { value });
}

function textOf(values: readonly AskedValue[]): string {
  const [only] = values;
  return only && values.length === 1 ? only.text : values.map(({ text }) => text).join(', ');
}
