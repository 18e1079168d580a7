// What goes wrong where somebody takes a role or gives a second factor.
import {
  asRole,
  asUser,
  device,
  lines,
  policy,
  role,
  rolePolicy,
  trust,
  withCredentials,
} from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';

export const OWN = '111122223333';
const ADMIN = `arn:aws:iam::${OWN}:user/admin`;
export const AUDITOR = `arn:aws:iam::${OWN}:role/Auditor`;
export const ROLE = lines(role('Auditor', trust({ AWS: OWN })), rolePolicy('Auditor', policy('Allow', '*')));
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
export const SESSION = withCredentials('sts get-session-token');

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
