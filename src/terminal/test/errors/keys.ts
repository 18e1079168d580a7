// Tokens from outside, and keys that are no good.
import { AS_BEFORE, asRole, asUser, lines, policy, role, trust, userPolicy } from '../scripts.ts';
import type { ErrorCase, ErrorCases } from './case.ts';
import { OWN, ROLE, AUDITOR, SESSION } from './sts.ts';

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
      'Token expired: current date/time 1795424700 must be before the expiration date/time 1795424700',
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
