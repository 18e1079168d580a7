// What may not work as meant, a sentence a code.

export const WARNINGS = {
  UNIQUE_SIDS_RECOMMENDED: 'the Sid `{found}` stands here twice. Give each statement its own',
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA:
    'the policy has {size} characters, {largest} are allowed. Split it',
  POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA:
    'the policy has {size} characters, {largest} are allowed by default. Shorten it, or raise the quota',
  POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA: 'the policy has {size} bytes, {largest} are allowed. Shorten it',
  CREATE_SLR_WITH_STAR_IN_RESOURCE:
    '`iam:CreateServiceLinkedRole` on `{found}` creates the role of any service. Name the roles',
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE:
    '`{action}` contains `iam:CreateServiceLinkedRole`, for any service. Name the roles',
  CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION:
    'this `NotAction` leaves `iam:CreateServiceLinkedRole` in, for any service. Name the roles',
  CREATE_SLR_WITH_NOT_RESOURCE:
    '`iam:CreateServiceLinkedRole` with `NotResource` creates every other role. Name the roles',
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE:
    '`{action}` contains `iam:CreateServiceLinkedRole`, and `NotResource` leaves every other role in. Name the roles',
  CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE:
    '`NotAction` with `NotResource` leaves `iam:CreateServiceLinkedRole` in, for every other role. Name the roles',
  DEPRECATED_GLOBAL_CONDITION_KEY: '`{found}` is deprecated. Use `aws:SourceAccount`',
  INVALID_DATE_VALUE:
    '`{found}` counts seconds since 1970, which is easily mistaken. Write `2026-01-31T00:00:00Z`',
  INVALID_ROLE_REFERENCE: '`{found}` is the id of a role. Write its ARN',
  INVALID_USER_REFERENCE: '`{found}` is the id of a user. Write its ARN',
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED:
    '`{found}` lets in more than one branch. Name the repository and the branch',
  TYPE_MISMATCH: '`{key}` is {type}. Use {wanted} instead of `{operator}`',
  TYPE_MISMATCH_BOOLEAN: '`{found}` is neither `true` nor `false`',
  TYPE_MISMATCH_DATE: '`{found}` is no date. Write `2026-01-31T00:00:00Z`',
  TYPE_MISMATCH_IP_RANGE: '`{found}` is no address range. Write it like `203.0.113.0/24`',
  TYPE_MISMATCH_NUMBER: '`{found}` is no number',
  TYPE_MISMATCH_STRING: '`{found}` is not base64',
  WILDCARD_WITHOUT_LIKE_OPERATOR:
    '`{operator}` takes `{found}` letter by letter. For a wildcard use `{wanted}`',
  RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY:
    'services that act for you have no `{key}` and are denied too. Add `"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}`',
  RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY:
    'your own principals have no `{key}` and are denied too. Add `"Bool": {"aws:PrincipalIsAWSService": "true"}`',
  RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK:
    'some calls of services have no `{key}`. Add `"Null": {"aws:SourceAccount": "false"}`',
  USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES: 'only some services know `{key}`. List their actions',
} as const;
