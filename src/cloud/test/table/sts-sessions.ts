// The table's rows for STS: what callers with credentials of AWS ask for.
import { accountOf, partOf, type Cloud } from '../../index.ts';
import { totp } from '../../services.ts';
import { encodeMessage } from '../../sts/authorization-message.ts';
import { AUDITOR, OWN, role, ROLE_ARN } from './sts-world.ts';
import type { Failing, Given, Row, Step } from './row.ts';

const REGION = { RegionDisabledException: 'STS is on in every region here' };
const SESSION = { RoleArn: ROLE_ARN, RoleSessionName: 'mei-audit' };
const ALLOW = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v'.repeat(200) }));
const PHONE = `arn:aws:iam::${OWN}:mfa/phone`;
const SEED = 'JBSWY3DPEHPK3PXP'.repeat(4);

/** The administrator has a telephone that shows codes. */
function withPhone(cloud: Cloud): Cloud {
  const account = accountOf(cloud, OWN);
  const { admin } = account.users;
  if (!admin) return cloud;
  const mfa = [{ serial: PHONE, enabled: cloud.time }];
  const virtualMfa = { [PHONE]: { seed: SEED, tags: {}, created: cloud.time } };
  const changed = { ...account, users: { ...account.users, admin: { ...admin, mfa } }, iam: { virtualMfa } };
  return { ...cloud, accounts: { ...cloud.accounts, [OWN]: changed } };
}

const code: Given = (_, cloud) => ({ SerialNumber: PHONE, TokenCode: totp(SEED, cloud.time) });
const UNKNOWN_DEVICE = {
  code: 'AccessDenied',
  input: { ...SESSION, SerialNumber: `arn:aws:iam::${OWN}:mfa/none`, TokenCode: '123456' },
  message:
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
};
const WRONG_CODE = {
  code: 'AccessDenied',
  world: withPhone,
  input: { ...SESSION, SerialNumber: PHONE, TokenCode: '000000' },
  message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
};
const LONG: Failing = {
  code: 'ValidationError',
  input: { ...SESSION, DurationSeconds: 7200 },
  message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
};
const TOO_MANY: Failing = {
  code: 'PackedPolicyTooLarge',
  input: { ...SESSION, Name: 'reporting', Tags: tags(50) },
};
const BAD_POLICY: Failing = {
  code: 'MalformedPolicyDocument',
  input: { ...SESSION, Name: 'reporting', Policy: '{"Statement":[{"Effect":"Allow"}]}' },
};
const MANAGER: readonly Step[] = [
  ['management', 'organizations:EnableAWSServiceAccess', { ServicePrincipal: 'iam.amazonaws.com' }],
  ['management', 'iam:EnableOrganizationsRootSessions', {}],
];
const task = (arn: string) => ({ TargetPrincipal: '444455556666', TaskPolicyArn: { arn } });
const AUDIT = task('arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials');
const OUTBOUND: Step = ['default', 'iam:EnableOutboundWebIdentityFederation', {}];
const TOKEN = { Audience: ['https://api.example.com'], SigningAlgorithm: 'ES384' };

/** The message with which somebody was refused a launch. */
const denied: Given = (_, cloud) => {
  const session = {
    principal: { type: 'user', arn: `arn:aws:iam::${OWN}:user/x`, account: OWN },
    name: 'x',
  } as const;
  const on = `arn:aws:ec2:us-east-1:${OWN}:instance/*`;
  return { EncodedMessage: encodeMessage(partOf(cloud, session, { action: 'ec2:RunInstances', on })) };
};

export const STS_SESSION_ROWS: readonly Row[] = [
  {
    operation: 'sts:AssumeRole',
    before: [AUDITOR],
    input: {
      ...SESSION,
      SourceIdentity: 'mei.tan',
      Policy: ALLOW,
      Tags: [{ Key: 'team', Value: 'audit' }],
      TransitiveTagKeys: ['team'],
    },
    needs: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    reply: {
      AssumedRoleUser: { Arn: `arn:aws:sts::${OWN}:assumed-role/Auditor/mei-audit` },
      PackedPolicySize: 3,
      SourceIdentity: 'mei.tan',
    },
    faults: [
      LONG,
      TOO_MANY,
      BAD_POLICY,
      UNKNOWN_DEVICE,
      WRONG_CODE,
      {
        code: 'AccessDenied',
        as: 'root',
        input: SESSION,
        message: 'Roles may not be assumed by root accounts.',
      },
      {
        code: 'AccessDenied',
        before: [],
        input: SESSION,
        message: `User: arn:aws:iam::${OWN}:user/admin is not authorized to perform: sts:AssumeRole on resource: ${ROLE_ARN} because no role trust policy allows the sts:AssumeRole action`,
      },
      {
        code: 'AccessDenied',
        before: [role({ AWS: OWN }, ['sts:AssumeRole'])],
        input: { ...SESSION, Tags: [{ Key: 'team', Value: 'audit' }] },
        message: `User: arn:aws:iam::${OWN}:user/admin is not authorized to perform: sts:TagSession on resource: ${ROLE_ARN} because no role trust policy allows the sts:TagSession action`,
      },
      {
        code: 'ValidationError',
        input: { ...SESSION, DurationSeconds: 100 },
        message:
          "1 validation error detected: Value '100' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      },
      { code: 'ValidationError', input: { ...SESSION, RoleArn: 'arn:aws:iam::aws:policy/None' } },
      {
        code: 'ValidationError',
        input: { ...SESSION, PolicyArns: [{ arn: `arn:aws:iam::${OWN}:policy/None` }] },
      },
      {
        code: 'InvalidParameterValue',
        input: { ...SESSION, Tags: [...tags(1), { Key: 'K0', Value: '' }] },
      },
      { code: 'InvalidParameterValue', input: { ...SESSION, TransitiveTagKeys: ['team'] } },
      {
        code: 'InvalidContextAssertionException',
        input: { ...SESSION, ProvidedContexts: [{ ContextAssertion: 'abcd' }] },
      },
    ],
    never: {
      ...REGION,
      ExpiredTokenException: 'only context assertions expire so, and they are not simulated',
    },
  },
  {
    operation: 'sts:GetSessionToken',
    world: withPhone,
    input: code,
    needs: [],
    undeniable: 'whoever has long-term keys may have temporary ones',
    faults: [UNKNOWN_DEVICE, WRONG_CODE],
    never: REGION,
  },
  {
    operation: 'sts:GetFederationToken',
    input: { Name: 'reporting', Policy: ALLOW, Tags: [{ Key: 'team', Value: 'audit' }] },
    needs: ['sts:GetFederationToken', 'sts:TagSession'],
    reply: {
      FederatedUser: {
        FederatedUserId: `${OWN}:reporting`,
        Arn: `arn:aws:sts::${OWN}:federated-user/reporting`,
      },
    },
    faults: [TOO_MANY, BAD_POLICY],
    never: REGION,
  },
  {
    operation: 'sts:GetCallerIdentity',
    input: {},
    needs: [],
    undeniable: 'everybody may know who they are',
    reply: { Account: OWN, Arn: `arn:aws:iam::${OWN}:user/admin` },
  },
  {
    operation: 'sts:GetAccessKeyInfo',
    input: (_, cloud) => ({ AccessKeyId: accountOf(cloud, OWN).users['admin']?.keys[0]?.id }),
    needs: ['sts:GetAccessKeyInfo'],
    reply: { Account: OWN },
    faults: [{ code: 'ValidationError', input: { AccessKeyId: 'AKIA0000000000000000' } }],
  },
  {
    operation: 'sts:DecodeAuthorizationMessage',
    input: denied,
    needs: ['sts:DecodeAuthorizationMessage'],
    faults: [
      { code: 'InvalidAuthorizationMessageException', input: { EncodedMessage: 'nothing' } },
      { code: 'InvalidAuthorizationMessageException', as: 'partner', input: denied },
    ],
  },
  {
    operation: 'sts:AssumeRoot',
    as: 'management',
    before: MANAGER,
    input: AUDIT,
    needs: ['sts:AssumeRoot'],
    faults: [
      { code: 'AccessDenied', before: [], input: AUDIT },
      { code: 'AccessDenied', as: 'default', input: AUDIT },
      { code: 'ValidationError', input: task('arn:aws:iam::aws:policy/AdministratorAccess') },
    ],
    never: { ...REGION, ExpiredTokenException: 'nothing that is handed over expires' },
  },
  {
    operation: 'sts:GetWebIdentityToken',
    before: [OUTBOUND],
    input: { ...TOKEN, Tags: [{ Key: 'team', Value: 'audit' }] },
    needs: ['sts:GetWebIdentityToken', 'sts:TagGetWebIdentityToken'],
    faults: [
      { code: 'OutboundWebIdentityFederationDisabledException', before: [], input: TOKEN },
      { code: 'JWTPayloadSizeExceededException', input: { ...TOKEN, Tags: tags(50) } },
      { code: 'ValidationError', input: { ...TOKEN, SigningAlgorithm: 'HS256' } },
    ],
    never: { SessionDurationEscalationException: 'long-term keys end never; a test of sessions shows it' },
  },
  {
    operation: 'sts:GetDelegatedAccessToken',
    input: { TradeInToken: 'abcd' },
    needs: ['sts:GetDelegatedAccessToken'],
    closed: 'nobody here is a partner of AWS',
    faults: [{ code: 'ExpiredTradeInTokenException', input: { TradeInToken: 'abcd' } }],
    never: { ...REGION, PackedPolicyTooLargeException: 'nobody gets as far as a policy' },
  },
];
