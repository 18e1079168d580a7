// The statements of a trace that matched and count.
import type { RuleId } from './rules.ts';
import type { Pointer, Step, Verdict } from './trace.ts';

/** What stands below one of these has no force. */
const SET_ASIDE: ReadonlySet<RuleId> = new Set<RuleId>([
  'service-linked-role-is-not-bound',
  'management-account-is-not-bound',
  'scp-binds-only-principals-of-the-account',
  'bucket-owner-root-keeps-its-policy',
]);

/** Does what stands below this rule have no force? */
export function isSetAside(rule: RuleId): boolean {
  return SET_ASIDE.has(rule);
}

/** Statements of the trace that matched, in reading order, each once. */
export function matchedSteps(trace: Step): readonly Step[] {
  const found = new Map<string, Step>();
  const walk = (step: Step): void => {
    if (step.rule === 'statement-matches') {
      if (step.holds && step.at) found.set(keyOf(step.at), step);
    } else if (!isSetAside(step.rule) && !isSilentPolicy(step)) step.steps?.forEach(walk);
  };
  walk(trace);
  return [...found.values()];
}

/** The statements that determine the result: the Denies of an explicit deny, the Allows of what is allowed, else none. */
export function decidingSteps({ decision, trace }: Verdict): readonly Step[] {
  if (decision === 'implicitDeny') return [];
  const effect = decision === 'allowed' ? 'Allow' : 'Deny';
  return matchedSteps(trace).filter(({ seen }) => seen?.['effect'] === effect);
}

/** No statement of such a policy matched, so that its details need not be worked out. */
function isSilentPolicy({ rule, holds }: Step): boolean {
  return (rule === 'policy-denies' || rule === 'policy-allows') && !holds;
}

function keyOf({ layer, level, policy, statement }: Pointer): string {
  return `${layer} ${level ?? ''} ${policy} ${statement ?? ''}`;
}
