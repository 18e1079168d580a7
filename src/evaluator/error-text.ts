// AWS's one-line refusal. Source: ug-troubleshoot-access-denied.
import { OUTSIDERS } from './conclude.ts';
import { matchedSteps } from './matched.ts';
import type { PolicyKind } from './policy.ts';
import type { RuleId } from './rules.ts';
import type { Pointer, Step, Verdict } from './trace.ts';

const NAMES: Readonly<Record<PolicyKind, { readonly none: string; readonly deny: string }>> = {
  identity: { none: 'no identity-based policy', deny: 'an identity-based policy' },
  resource: { none: 'no resource-based policy', deny: 'a resource-based policy' },
  trust: { none: 'no role trust policy', deny: 'the role trust policy' },
  boundary: { none: 'no permissions boundary', deny: 'a permissions boundary' },
  session: { none: 'no session policy', deny: 'a session policy' },
  scp: { none: 'no service control policy', deny: 'a service control policy' },
  rcp: { none: 'no resource control policy', deny: 'a resource control policy' },
  vpce: { none: 'no VPC endpoint policy', deny: 'a VPC endpoint policy' },
};

/** AWS adds the ARN of the policy that denies for these kinds alone. */
const SHOWS_ARN: ReadonlySet<PolicyKind> = new Set<PolicyKind>([
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
]);

/** These name no resource. */
const WITHOUT_RESOURCE = /^(?:s3:listallmybuckets|ec2:describe\w*|cloudtrail:lookupevents)$/i;

/**
 * AWS's own line for a refusal, `null` when allowed. For a call of several pairs, the line of the first refused one.
 * Callers of another organization are not told which kind of policy refused them.
 * @param arnOf the ARN of a managed policy or a policy of an organization, where it has one
 */
export function errorText(verdict: Verdict, arnOf?: (at: Pointer) => string | undefined): string | null {
  if (verdict.decision === 'allowed') return null;
  const { trace } = verdict;
  const root = trace.rule === 'every-pair-must-pass' ? trace.steps?.find((step) => !step.holds) : trace;
  if (!root) return null;
  const { principal = '', action = '', resource = '', told } = root.seen ?? {};
  const on = WITHOUT_RESOURCE.test(action) ? '' : ` on resource: ${resource}`;
  const why = told === 'bare' ? '' : ` ${reason(root, action, arnOf)}`;
  return `User: ${principal || 'anonymous'} is not authorized to perform: ${action}${on}${why}`;
}

function reason(
  root: Step,
  action: string,
  arnOf: (at: Pointer) => string | undefined = () => undefined,
): string {
  const step = (rule: RuleId): Step | undefined => root.steps?.find((s) => s.rule === rule);
  const deny = step('explicit-deny-wins');
  const denied = deny?.holds === true ? matchedSteps(deny)[0]?.at : undefined;
  if (!denied) return `because ${NAMES[missingLayer(root, step)].none} allows the ${action} action`;
  const arn = SHOWS_ARN.has(denied.layer) ? arnOf(denied) : undefined;
  return `with an explicit deny in ${NAMES[denied.layer].deny}${arn === undefined ? '' : `: ${arn}`}`;
}

/** Of several missing Allows AWS names one: the guardrails come before the grants, the caller's policies before their ceilings. */
function missingLayer(root: Step, step: (rule: RuleId) => Step | undefined): PolicyKind {
  const fails = (rule: RuleId): boolean => step(rule)?.holds === false;
  const unread = root.steps?.find((s) => s.rule === 'invalid-document-allows-nothing' && s.holds)?.at;
  if (fails('scp-never-grants')) return 'scp';
  if (fails('endpoint-policy-must-allow')) return 'vpce';
  const trust = step('role-trust-must-name-you') !== undefined;
  if (OUTSIDERS.some(fails)) return trust ? 'trust' : 'resource';
  if (fails('role-trust-must-name-you')) return 'trust';
  if (fails('key-policy-must-allow')) return 'resource';
  const byName =
    step('naming-the-role-keeps-ceilings')?.holds ?? step('naming-the-issuer-keeps-ceilings')?.holds;
  if (fails('identity-policies-add-up') && byName !== true) return 'identity';
  if (fails('boundary-is-a-ceiling')) return 'boundary';
  if (fails('session-policy-is-a-ceiling') || fails('federated-user-needs-a-session-policy'))
    return 'session';
  if (fails('both-accounts-must-allow')) return trust ? 'trust' : 'resource';
  return unread?.layer ?? 'identity';
}
