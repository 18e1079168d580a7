// A judged condition as a step: what was compared, which value settled it, which rule.
import type { Asked } from './asked.ts';
import { judge } from './condition.ts';
import type { Range } from './json.ts';
import type { Condition } from './policy.ts';
import type { RuleId } from './rules.ts';
import type { Pointer, Step } from './trace.ts';
import { variableSteps } from './variable-steps.ts';

/** These say why a condition fails; all others hold exactly when the condition does. */
const FAILING: ReadonlySet<RuleId> = new Set<RuleId>([
  'missing-key-fails',
  'several-values-need-a-set-operator',
]);

/** Decided by this project, since AWS does not say. */
const UNDOCUMENTED: ReadonlySet<RuleId> = new Set<RuleId>(['if-exists-wins-over-for-any-value']);

export function conditionStep(condition: Condition, asked: Asked, at: (range: Range) => Pointer): Step {
  const { holds, rule, hit, asked: value, unreadable } = judge(condition, asked);
  const found = asked.keys.get(condition.keyLower);
  const here = at(hit?.range ?? condition.range);
  const why: Step = {
    rule,
    holds: FAILING.has(rule) || holds,
    at: here,
    ...(value === undefined ? {} : { seen: { value } }),
    ...(UNDOCUMENTED.has(rule) ? { undocumented: true } : {}),
  };
  const { test } = condition;
  const steps = [why];
  if (unreadable) {
    steps.push({ rule: 'unreadable-value-fits-nothing', holds: true, at: here, undocumented: true });
  }
  if (test.kind === 'value' && found) {
    for (const one of test.values) {
      if ('template' in one) steps.push(...variableSteps(one.template, asked, at(one.range)));
    }
  }
  const seen = { operator: condition.operatorText.value, key: condition.key.value, wanted: condition.shown };
  return {
    rule: 'condition-holds',
    holds,
    at: here,
    seen: found ? { ...seen, found: found.join(', ') } : seen,
    steps,
  };
}
