// A trace in plain English, one sentence a step. Deterministic, fit to be read aloud.
import { matchedSteps } from './matched.ts';
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

const EXEMPT: Partial<Record<RuleId, string>> = {
  'service-linked-role-is-not-bound': 'they do not bind service-linked roles',
  'management-account-is-not-bound': 'they do not bind the management account',
  'scp-binds-only-principals-of-the-account': 'they bind only users and roles of the account',
};

const SENTENCES: Partial<Record<RuleId, Tell>> = {
  'caller-identity-needs-no-permission': () => 'Everybody may ask who they are, whatever the policies say.',
  'session-token-needs-no-permission': () =>
    'A session token needs no permission, whatever the policies say.',
  'explicit-deny-wins': (step) => {
    const denies = matchedSteps(step);
    if (denies.length > 0) return denies.map((deny) => `${nameOf(deny)} denies it: its Deny matches.`);
    return ['No Deny statement matches.', ...spared(step)];
  },
  'invalid-document-allows-nothing': (step) =>
    step.at === undefined
      ? 'A document cannot be read and allows nothing.'
      : `The ${policyName(step.at)} cannot be read and allows nothing.`,
  'rcp-never-grants': (step) => {
    const why = exemption(step);
    if (why !== undefined) return `The resource control policies do not count: ${why}.`;
    return 'The resource control policies allow it at every level, as RCPFullAWSAccess is always there.';
  },
  'scp-never-grants': (step) => {
    const why = exemption(step);
    if (why !== undefined) return `The service control policies do not count: ${why}.`;
    const silent = (step.steps ?? []).filter((level) => !level.holds);
    if (silent.length === 0) return 'The service control policies allow it at every level.';
    return silent.map(
      (level) => `No service control policy at level ${Number(level.seen?.['level'] ?? 0) + 1} allows it.`,
    );
  },
  'endpoint-policy-must-allow': (step) =>
    step.holds
      ? 'The policy of the VPC endpoint lets it through.'
      : 'The policy of the VPC endpoint does not allow it.',
  'role-trust-must-name-you': (step) =>
    step.holds
      ? 'The trust policy of the role names the caller.'
      : ['The trust policy of the role does not let the caller in.', ...nearMisses(step)],
  'key-policy-must-allow': (step) =>
    step.holds
      ? 'The key policy names the caller.'
      : ['The key policy does not name the caller.', ...nearMisses(step)],
  'service-needs-the-resource-policy': outsider('the service'),
  'anonymous-needs-the-resource-policy': outsider('a caller without credentials'),
  'provider-needs-the-trust-policy': outsider('whom the identity provider sends'),
  'resource-policy-alone-is-enough': (step) =>
    step.holds ? `${allowing(step)} names the caller, which is enough in the same account.` : [],
  'naming-the-role-keeps-ceilings': (step) =>
    step.holds
      ? `${allowing(step)} names the role, so no identity policy is needed, and ceilings still count.`
      : [],
  'naming-the-issuer-keeps-ceilings': (step) =>
    step.holds
      ? `${allowing(step)} names the user behind the session, so no identity policy is needed, and ceilings still count.`
      : [],
  'naming-the-account-delegates': (step) =>
    step.holds ? `${allowing(step)} names the account, so the identity policies must allow as well.` : [],
  'both-accounts-must-allow': (step) => {
    const [first] = matchedSteps(step);
    return first
      ? `${nameOf(first)} lets the other account in, and the policies of the caller must allow as well.`
      : ['No policy of the resource lets the other account in.', ...nearMisses(step)];
  },
  'root-needs-no-policy': () => 'The root user needs no identity policy in its own account.',
  'identity-policies-add-up': (step) =>
    step.holds ? `${allowing(step)} allows it.` : ['No identity policy allows it.', ...nearMisses(step)],
  'boundary-is-a-ceiling': ceiling('The permissions boundary'),
  'session-policy-is-a-ceiling': ceiling('The session policy'),
  'federated-user-needs-a-session-policy': (step) =>
    step.holds ? [] : 'A federated user without a session policy has no permissions of its own.',
};

function outsider(who: string): Tell {
  return (step) =>
    step.holds
      ? `The policy of the resource allows ${who}.`
      : [`The policy of the resource does not allow ${who}.`, ...nearMisses(step)];
}

function ceiling(what: string): Tell {
  return (step) =>
    step.holds ? `${what} lets it through.` : [`${what} does not allow it.`, ...nearMisses(step)];
}

function exemption(step: Step): string | undefined {
  return (step.steps ?? []).flatMap(({ rule }) => EXEMPT[rule] ?? [])[0];
}

function spared(step: Step): readonly string[] {
  const kept = step.steps?.some(({ rule }) => rule === 'bucket-owner-root-keeps-its-policy');
  return kept
    ? ['The root user of the account keeps the policy of its bucket, whatever that policy denies.']
    : [];
}

/** Where a statement matched the action but fell silent, say what did not match. */
function nearMisses(step: Step): string[] {
  return statements(step).flatMap((statement) => {
    const failed = (statement.steps ?? []).filter((part) => !part.holds);
    const action = statement.steps?.find((part) => part.rule === 'action-matches');
    if (!action?.holds || failed.length === 0) return [];
    return failed.map((part) => `${nameOf(statement)} matches the action, but not ${missed(part)}.`);
  });
}

function missed({ rule, seen = {} }: Step): string {
  if (rule === 'principal-matches') return 'the principal';
  if (rule === 'resource-matches') return 'the resource';
  const { key = '', found } = seen;
  return found === undefined
    ? `its condition: the request does not carry ${key}`
    : `its condition: ${key} is ${found}`;
}

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
  return `Statement ${(at.statement ?? 0) + 1}${which} of ${policyName(at)}`;
}

function policyName({ layer, level, policy }: Pointer): string {
  return `${KIND_NAMES[layer]} ${policy + 1}${level === undefined ? '' : ` at level ${level + 1}`}`;
}
