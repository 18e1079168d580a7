// What could be said better, a sentence a code.

export const SUGGESTIONS = {
  EMPTY_ARRAY_ACTION: 'the list is empty and the statement does nothing. List actions',
  EMPTY_ARRAY_RESOURCE: 'the list is empty and the statement does nothing. List resources',
  EMPTY_ARRAY_PRINCIPAL: 'the list is empty and the statement does nothing. List principals',
  EMPTY_OBJECT_PRINCIPAL: 'no principal is named and the statement does nothing. Name one',
  EMPTY_OBJECT_CONDITION: 'the block is empty and changes nothing. Add a condition or take it away',
  EMPTY_ARRAY_CONDITION: '`{key}` has no values. List some or take it away',
  EMPTY_ARRAY_CONDITION_FORALLVALUES: 'an empty list holds only when `{key}` is missing. Ask with `Null`',
  EMPTY_ARRAY_CONDITION_FORANYVALUE: 'an empty list never holds. List values of `{key}`',
  EMPTY_ARRAY_CONDITION_IFEXISTS: 'an empty list holds only when `{key}` is missing. Ask with `Null`',
  EMPTY_SID_VALUE: 'the Sid is empty. Name the statement or take the Sid away',
  WILDCARD_IN_SERVICE_NAME: '`{found}` matches services to come as well. Name the service',
  IMPROVE_IP_RANGE: 'the end of `{found}` is ignored. Write `{wanted}`',
  PRIVATE_IP_ADDRESS_SUBSET:
    '`{found}` is private, and `aws:SourceIp` never is. Use `aws:VpcSourceIp` for it',
  PRIVATE_NOT_IP_ADDRESS_SUBSET: '`{found}` is private, and `aws:SourceIp` never is. Take it away',
  NULL_WITH_QUALIFIER: '`Null` asks about the key, not its values. Take `{found}:` away',
  REDUNDANT_ACTION: '`{by}` already contains `{found}`. Take it away',
  REDUNDANT_RESOURCE: '`{by}` already contains `{found}`. Take it away',
  REDUNDANT_STATEMENT: 'the statement says the same as statement {by}. Take it away',
  REDUNDANT_CONDITION_VALUE_NUM: 'of several limits only `{found}` counts. Keep it alone',
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY:
    'the role `{by}` already contains the session `{found}`. Take it away',
  REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION: '`{key}` always matches here. Take it away',
  REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION:
    '`{key}` never matches here, so the statement does nothing. Take it away',
  EQUIVALENT_TO_NULL_FALSE: 'this only asks whether `{key}` exists. Write `"Null": {"{key}": "false"}`',
  EQUIVALENT_TO_NULL_TRUE: 'this only asks whether `{key}` is missing. Write `"Null": {"{key}": "true"}`',
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE:
    '`{key}` does not exist for {found}, so this never allows them. Give them a statement without it',
  ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE:
    '`{key}` does not exist for every action, so some are never allowed. List the actions',
  RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL:
    '`{key}` does not say for whom `{found}` acts. Use `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`',
  IRRELEVANT_CONDITION_KEY_IN_POLICY:
    '`{key}` is always the same in the policy of a resource. Use it in a policy of an identity',
  CONFIRM_AUDIENCE_CLAIM_TYPE: '`{key}` has one value with most providers. If so, take `{found}:` away',
} as const;
