// What goes wrong with sessions: taking a role, second factors, tokens from outside, keys that are no good.
import {
  AS_BEFORE,
  asRole,
  asUser,
  device,
  lines,
  policy,
  role,
  rolePolicy,
  trust,
  userPolicy,
  withCredentials,
} from '../scripts.ts';
import type { ErrorCase, ErrorCases, NeverShown } from './case.ts';

const OWN = '111122223333';
const ADMIN = `arn:aws:iam::${OWN}:user/admin`;
const AUDITOR = `arn:aws:iam::${OWN}:role/Auditor`;
const ROLE = lines(role('Auditor', trust({ AWS: OWN })), rolePolicy('Auditor', policy('Allow', '*')));
const TAKE = `aws sts assume-role --role-arn ${AUDITOR} --role-session-name mei`;

const assuming = (says: string, command: string, before = ROLE): ErrorCase => ({
  before,
  command,
  calling: 'AssumeRole',
  says,
});

const notTaking = (arn: string): string =>
  `User: ${ADMIN} is not authorized to perform: sts:AssumeRole on resource: ${arn}`;
const UNTRUSTED = 'because no role trust policy allows the sts:AssumeRole action';
const CHAIN = lines(
  role('Auditor', trust({ AWS: OWN }), '--max-session-duration 43200'),
  rolePolicy('Auditor', policy('Allow', '*')),
);

export const TAKING: ErrorCases = {
  'AccessDenied: User: X is not authorized to perform: sts:AssumeRole on resource: X (no such role)':
    assuming(
      `${notTaking(`arn:aws:iam::${OWN}:role/Nothing`)} ${UNTRUSTED}`,
      `aws sts assume-role --role-arn arn:aws:iam::${OWN}:role/Nothing --role-session-name mei`,
    ),
  'AccessDenied: User: X is not authorized to perform: sts:AssumeRole on resource: X (external id)': assuming(
    `${notTaking(AUDITOR)} ${UNTRUSTED}`,
    `${TAKE} --external-id wrong`,
    role('Auditor', trust({ AWS: OWN }, { Condition: { StringEquals: { 'sts:ExternalId': 'right' } } })),
  ),
  'AccessDenied: User: X is not authorized to perform: sts:AssumeRole on resource: X (no second factor)':
    assuming(
      `${notTaking(AUDITOR)} ${UNTRUSTED}`,
      TAKE,
      role('Auditor', trust({ AWS: OWN }, { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
    ),
  'AccessDenied: User: X is not authorized to perform: sts:TagSession on resource: X': assuming(
    `User: ${ADMIN} is not authorized to perform: sts:TagSession on resource: ${AUDITOR} because no role trust policy allows the sts:TagSession action`,
    `${TAKE} --tags Key=team,Value=shop`,
  ),
  'AccessDenied: Roles may not be assumed by root accounts.': assuming(
    'Roles may not be assumed by root accounts.',
    `${TAKE} --profile root`,
  ),
  'ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.':
    assuming(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      `${TAKE} --duration-seconds 7200`,
    ),
  'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.':
    assuming(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      `${TAKE} --duration-seconds 7200`,
      lines(CHAIN, asRole(AUDITOR, 'first')),
    ),
  "ValidationError: 1 validation error detected: Value 'X' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200":
    assuming(
      "1 validation error detected: Value '50000' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
      `${TAKE} --duration-seconds 50000`,
    ),
  'ValidationError: X is invalid': assuming(
    `arn:aws:iam::${OWN}:user/Auditor is invalid`,
    `aws sts assume-role --role-arn arn:aws:iam::${OWN}:user/Auditor --role-session-name mei`,
  ),
  'ValidationError: The source identity is already set for this assume role session': assuming(
    'The source identity is already set for this assume role session',
    `${TAKE} --source-identity oskar`,
    lines(
      role('Auditor', trust({ AWS: OWN }, { Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'] })),
      rolePolicy('Auditor', policy('Allow', '*')),
      asRole(AUDITOR, 'first', '--source-identity mei'),
    ),
  ),
  'MalformedPolicyDocument: X (session policy)': assuming(
    'Syntax errors in policy.',
    `${TAKE} --policy '{"Version": "2012-10-17"}'`,
  ),
  'PackedPolicyTooLarge: X': assuming(
    'Packed size of session tags consumes ‹percent›% of allotted space.',
    `${TAKE} --tags $(for i in $(seq 50); do echo Key=key-$i,Value=$(printf "$i%.0s" $(seq 60)); done)`,
    role('Auditor', trust({ AWS: OWN }, { Action: ['sts:AssumeRole', 'sts:TagSession'] })),
  ),
};

const MEI = lines(
  'aws iam create-user --user-name mei.tan',
  device('mei.tan', 'mei-phone'),
  asUser('mei.tan'),
);
const PHONE = `arn:aws:iam::${OWN}:mfa/mei-phone`;
const token = (serial: string, code: string): string =>
  `aws sts get-session-token --serial-number ${serial} --token-code ${code}`;
const WRONG = 'MultiFactorAuthentication failed with invalid MFA one time pass code.';
const UNKNOWN =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';
const SESSION = withCredentials('sts get-session-token');

export const FACTORS: ErrorCases = {
  'AccessDenied: Cannot call GetSessionToken with session credentials': {
    before: SESSION,
    command: 'aws sts get-session-token',
    calling: 'GetSessionToken',
    says: 'Cannot call GetSessionToken with session credentials',
  },
  'AccessDenied: Cannot call GetFederationToken with session credentials': {
    before: lines(ROLE, asRole(AUDITOR, 'mei')),
    command: 'aws sts get-federation-token --name reporting',
    calling: 'GetFederationToken',
    says: 'Cannot call GetFederationToken with session credentials',
  },
  [`AccessDenied: ${WRONG} (wrong)`]: {
    before: MEI,
    command: token(PHONE, '000000'),
    calling: 'GetSessionToken',
    says: WRONG,
  },
  [`AccessDenied: ${WRONG} (used before)`]: {
    before: lines(MEI, `used=$(code mei-phone); ${token(PHONE, '$used')}`),
    command: token(PHONE, '$used'),
    calling: 'GetSessionToken',
    says: WRONG,
  },
  [`AccessDenied: ${UNKNOWN}`]: {
    before: MEI,
    command: token(`arn:aws:iam::${OWN}:mfa/other-phone`, '$(code mei-phone)'),
    calling: 'GetSessionToken',
    says: UNKNOWN,
  },
};

const GITHUB = 'token.actions.githubusercontent.com';
const SUBJECT = 'repo:acme/shop:ref:refs/heads/main';
const PROVIDER = (audience: string): string =>
  `aws iam create-open-id-connect-provider --url https://${GITHUB} --client-id-list ${audience}`;
const DEPLOY = role(
  'Deploy',
  trust(
    { Federated: `arn:aws:iam::${OWN}:oidc-provider/${GITHUB}` },
    {
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: SUBJECT } },
    },
  ),
);
const TOKEN = (subject = SUBJECT): string => `idp token --issuer https://${GITHUB} --sub ${subject} > token`;
const bearing = (says: string, ...before: readonly string[]): ErrorCase => ({
  before: lines(...before),
  command: `aws sts assume-role-with-web-identity --role-arn arn:aws:iam::${OWN}:role/Deploy --role-session-name gha-77 --web-identity-token file://token`,
  calling: 'AssumeRoleWithWebIdentity',
  says,
});

export const TOKENS: ErrorCases = {
  'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity': bearing(
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    PROVIDER('sts.amazonaws.com'),
    DEPLOY,
    TOKEN('repo:acme/fork:ref:refs/heads/main'),
  ),
  'InvalidIdentityToken: No OpenIDConnect provider found in your account for X': bearing(
    `No OpenIDConnect provider found in your account for https://${GITHUB}`,
    PROVIDER('sts.amazonaws.com'),
    DEPLOY,
    `aws iam delete-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::${OWN}:oidc-provider/${GITHUB}`,
    TOKEN(),
  ),
  'InvalidIdentityToken: Incorrect token audience': bearing(
    'Incorrect token audience',
    PROVIDER('somebody-else'),
    DEPLOY,
    TOKEN(),
  ),
  'ExpiredTokenException: Token expired: current date/time X must be before the expiration date/time X':
    bearing(
      'Token expired: current date/time 2026-11-23T09:05:00Z must be before the expiration date/time 2026-11-23T09:05:00Z',
      PROVIDER('sts.amazonaws.com'),
      DEPLOY,
      TOKEN(),
      'sleep 300',
    ),
};

const INVALID = 'The security token included in the request is invalid.';
const unknown = (before: string): ErrorCase => ({
  before,
  command: 'aws sts get-caller-identity',
  calling: 'GetCallerIdentity',
  says: INVALID,
});
const USER = lines(
  'aws iam create-user --user-name mei.tan',
  userPolicy('mei.tan', 'All', policy('Allow', '*')),
);

export const KEYS: ErrorCases = {
  [`InvalidClientTokenId: ${INVALID} (unknown)`]: unknown(
    'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ),
  [`InvalidClientTokenId: ${INVALID} (inactive)`]: unknown(
    lines(
      USER,
      asUser('mei.tan'),
      'aws iam update-access-key --user-name mei.tan --access-key-id $AWS_ACCESS_KEY_ID --status Inactive',
    ),
  ),
  [`InvalidClientTokenId: ${INVALID} (deleted)`]: unknown(
    lines(
      USER,
      asUser('mei.tan'),
      'aws iam delete-access-key --user-name mei.tan --access-key-id $AWS_ACCESS_KEY_ID',
    ),
  ),
  [`InvalidClientTokenId: ${INVALID} (no session token)`]: unknown(
    lines(ROLE, asRole(AUDITOR, 'mei'), 'unset AWS_SESSION_TOKEN'),
  ),
  [`InvalidClientTokenId: ${INVALID} (role deleted)`]: unknown(
    lines(
      role('Auditor', trust({ AWS: OWN })),
      asRole(AUDITOR, 'mei'),
      `(${AS_BEFORE}; aws iam delete-role --role-name Auditor)`,
    ),
  ),
  [`InvalidClientTokenId: ${INVALID} (IAM without a second factor)`]: {
    before: SESSION,
    command: 'aws iam list-users',
    calling: 'ListUsers',
    says: INVALID,
  },
  [`UnrecognizedClientException: ${INVALID}`]: {
    before: 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=none',
    command: 'aws dynamodb list-tables',
    calling: 'ListTables',
    says: INVALID,
  },
  'ExpiredToken: The security token included in the request is expired': {
    before: lines(ROLE, asRole(AUDITOR, 'mei'), 'sleep 3600'),
    command: 'aws sts get-caller-identity',
    calling: 'GetCallerIdentity',
    says: 'The security token included in the request is expired',
  },
  'ExpiredTokenException: The security token included in the request is expired': {
    before: lines(ROLE, asRole(AUDITOR, 'mei'), 'sleep 3600'),
    command: 'aws dynamodb list-tables',
    calling: 'ListTables',
    says: 'The security token included in the request is expired',
  },
  'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.':
    {
      before: lines(USER, asUser('mei.tan'), 'export AWS_SECRET_ACCESS_KEY=$AWS_SECRET_ACCESS_KEY-'),
      command: 'aws sts get-caller-identity',
      calling: 'GetCallerIdentity',
      says: 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    },
  'MissingAuthenticationToken: Request is missing Authentication Token': {
    command: 'aws iam list-users --no-sign-request',
    calling: 'ListUsers',
    says: 'Request is missing Authentication Token',
  },
  'NoCredentials: Unable to locate credentials. You can configure credentials by running "aws login".': {
    before: 'rm ~/.aws/credentials',
    command: 'aws sts get-caller-identity',
    says: 'Unable to locate credentials. You can configure credentials by running "aws login".',
    exit: 253,
  },
  'ParamValidation: Parameter validation failed: Missing required parameter in input: "X"': {
    command: "aws iam create-user --cli-input-json '{}'",
    says: 'Parameter validation failed:\nMissing required parameter in input: "UserName"',
    exit: 252,
  },
};

export const NEVER_OF_STS: NeverShown = {
  "ValidationError: 1 validation error detected: Value 'X' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900":
    'the command line itself refuses a number below the least one, with status 252',
  'IDPRejectedClaim: X': 'no provider here takes back what it signed',
  'IDPCommunicationError: X': 'every provider here answers',
  'RegionDisabledException: STS is not activated in this region for account:X. Your account administrator can activate STS in this region using the IAM Console.':
    'STS is on in every region here',
  'IncompleteSignature: X': 'the command line signs whole requests',
  'RequestExpired: X': 'the command line and AWS go by one clock here',
  'OptInRequired: X': 'every service here is on from the beginning',
  'Throttling: Rate exceeded': 'nothing here counts requests by the second',
  'Error when retrieving token from sso: Token has expired and refresh failed':
    'IAM Identity Center is not simulated, so that nobody signs in through it',
};
