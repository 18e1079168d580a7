// The table's rows for STS: what people bring from an identity provider.
import {
  bearing,
  CORPORATE,
  GITHUB,
  later,
  OIDC,
  OWN,
  response,
  ROLE_ARN,
  SAML,
  SUBJECT,
  token,
  vouched,
} from './sts-world.ts';
import type { Row } from './row.ts';

const REGION = { RegionDisabledException: 'STS is on in every region here' };
const REJECTED = { IDPRejectedClaimException: 'no provider here takes a claim back' };
const UNDENIABLE = 'the caller has no policies; the trust policy says all';
const BAD_POLICY = { Policy: '{"Statement":[{"Effect":"Allow"}]}' };
const TAGS = (value: string) => ({ 'https://aws.amazon.com/tags': { principal_tags: { team: [value] } } });
const long = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`PrincipalTag:k${i}`, ['v'.repeat(250)]]));

export const STS_FEDERATION_ROWS: readonly Row[] = [
  {
    operation: 'sts:AssumeRoleWithWebIdentity',
    before: GITHUB,
    input: (_, cloud) => bearing(token(cloud, { claims: TAGS('booking') })),
    needs: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
    undeniable: UNDENIABLE,
    reply: {
      SubjectFromWebIdentityToken: SUBJECT,
      AssumedRoleUser: { Arn: `arn:aws:sts::${OWN}:assumed-role/Auditor/gha-77` },
      Provider: OIDC,
      Audience: 'sts.amazonaws.com',
    },
    faults: [
      {
        code: 'AccessDenied',
        input: (_, cloud) => bearing(token(cloud, { subject: 'repo:evil/shop:ref:refs/heads/main' })),
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      },
      {
        code: 'ExpiredTokenException',
        input: (_, cloud) => bearing(token(later(cloud, -3600))),
        message:
          'Token expired: current date/time 1795424400 must be before the expiration date/time 1795421100',
      },
      {
        code: 'InvalidIdentityToken',
        before: [],
        input: (_, cloud) => bearing(token(cloud)),
        message:
          'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
      },
      {
        code: 'InvalidIdentityToken',
        input: (_, cloud) => bearing(token(cloud, { audience: 'somebody' })),
        message: 'Incorrect token audience',
      },
      { code: 'InvalidIdentityToken', input: bearing('a.b.c') },
      {
        code: 'InvalidIdentityToken',
        input: (_, cloud) => bearing(token({ ...cloud, seed: 1 })),
        message: 'The token signature is invalid',
      },
      { code: 'MalformedPolicyDocument', input: (_, cloud) => bearing(token(cloud), BAD_POLICY) },
      {
        code: 'PackedPolicyTooLarge',
        input: (_, cloud) => bearing(token(cloud, { claims: TAGS('v'.repeat(2_500)) })),
      },
      {
        code: 'ValidationError',
        input: (_, cloud) => bearing(token(cloud), { DurationSeconds: 7200 }),
      },
    ],
    never: { ...REGION, ...REJECTED, IDPCommunicationErrorException: 'every provider here answers' },
  },
  {
    operation: 'sts:AssumeRoleWithSAML',
    before: CORPORATE,
    input: (_, cloud) =>
      vouched(response(cloud, { 'PrincipalTag:team': ['booking'], SourceIdentity: ['mei.tan'] })),
    needs: ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
    undeniable: UNDENIABLE,
    reply: {
      AssumedRoleUser: { Arn: `arn:aws:sts::${OWN}:assumed-role/Auditor/mei.tan` },
      Subject: 'mei.tan',
      SubjectType: 'persistent',
      Issuer: 'https://idp.example.com/saml/metadata',
      Audience: 'https://signin.aws.amazon.com/saml',
      SourceIdentity: 'mei.tan',
    },
    faults: [
      {
        code: 'AccessDenied',
        input: (_, cloud) => vouched(response(cloud, {}, [{ role: `${ROLE_ARN}2`, provider: SAML }])),
        message: 'Not authorized to perform sts:AssumeRoleWithSAML',
      },
      {
        code: 'ExpiredTokenException',
        input: (_, cloud) => vouched(response(later(cloud, -300))),
        message: 'Token must be redeemed within 5 minutes of issuance',
      },
      {
        code: 'InvalidIdentityToken',
        input: (_, cloud) => vouched(response({ ...cloud, seed: 1 })),
        message: 'Response signature invalid',
      },
      {
        code: 'InvalidIdentityToken',
        input: (_, cloud) => vouched(btoa(atob(response(cloud)).replaceAll('mei.tan', 'oskar.w'))),
        message: 'Response signature invalid',
      },
      {
        code: 'InvalidIdentityToken',
        input: (_, cloud) => vouched(response(cloud, { RoleSessionName: ['x'] })),
        message: 'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
      },
      { code: 'InvalidIdentityToken', before: [], input: (_, cloud) => vouched(response(cloud)) },
      { code: 'InvalidIdentityToken', input: vouched('bm90aGluZw==') },
      {
        code: 'MalformedPolicyDocument',
        input: (_, cloud) => vouched(response(cloud), BAD_POLICY),
      },
      { code: 'PackedPolicyTooLarge', input: (_, cloud) => vouched(response(cloud, long(20))) },
      {
        code: 'ValidationError',
        input: (_, cloud) => vouched(response(cloud, { SessionDuration: ['43200'] })),
      },
    ],
    never: { ...REGION, ...REJECTED },
  },
];
