// Every rule that a decision can rest on, by a readable id. The id stands in traces, tests, lessons and questions.

interface Rule {
  /** The rule in one sentence. */
  readonly says: string;
  /** Its entry in `content/sources.yaml`. */
  readonly source: string;
}

const rule = (says: string, source: string): Rule => ({ says, source });

/** What is decided, and by which layer. */
const DECISION = {
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
  'caller-identity-needs-no-permission': rule(
    'everybody may ask who they are, even against a Deny',
    'api-sts',
  ),
  'session-token-needs-no-permission': rule(
    'a user may always ask for a session token: it proves who they are and grants nothing',
    'api-sts',
  ),
  'invalid-document-allows-nothing': rule(
    'a document that cannot be read allows nothing, and where it could have denied nothing is allowed',
    'ug-evaluation-logic',
  ),
} as const;

/** What may be granted: the caller's own policies, and the resource's. */
const GRANTS = {
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
  'naming-the-issuer-keeps-ceilings': rule(
    'a resource policy that names a user reaches a federated user of theirs, within boundary and session policy',
    'ug-denyallow',
  ),
  'naming-the-account-delegates': rule(
    'a resource policy that names the account leaves the choice to the identity policies',
    'ug-principal',
  ),
  'both-accounts-must-allow': rule(
    'across accounts the resource has to allow the caller, and so do the policies of the caller',
    'ug-cross-account',
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
  'anonymous-needs-the-resource-policy': rule(
    'a caller without credentials is allowed by the resource policy alone',
    'ug-principal',
  ),
  'provider-needs-the-trust-policy': rule(
    'whom an identity provider sends is let in by the trust policy alone',
    'ug-principal',
  ),
  'bucket-owner-root-keeps-its-policy': rule(
    'the root user of its account may read, replace and delete a bucket policy that denies it',
    's3-bucket-policies',
  ),
} as const;

/** What limits without granting. */
const CEILINGS = {
  'boundary-is-a-ceiling': rule(
    'a boundary grants nothing: what identity policies allow counts only as far as it allows it too',
    'ug-boundaries',
  ),
  'session-policy-is-a-ceiling': rule(
    'a session policy grants nothing: the session may do what it and the policies of the role both allow',
    'ug-session-policies',
  ),
  'federated-user-needs-a-session-policy': rule(
    'a federated user without a session policy may do nothing that a resource does not grant by name',
    'ug-federation-token',
  ),
  'endpoint-policy-must-allow': rule(
    'what passes through a VPC endpoint needs an Allow of the policy of the endpoint',
    'vpc-endpoint-policies',
  ),
  'scp-never-grants': rule(
    'a service control policy grants nothing: each level from the root to the account has to allow as well',
    'org-scps',
  ),
  'scp-level-must-allow': rule('one Allow at a level is enough for that level', 'org-scps'),
  'scp-binds-only-principals-of-the-account': rule(
    'a service control policy binds users and roles of its account, and no service and no stranger',
    'org-scps',
  ),
  'management-account-is-not-bound': rule(
    'policies of an organization do not bind its management account',
    'org-scps',
  ),
  'service-linked-role-is-not-bound': rule(
    'policies of an organization do not bind service-linked roles',
    'org-scps',
  ),
  'rcp-never-grants': rule(
    'a resource control policy grants nothing and takes away by Deny alone',
    'org-rcps',
  ),
  'rcp-full-access-is-always-there': rule(
    'RCPFullAWSAccess stays attached at every level, so that no level falls silent',
    'org-rcps',
  ),
} as const;

/** When a statement speaks. */
const STATEMENTS = {
  'policy-denies': rule('a policy denies when one of its Deny statements matches', 'ug-evaluation-logic'),
  'policy-allows': rule('a policy allows when one of its Allow statements matches', 'ug-evaluation-logic'),
  'statement-matches': rule(
    'a statement speaks when its principal, action, resource and every condition match',
    'ug-condition',
  ),
  'principal-matches': rule('the principal of the statement names the caller', 'ug-principal'),
  'not-principal-spares-the-listed': rule(
    'NotPrincipal spares a caller whose account and own names are all listed, and hits everybody else',
    'ug-notprincipal',
  ),
  'not-principal-never-spares-a-boundary': rule(
    'a Deny with NotPrincipal hits every caller that has a permissions boundary',
    'ug-notprincipal',
  ),
  'action-matches': rule('the statement names the action; case does not matter, wildcards do', 'ug-action'),
  'not-action-means-the-rest': rule('NotAction means every action that it does not list', 'ug-notaction'),
  'resource-matches': rule('the statement names the resource; case matters, wildcards too', 'ug-resource'),
  'not-resource-means-the-rest': rule(
    'NotResource means every resource that it does not list',
    'ug-notresource',
  ),
  'variable-has-its-value': rule('a variable stands for the value of its key in the request', 'ug-variables'),
  'variable-takes-its-default': rule('a variable without a value takes its default', 'ug-variables'),
  'variable-without-value-fits-nothing': rule(
    'a text with a variable that has neither value nor default fits nothing',
    'ug-variables',
  ),
  'variable-for-a-character-is-that-character': rule(
    'a variable around an asterisk, a question mark or a dollar sign is that character itself',
    'ug-variables',
  ),
  'wildcard-in-a-value-is-a-character': rule(
    'an asterisk in the value of a variable is an asterisk',
    'ug-variables',
  ),
} as const;

/** When a condition holds. */
const CONDITIONS = {
  'condition-holds': rule('a condition holds when the key of the request fits its values', 'ug-condition'),
  'one-value-is-enough': rule('one value of the list that fits the key is enough', 'ug-condition'),
  'negated-condition-fits-no-value': rule(
    'a negated condition holds when no value of the list fits the key',
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
  'if-exists-wins-over-for-any-value': rule(
    'with ForAnyValue and IfExists together a missing key satisfies the condition',
    'ug-condition-sets',
  ),
  'null-asks-for-absence': rule(
    'Null true holds when the key is absent, Null false when it is there',
    'ug-condition-operators',
  ),
  'for-all-values-needs-every-one': rule(
    'ForAllValues holds when every value of the request fits the list',
    'ug-condition-sets',
  ),
  'for-all-values-holds-for-none': rule(
    'ForAllValues holds when the request carries no value at all',
    'ug-condition-sets',
  ),
  'for-any-value-needs-one': rule(
    'ForAnyValue holds when one value of the request fits the list, and fails without any',
    'ug-condition-sets',
  ),
  'several-values-need-a-set-operator': rule(
    'a key with several values fits no operator without ForAllValues or ForAnyValue',
    'ug-condition-sets',
  ),
  'unreadable-value-fits-nothing': rule(
    'a value that cannot be read as the type of the operator fits nothing',
    'ug-condition-operators',
  ),
} as const;

export const RULES = {
  ...DECISION,
  ...GRANTS,
  ...CEILINGS,
  ...STATEMENTS,
  ...CONDITIONS,
} satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}
