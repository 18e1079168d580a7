// The decision is read off the trace and off nothing else.
import type { RuleId } from './rules.ts';
import type { Decision, Step } from './trace.ts';

/** Each of these settles the request at once where it holds. */
const ALWAYS: readonly RuleId[] = [
  'caller-identity-needs-no-permission',
  'session-token-needs-no-permission',
];

/** Each of these has to hold where it stands in the trace. */
const GUARDRAILS: readonly RuleId[] = ['rcp-never-grants', 'scp-never-grants', 'endpoint-policy-must-allow'];

/** For these callers nothing else counts. */
export const OUTSIDERS: readonly RuleId[] = [
  'service-needs-the-resource-policy',
  'anonymous-needs-the-resource-policy',
  'provider-needs-the-trust-policy',
];

const OWN: readonly RuleId[] = ['identity-policies-add-up', 'root-needs-no-policy'];
const BY_NAME: readonly RuleId[] = ['naming-the-role-keeps-ceilings', 'naming-the-issuer-keeps-ceilings'];
const CEILINGS: readonly RuleId[] = [
  'boundary-is-a-ceiling',
  'session-policy-is-a-ceiling',
  'federated-user-needs-a-session-policy',
];
const MUST_BE_NAMED: readonly RuleId[] = ['role-trust-must-name-you', 'key-policy-must-allow'];

/** What the trace decides. Explanation and answer cannot disagree, for there is one of them. */
export function conclude(trace: Pick<Step, 'rule' | 'steps'>): Decision {
  if (trace.rule === 'every-pair-must-pass') return concludeAll(trace.steps ?? []);
  const steps = trace.steps ?? [];
  const step = (rule: RuleId): Step | undefined => steps.find((s) => s.rule === rule);
  const holds = (rule: RuleId): boolean => step(rule)?.holds === true;
  const holdsOrAbsent = (rule: RuleId): boolean => step(rule)?.holds !== false;
  const fallback = holds('implicit-deny-by-default') ? 'implicitDeny' : 'allowed';

  if (steps.some((s) => s.rule === 'invalid-document-allows-nothing' && s.holds)) {
    return holds('explicit-deny-wins') ? 'explicitDeny' : fallback;
  }
  if (ALWAYS.some(holds)) return 'allowed';
  if (holds('explicit-deny-wins')) return 'explicitDeny';
  if (!GUARDRAILS.every(holdsOrAbsent)) return fallback;
  const outsider = OUTSIDERS.find(step);
  if (outsider) return holds(outsider) ? 'allowed' : fallback;

  const below = CEILINGS.every(holdsOrAbsent);
  if (step('both-accounts-must-allow'))
    return holds('both-accounts-must-allow') && below ? 'allowed' : fallback;
  const allowed =
    holds('resource-policy-alone-is-enough') ||
    (BY_NAME.some(holds) && below) ||
    (OWN.some(holds) && below && MUST_BE_NAMED.every(holdsOrAbsent));
  return allowed ? 'allowed' : fallback;
}

function concludeAll(traces: readonly Step[]): Decision {
  const decisions = traces.map(conclude);
  if (decisions.includes('explicitDeny')) return 'explicitDeny';
  return decisions.every((decision) => decision === 'allowed') ? 'allowed' : 'implicitDeny';
}
