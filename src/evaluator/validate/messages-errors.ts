// What is wrong and must change, a sentence a code. `{name}` is replaced by a detail of the issue, see `../messages.ts`.

export const ERRORS = {
  UNSUPPORTED_SID: '`{found}`: use letters and digits only',
  UNIQUE_SIDS_REQUIRED: 'the Sid `{found}` stands here twice. Give each statement its own',
  POLICY_SIZE_EXCEEDS_SCP_QUOTA:
    'the policy has {size} characters, a service control policy may have {largest}. Split it',
  POLICY_SIZE_EXCEEDS_RCP_QUOTA:
    'the policy has {size} characters, a resource control policy may have {largest}. Split it',

  INVALID_ACTION: '`{found}` is no action{meant}',
  INVALID_SERVICE_IN_ACTION: 'there is no service `{found}`{meant}',
  UNSUPPORTED_ACTION_IN_POLICY:
    '`{found}` is no action of {resource}, to which this policy belongs. Take it away',

  INVALID_ARN_PREFIX: '`{found}` is no ARN. Begin with `arn:` or write `*`',
  MISSING_ARN_FIELD: '`{found}` lacks a part. Write `arn:partition:service:region:account:resource`',
  INVALID_PARTITION: 'there is no partition `{found}`. Use {known}',
  INVALID_SERVICE: 'there is no service `{found}`{meant}',
  INVALID_ARN_SERVICE_CASE: 'write the service `{found}` in small letters',
  INVALID_ARN_REGION: 'there is no Region `{found}`{meant}',
  MISSING_ARN_REGION: 'an ARN of `{service}` names a Region. Add it, or `*`',
  ARN_REGION_NOT_ALLOWED: 'an ARN of `{service}` names no Region. Take `{found}` away',
  INVALID_ARN_ACCOUNT: '`{found}` is no account. Write twelve digits',
  MISSING_ARN_ACCOUNT: 'an ARN of `{service}` names an account. Add its twelve digits, or `*`',
  ARN_ACCOUNT_NOT_ALLOWED: 'this kind of ARN of `{service}` names no account. Take `{found}` away',
  INVALID_ARN_RESOURCE: '`{found}` has the form of nothing that `{service}` keeps. Forms begin with {known}',
  UNSUPPORTED_RESOURCE_ARN_IN_POLICY:
    '`{found}` does not belong to {resource}, to which this policy belongs. Take it away',

  EMPTY_VARIABLE: '`{found}` names no variable. Put a key between the braces or take it away',
  MISSING_BRACE_IN_VARIABLE: '`{found}` is not closed. Add a `}`',
  MISSING_QUOTE_IN_VARIABLE: "a default value stands in single quotes. Write `${key, 'value'}`",
  UNSUPPORTED_SPACE_IN_VARIABLE: 'the name of a variable has no space. Take the space out of `{found}`',
  VARIABLE_UNSUPPORTED_IN_ELEMENT:
    '`{found}`: no variable may stand here. Use one in a resource after the fifth colon, or in a condition',
  VARIABLE_UNSUPPORTED_IN_VERSION:
    'without `"Version": "2012-10-17"`, `{found}` is plain text. Set the version',
  INVALID_VARIABLE_FOR_OPERATOR: '`{operator}` takes no variable. Only operators for strings and ARNs do',
  VARIABLE_USAGE_TOO_PERMISSIVE:
    'a variable in `{key}` can match too much. Put at least six characters before it, or a fixed value in its place',

  INVALID_PRINCIPAL_FORMAT:
    '`{found}` names no principal. Use an account, the ARN of a user, role or session, or a service; a group cannot be one',
  INVALID_SERVICE_PRINCIPAL_FORMAT: '`{found}` is no service principal. Write it like `{form}`',
  UNSUPPORTED_WILDCARD_IN_PRINCIPAL:
    '`{found}`: a principal takes no wildcard inside. Use `*` alone and a condition on `aws:PrincipalArn`',
  FEDERATED_PRINCIPAL_NOT_SUPPORTED:
    'only the trust policy of a role names an identity provider. Name another principal',
  UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL:
    'a call by a service has no `{key}`. Use `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`',

  ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL:
    'a trust policy takes no `NotPrincipal`. Name who may assume the role',
  ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE:
    'a trust policy has no `{found}`: it speaks about its role. Take it away',
  ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL:
    'a trust policy does not take everyone as its `Principal`. Name who may assume the role',
  INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY:
    '`{found}` is no identity provider. Write its domain, or the ARN of a SAML or OIDC provider',
  MISMATCHED_ACTION_FOR_PRINCIPAL: '`{found}` does not fit {principal}. Use {wanted}',
  MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY: 'Roles Anywhere needs `{found}` too. Add it to the actions',
  MISSING_ACTION_FOR_CONDITION_KEY: '`{key}` can only be set together with `{found}`. Add it to the actions',

  INVALID_CONDITION_KEY_FORMAT: '`{found}` is no condition key. Write the service, a colon and the name',
  INVALID_GLOBAL_CONDITION_KEY: 'there is no global condition key `{found}`{meant}',
  UNSUPPORTED_GLOBAL_CONDITION_KEY: '`{found}` is not supported. Use `aws:PrincipalArn` or `aws:SourceArn`',
  INVALID_SERVICE_CONDITION_KEY: '`{service}` has no condition key `{found}`{meant}',
  UNSUPPORTED_ACTION_FOR_CONDITION_KEY:
    '`{key}` does not exist for `{found}`. Give the action its own statement',
  MISSING_TAG_KEY_IN_CONDITION: "`{found}` names no tag. Write `{found}/` and the tag's key",
  MISSING_QUALIFIER:
    '`{key}` can hold several values. Put `ForAnyValue:` or `ForAllValues:` before the operator',
  INVALID_CONDITION_DATA_TYPE: 'the values of `{key}` mix kinds. Write all of them as strings',
  INVALID_CONDITION_MULTIPLE_BOOLEAN: '`{operator}` takes one value, `true` or `false`. Keep one',
  PRIVATE_IP_ADDRESS:
    '`aws:SourceIp` is never a private address, so this never matches. Use public ones, or `aws:VpcSourceIp`',
  PRIVATE_NOT_IP_ADDRESS:
    '`aws:SourceIp` is never a private address, so this always matches. Use public ones, or `aws:VpcSourceIp`',
  INVALID_REGION: 'there is no Region `{found}`{meant}',
  INVALID_VPC_FORMAT: '`{found}` is no VPC. Write `vpc-` and 8 or 17 letters or digits',
  INVALID_VPCE_FORMAT: '`{found}` is no VPC endpoint. Write `vpce-` and 8 or 17 letters or digits',
  INVALID_KMS_KEY_VALUE: '`{found}` is no ARN of a KMS key. Write `arn:aws:kms:region:account:key/id`',
  WILDCARD_USAGE_TOO_PERMISSIVE:
    'a wildcard in `{key}` can match too much. Put at least six characters before it, or name the values',

  RCP_SYNTAX_ERROR_PRINCIPAL:
    'a resource control policy has only `"Principal": "*"`. Narrow it by a condition',
  RCP_SYNTAX_ERROR_ALLOW: 'a resource control policy of your own can only deny. Use `Deny`',
  RCP_SYNTAX_ERROR_NOTACTION: 'a resource control policy takes no `NotAction`. List the actions',
  RCP_SYNTAX_ERROR_ACTION:
    '`{found}`: name a service that supports resource control policies, such as `s3:*`',
} as const;
