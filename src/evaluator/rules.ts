// Every rule that a decision can rest on, by a readable id. The id stands in traces, tests, lessons and questions.

interface Rule {
  /** The rule in one sentence. */
  readonly says: string;
  /** Its entry in `content/sources.yaml`. */
  readonly source: string;
}

const rule = (says: string, source: string): Rule => ({ says, source });

export const RULES = {
  'request-is-decided': rule(
    'a request is allowed when nothing denies it and enough allows it',
    'ug-evaluation-logic',
  ),
  'every-pair-must-pass': rule(
    'a call that needs several permissions passes only if each is allowed',
    'ug-passrole',
  ),
  'explicit-deny-wins': rule(
    'a matching Deny wins over every Allow, wherever the two stand',
    'ug-evaluation-logic',
  ),
  'implicit-deny-by-default': rule('what nobody allows is denied', 'ug-evaluation-logic'),
  'identity-policies-add-up': rule(
    'one matching Allow among the policies of the caller and its groups is enough',
    'ug-evaluation-logic',
  ),
  'root-needs-no-policy': rule('the root user needs no identity policy in its own account', 'ug-root'),
  'resource-policy-alone-is-enough': rule(
    'in one account, a resource policy that names the user, the session or everybody allows by itself',
    'ug-denyallow',
  ),
  'naming-the-role-keeps-ceilings': rule(
    'a resource policy that names a role replaces its identity policy, and its boundary still counts',
    'ug-denyallow',
  ),
  'naming-the-account-delegates': rule(
    'a resource policy that names the account leaves the choice to the identity policies',
    'ug-principal',
  ),
  'boundary-is-a-ceiling': rule(
    'a boundary grants nothing: what identity policies allow counts only as far as it allows it too',
    'ug-boundaries',
  ),
  'role-trust-must-name-you': rule(
    'nobody takes a role whose trust policy does not name them',
    'ug-denyallow',
  ),
  'key-policy-must-allow': rule(
    'a key is used only by those whom its key policy names or delegates to',
    'kms-key-policies',
  ),
  'service-needs-the-resource-policy': rule(
    'a service that acts for itself is allowed by the resource policy alone',
    'ug-principal',
  ),
  'invalid-document-allows-nothing': rule(
    'a document that cannot be read allows nothing, and where it could have denied nothing is allowed',
    'ug-evaluation-logic',
  ),
  'policy-denies': rule('a policy denies when one of its Deny statements matches', 'ug-evaluation-logic'),
  'policy-allows': rule('a policy allows when one of its Allow statements matches', 'ug-evaluation-logic'),
  'statement-matches': rule(
    'a statement speaks when its principal, action, resource and every condition match',
    'ug-condition',
  ),
  'principal-matches': rule('the principal of the statement names the caller', 'ug-principal'),
  'action-matches': rule('the statement names the action; case does not matter, wildcards do', 'ug-action'),
  'resource-matches': rule('the statement names the resource; case matters, wildcards too', 'ug-resource'),
  'condition-holds': rule(
    'a condition holds when one of its values fits the key of the request',
    'ug-condition',
  ),
  'missing-key-fails': rule(
    'a condition on a key that the request does not carry fails',
    'ug-condition-operators',
  ),
  'missing-key-satisfies-negation': rule(
    'a negated condition on a key that the request does not carry holds',
    'ug-condition-operators',
  ),
  'if-exists-forgives-absence': rule(
    'with IfExists a missing key satisfies the condition',
    'ug-condition-operators',
  ),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}
