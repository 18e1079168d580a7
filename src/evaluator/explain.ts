// A trace in plain English, one sentence a step, and AWS's one-line error text. Deterministic, fit to be read aloud.
import type { PolicyKind } from './policy.ts';
import type { RuleId } from './rules.ts';
import type { Pointer, Step, Verdict } from './trace.ts';

const KIND_NAMES: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  trust: 'trust policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  vpce: 'endpoint policy',
};

const VERDICTS = {
  allowed: 'Allowed.',
  explicitDeny: 'Denied, in so many words.',
  implicitDeny: 'Denied, because nobody allows it.',
} as const;

/** Statements of the trace that matched, in reading order, each once. */
export function matchedSteps(trace: Step): readonly Step[] {
  const found = new Map<string, Step>();
  const walk = (step: Step): void => {
    if (step.rule === 'statement-matches' && step.holds && step.at) {
      const { layer, policy, statement } = step.at;
      found.set(`${layer} ${policy} ${statement ?? ''}`, step);
    }
    step.steps?.forEach(walk);
  };
  walk(trace);
  return [...found.values()];
}

/** The verdict as sentences: the outcome first, then one sentence for each rule that was looked at. */
export function explain(verdict: Verdict): readonly string[] {
  const { trace, decision } = verdict;
  if (trace.rule === 'every-pair-must-pass') {
    const parts = (trace.steps ?? []).flatMap((step) => [asked(step), ...sentences(step)]);
    return [VERDICTS[decision], ...parts];
  }
  return [VERDICTS[decision], ...sentences(trace)];
}

function asked(step: Step): string {
  const { principal = '', action = '', resource = '' } = step.seen ?? {};
  return `The call asks whether ${principal} may do ${action} on ${resource}.`;
}

function sentences(root: Step): string[] {
  return (root.steps ?? []).flatMap((step) => SENTENCES[step.rule]?.(step) ?? []);
}

type Tell = (step: Step) => string | readonly string[];

const SENTENCES: Partial<Record<RuleId, Tell>> = {
  'explicit-deny-wins': (step) => {
    const denies = matchedSteps(step);
    if (denies.length > 0) return denies.map((deny) => `${nameOf(deny)} denies it: its Deny matches.`);
    return 'No Deny statement matches.';
  },
  'invalid-document-allows-nothing': (step) =>
    step.at === undefined
      ? 'A document cannot be read and allows nothing.'
      : `The ${KIND_NAMES[step.at.layer]} ${step.at.policy + 1} cannot be read and allows nothing.`,
  'role-trust-must-name-you': (step) =>
    step.holds
      ? 'The trust policy of the role names the caller.'
      : 'The trust policy of the role does not let the caller in.',
  'key-policy-must-allow': (step) =>
    step.holds ? 'The key policy names the caller.' : 'The key policy does not name the caller.',
  'service-needs-the-resource-policy': (step) =>
    step.holds
      ? 'The policy of the resource allows the service.'
      : 'The policy of the resource does not allow the service.',
  'resource-policy-alone-is-enough': (step) =>
    step.holds ? `${allowing(step)} names the caller, which is enough in the same account.` : [],
  'naming-the-role-keeps-ceilings': (step) =>
    step.holds
      ? `${allowing(step)} names the role, so no identity policy is needed, and ceilings still count.`
      : [],
  'naming-the-account-delegates': (step) =>
    step.holds ? `${allowing(step)} names the account, so the identity policies must allow as well.` : [],
  'root-needs-no-policy': () => 'The root user needs no identity policy in its own account.',
  'identity-policies-add-up': (step) =>
    step.holds ? `${allowing(step)} allows it.` : ['No identity policy allows it.', ...nearMisses(step)],
  'boundary-is-a-ceiling': (step) =>
    step.holds ? 'The permissions boundary lets it through.' : 'The permissions boundary does not allow it.',
};

/** Where a statement matched the action but fell silent, say what did not match. */
function nearMisses(step: Step): string[] {
  return statements(step).flatMap((statement) => {
    const failed = (statement.steps ?? []).filter((part) => !part.holds);
    const action = statement.steps?.find((part) => part.rule === 'action-matches');
    if (!action?.holds || failed.length === 0) return [];
    return failed.map(
      (part) => `${nameOf(statement)} matches the action, but not ${MISSED[part.rule] ?? 'everything'}.`,
    );
  });
}

const MISSED: Partial<Record<RuleId, string>> = {
  'principal-matches': 'the principal',
  'resource-matches': 'the resource',
  'condition-holds': 'its condition',
};

function statements(step: Step): readonly Step[] {
  if (step.rule === 'statement-matches') return [step];
  return (step.steps ?? []).flatMap(statements);
}

function allowing(step: Step): string {
  const [first] = matchedSteps(step);
  return first ? nameOf(first) : 'A policy';
}

function nameOf(statement: Step): string {
  const { at } = statement;
  if (!at) return 'A statement';
  const sid = statement.seen?.['sid'];
  const which = sid === undefined || sid === '' ? '' : ` (${sid})`;
  return `Statement ${(at.statement ?? 0) + 1}${which} of ${KIND_NAMES[at.layer]} ${at.policy + 1}`;
}

/** How AWS names the kind of policy in its error texts. Source: ug-troubleshoot-access-denied. */
const ERROR_NAMES: Readonly<Record<PolicyKind, { readonly none: string; readonly deny: string }>> = {
  identity: { none: 'no identity-based policy', deny: 'an identity-based policy' },
  resource: { none: 'no resource-based policy', deny: 'a resource-based policy' },
  trust: { none: 'no role trust policy', deny: 'the role trust policy' },
  boundary: { none: 'no permissions boundary', deny: 'a permissions boundary' },
  session: { none: 'no session policy', deny: 'a session policy' },
  scp: { none: 'no service control policy', deny: 'a service control policy' },
  rcp: { none: 'no resource control policy', deny: 'a resource control policy' },
  vpce: { none: 'no VPC endpoint policy', deny: 'a VPC endpoint policy' },
};

/** AWS's own line for a refusal, `null` when allowed. For a call of several pairs, the line of the first refused one. */
export function errorText(verdict: Verdict): string | null {
  if (verdict.decision === 'allowed') return null;
  const { trace } = verdict;
  const root = trace.rule === 'every-pair-must-pass' ? trace.steps?.find((step) => !step.holds) : trace;
  if (!root) return null;
  const { principal = '', action = '', resource = '' } = root.seen ?? {};
  return `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} ${reason(root, action)}`;
}

function reason(root: Step, action: string): string {
  const step = (rule: RuleId): Step | undefined => root.steps?.find((s) => s.rule === rule);
  const deny = step('explicit-deny-wins');
  const denied = deny?.holds === true ? matchedSteps(deny)[0]?.at : undefined;
  if (denied) return `with an explicit deny in ${ERROR_NAMES[denied.layer].deny}`;
  return `because ${ERROR_NAMES[missingLayer(step)].none} allows the ${action} action`;
}

function missingLayer(step: (rule: RuleId) => Step | undefined): Pointer['layer'] {
  if (step('role-trust-must-name-you')?.holds === false) return 'trust';
  const forService = step('service-needs-the-resource-policy');
  if (forService) return step('role-trust-must-name-you') ? 'trust' : 'resource';
  if (step('key-policy-must-allow')?.holds === false) return 'resource';
  const granted = step('identity-policies-add-up')?.holds ?? true;
  const byRole = step('naming-the-role-keeps-ceilings')?.holds === true;
  return (granted || byRole) && step('boundary-is-a-ceiling')?.holds === false ? 'boundary' : 'identity';
}
