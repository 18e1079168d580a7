// What keeps a document from being read, a sentence a code. `{name}` is replaced by a detail of the issue, see `messages.ts`.

export const STRUCTURE = {
  JSON_SYNTAX_ERROR: 'a policy cannot hold the character `{found}`. Keep to U+0020 to U+00FF and line breaks',
  POLICY_TOO_LARGE: 'the document has {size} characters. More than {largest} are not read here',
  DATA_TYPE_MISMATCH: 'expected {wanted} here',
  DUPLICATE_KEYS_WITH_DIFFERENT_CASE: '`{found}` stands here twice, in two spellings. Keep one',
  INVALID_POLICY_ELEMENT: '`{found}` is no element of this place{meant}',
  INVALID_VERSION: '`{found}` is no version of the policy language. Use `2012-10-17`',
  MISSING_STATEMENT: 'a policy needs a `Statement`',
  MISSING_EFFECT: 'the statement needs an `Effect`, `Allow` or `Deny`',
  INVALID_EFFECT: '`{found}` is no effect. Write `Allow` or `Deny`, with a capital',
  MISSING_ACTION: 'the statement needs an `Action` or a `NotAction`',
  MISSING_RESOURCE: 'the statement needs a `Resource` or a `NotResource`',
  MISSING_PRINCIPAL: 'a policy of a resource needs a `Principal`: whom does it speak about?',
  UNSUPPORTED_PRINCIPAL: 'a policy on an identity has no `Principal`: it speaks about its owner',
  SCP_SYNTAX_ERROR_PRINCIPAL:
    'a service control policy has no `Principal`. Use a condition on `aws:PrincipalArn`',
  INVALID_PRINCIPAL_KEY:
    '`{found}` is no kind of principal. Use `AWS`, `Service`, `Federated` or `CanonicalUser`',
  ALLOW_WITH_NOT_PRINCIPAL: '`NotPrincipal` with `Allow` is not supported any more. Name the principals',
  UNSUPPORTED_ELEMENT_COMBINATION: '`{first}` and `{second}` exclude each other. Keep one',
  INVALID_CONDITION_OPERATOR: '`{found}` is no condition operator{meant}',
  NULL_WITH_IF_EXISTS: '`Null` asks whether a key exists and takes no `IfExists`. Take it away',
  MISSING_VERSION: 'without a Version the rules of 2008 apply. Add `"Version": "2012-10-17"`',
} as const;
