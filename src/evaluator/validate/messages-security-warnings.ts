// What lets in more than was meant, a sentence a code.

export const SECURITY_WARNINGS = {
  PASS_ROLE_WITH_STAR_IN_RESOURCE:
    '`iam:PassRole` on `{found}` hands over any such role. Name the roles, or add `iam:PassedToService`',
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE:
    '`{action}` contains `iam:PassRole`, on every role. Name the roles, or add `iam:PassedToService`',
  PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION:
    'this `NotAction` leaves `iam:PassRole` in, on every role. Name the roles, or add `iam:PassedToService`',
  PASS_ROLE_WITH_NOT_RESOURCE:
    '`iam:PassRole` with `NotResource` hands over every other role. Name the roles',
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE:
    '`{action}` contains `iam:PassRole`, and `NotResource` leaves every other role in. Name the roles',
  PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE:
    '`NotAction` with `NotResource` leaves `iam:PassRole` in, on every other role. Name the roles',
  FORALLVALUES_WITH_SINGLE_VALUED_KEY:
    '`{key}` has one value, and `ForAllValues:` is true when it is missing. Take `ForAllValues:` away',
  FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE: '`{key}` has one value. Take `ForAnyValue:` away',
  MISSING_PAIRED_CONDITION_KEYS: '`{key}` alone also matches other networks. Add {wanted} to the condition',
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL:
    '`{found}` may act here for anybody. Add `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`',
  MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL:
    'everyone whom `{found}` signs in may assume the role. Add a condition on one of its claims, such as `{found}:aud`',
  MISSING_GITHUB_REPO_CONDITION_KEY:
    'every repository on GitHub may assume the role. Add `{found}:sub` with the repository and branch',
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE:
    '`{key}` does not exist for {found}, so this never denies them. Give them a statement without it',
  DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE:
    '`{key}` does not exist for every action, so some are never denied. List the actions',
  UNTRUSTWORTHY_CONDITION_KEY: 'the caller can write anything into `{key}`. Use another key',
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS:
    '`{operator}` lets a `*` in `{key}` cross the colons. Use `{wanted}`',
  DYNAMODB_ATTRIBUTES_WITHOUT_SELECT:
    'a request that names no attributes gets all of them. Add `dynamodb:Select` with `SPECIFIC_ATTRIBUTES`',
  S3_PREFIX_IN_NEGATIVE_CONTEXT:
    'a shorter prefix gets around this. Allow with `StringLike`, or deny with `StringNotLike`',
} as const;
