// The decision is read off the trace and off nothing else.
import type { RuleId } from './rules.ts';
import type { Decision, Step } from './trace.ts';

/** What the trace decides. Explanation and answer cannot disagree, for there is one of them. */
export function conclude(trace: Step): Decision {
  if (trace.rule === 'every-pair-must-pass') {
    const decisions = (trace.steps ?? []).map(conclude);
    if (decisions.includes('explicitDeny')) return 'explicitDeny';
    return decisions.every((decision) => decision === 'allowed') ? 'allowed' : 'implicitDeny';
  }
  const step = (rule: RuleId): Step | undefined => trace.steps?.find((s) => s.rule === rule);
  const holds = (rule: RuleId): boolean => step(rule)?.holds === true;
  if (holds('explicit-deny-wins')) return 'explicitDeny';
  if (trace.steps?.some((s) => s.rule === 'invalid-document-allows-nothing' && s.holds))
    return 'implicitDeny';
  const granted = holds('identity-policies-add-up') || holds('root-needs-no-policy');
  const below = step('boundary-is-a-ceiling')?.holds ?? true;
  const mustBeNamed = step('role-trust-must-name-you') ?? step('key-policy-must-allow');
  const allowed =
    holds('service-needs-the-resource-policy') ||
    holds('resource-policy-alone-is-enough') ||
    (holds('naming-the-role-keeps-ceilings') && below) ||
    (granted && below && (mustBeNamed?.holds ?? true));
  return allowed ? 'allowed' : 'implicitDeny';
}
