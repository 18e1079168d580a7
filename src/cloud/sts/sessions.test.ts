// What sessions may do, how long, and what they pass on.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../cloud.ts';
import { actAll, at } from '../test/acting.ts';
import { calling, faultOf, keyIn, replyOf } from '../test/caller.ts';
import { policy, trust } from '../test/tern.ts';
import type { Credentials } from '../services.ts';
import type { Input } from '../operation.ts';

const OWN = '111122223333';
const roleArn = (name: string, account = OWN): string => `arn:aws:iam::${account}:role/${name}`;

/** A role with a trust policy that may do what its policy says. */
function role(name: string, trusted: string, may = policy('Allow', '*')): readonly [string, string, Input][] {
  return [
    ['default', 'iam:CreateRole', { RoleName: name, AssumeRolePolicyDocument: trusted }],
    ['default', 'iam:PutRolePolicy', { RoleName: name, PolicyName: 'may', PolicyDocument: may }],
  ];
}

const EVERYTHING = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const OPEN = policy('Allow', EVERYTHING, { Principal: { AWS: OWN } });

/** The credentials of a role's session, and the world in which they are good. */
function taken(
  cloud: Cloud,
  key: Credentials | string,
  name: string,
  more: Input = {},
): { readonly cloud: Cloud; readonly key: Credentials } {
  const outcome = calling(cloud, key, 'sts:AssumeRole', {
    RoleArn: roleArn(name),
    RoleSessionName: 'test',
    ...more,
  });
  return { cloud: outcome.cloud, key: keyIn(replyOf(outcome)) };
}

test('[session-policy-is-a-ceiling] a session may do what its role and its session policy both allow', () => {
  const world = actAll(role('Auditor', OPEN));
  const Policy = policy('Allow', 'iam:ListUsers');
  const { cloud, key } = taken(world, 'default', 'Auditor', { Policy });
  expect(faultOf(calling(cloud, key, 'iam:ListUsers'))).toBe('done');
  expect(faultOf(calling(cloud, key, 'iam:ListRoles'))).toBe(
    `AccessDenied: User: arn:aws:sts::${OWN}:assumed-role/Auditor/test is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::${OWN}:role/ because no session policy allows the iam:ListRoles action`,
  );
  const PolicyArns = [{ arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }];
  const both = taken(world, 'default', 'Auditor', { Policy, PolicyArns });
  expect(faultOf(calling(both.cloud, both.key, 'iam:ListRoles'))).toBe('done');
});

test('[worlds-are-values] credentials end with their time, with their role, and never sooner', () => {
  const { cloud, key } = taken(actAll(role('Auditor', OPEN)), 'default', 'Auditor', { DurationSeconds: 900 });
  const asks = (now: Cloud): string => faultOf(calling(now, key, 'sts:GetCallerIdentity'));
  expect(asks(at(cloud, 899))).toBe('done');
  expect(asks(at(cloud, 900))).toBe('ExpiredToken: The security token included in the request is expired');
  const gone = actAll(
    [
      ['default', 'iam:DeleteRolePolicy', { RoleName: 'Auditor', PolicyName: 'may' }],
      ['default', 'iam:DeleteRole', { RoleName: 'Auditor' }],
      ...role('Auditor', OPEN),
    ],
    cloud,
  );
  expect(asks(gone)).toBe('InvalidClientTokenId: The security token included in the request is invalid.');
});

test('[role-trust-must-name-you] a chained session lasts an hour at most, whatever its role allows', () => {
  const roomy = role('Roomy', OPEN).map(([who, name, input]) =>
    name === 'iam:CreateRole'
      ? ([who, name, { ...input, MaxSessionDuration: 43_200 }] as const)
      : ([who, name, input] as const),
  );
  const first = taken(actAll(roomy), 'default', 'Roomy', { DurationSeconds: 43_200 });
  const again = calling(first.cloud, first.key, 'sts:AssumeRole', {
    RoleArn: roleArn('Roomy'),
    RoleSessionName: 'chained',
    DurationSeconds: 3601,
  });
  expect(faultOf(again)).toBe(
    'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  );
});

test('[role-trust-must-name-you] transitive tags and the source identity follow through a chain', () => {
  const tag = policy('Allow', EVERYTHING, {
    Principal: { AWS: OWN },
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'audit' } },
  });
  const world = actAll([...role('First', OPEN), ...role('Second', tag)]);
  const first = taken(world, 'default', 'First', {
    SourceIdentity: 'mei.tan',
    Tags: [
      { Key: 'team', Value: 'audit' },
      { Key: 'desk', Value: '7' },
    ],
    TransitiveTagKeys: ['team'],
  });
  const second = calling(first.cloud, first.key, 'sts:AssumeRole', {
    RoleArn: roleArn('Second'),
    RoleSessionName: 'second',
  });
  expect(replyOf(second)).toMatchObject({ SourceIdentity: 'mei.tan' });
  expect(second.parts.map(({ request }) => request.action)).toEqual(EVERYTHING);
  const whoami = calling(second.cloud, keyIn(replyOf(second)), 'iam:ListUsers');
  expect(whoami.parts[0]?.request.context).toMatchObject({
    'aws:PrincipalTag/team': 'audit',
    'aws:SourceIdentity': 'mei.tan',
    'aws:PrincipalArn': roleArn('Second'),
  });
  expect(whoami.parts[0]?.request.context).not.toHaveProperty('aws:PrincipalTag/desk');
  const change = { RoleArn: roleArn('Second'), RoleSessionName: 'second' };
  expect(
    faultOf(calling(first.cloud, first.key, 'sts:AssumeRole', { ...change, SourceIdentity: 'oskar' })),
  ).toBe('ValidationError: The source identity is already set for this assume role session');
  const Tags = [{ Key: 'TEAM', Value: 'other' }];
  expect(faultOf(calling(first.cloud, first.key, 'sts:AssumeRole', { ...change, Tags }))).toMatch(
    /^InvalidParameterValue: One of the specified transitive tag keys can't be set/,
  );
});

test('[condition-holds] an external id is what the trust policy asks for, and nothing without it', () => {
  const asks = policy('Allow', 'sts:AssumeRole', {
    Principal: { AWS: '444455556666' },
    Condition: { StringEquals: { 'sts:ExternalId': 'lumen-7' } },
  });
  const world = actAll(role('Partner', asks));
  const input = { RoleArn: roleArn('Partner'), RoleSessionName: 'lumen' };
  const refusal = `AccessDenied: User: arn:aws:iam::444455556666:user/admin is not authorized to perform: sts:AssumeRole on resource: ${roleArn('Partner')} because no role trust policy allows the sts:AssumeRole action`;
  expect(faultOf(calling(world, 'partner', 'sts:AssumeRole', input))).toBe(refusal);
  expect(faultOf(calling(world, 'partner', 'sts:AssumeRole', { ...input, ExternalId: 'lumen-8' }))).toBe(
    refusal,
  );
  expect(faultOf(calling(world, 'partner', 'sts:AssumeRole', { ...input, ExternalId: 'lumen-7' }))).toBe(
    'done',
  );
});

test('[naming-the-issuer-keeps-ceilings] a federated user without a session policy may do nothing', () => {
  const world = actAll([]);
  const bare = calling(world, 'default', 'sts:GetFederationToken', { Name: 'guest' });
  const asked = calling(bare.cloud, keyIn(replyOf(bare)), 's3:ListBuckets');
  expect(faultOf(asked)).toMatch(/because no session policy allows the s3:ListAllMyBuckets action/);
  const Policy = policy('Allow', 's3:*');
  const given = calling(world, 'default', 'sts:GetFederationToken', { Name: 'guest', Policy });
  const key = keyIn(replyOf(given));
  expect(faultOf(calling(given.cloud, key, 's3:ListBuckets'))).toBe('done');
  expect(faultOf(calling(given.cloud, key, 'iam:ListUsers'))).toMatch(/^InvalidClientTokenId/);
  expect(faultOf(calling(given.cloud, key, 'sts:GetSessionToken'))).toBe(
    'AccessDenied: Cannot call GetSessionToken with session credentials',
  );
  expect(replyOf(calling(given.cloud, key, 'sts:GetCallerIdentity'))).toEqual({
    UserId: `${OWN}:guest`,
    Account: OWN,
    Arn: `arn:aws:sts::${OWN}:federated-user/guest`,
  });
});

test('[root-needs-no-policy] root gets an hour, however long it asks for', () => {
  const given = calling(actAll([]), 'root', 'sts:GetSessionToken', { DurationSeconds: 43_200 });
  const { Credentials } = replyOf(given);
  expect(Credentials).toMatchObject({ Expiration: given.cloud.time + 3_600_000 });
  expect(faultOf(calling(given.cloud, keyIn(replyOf(given)), 'sts:AssumeRole', {}))).toMatch(
    /^ValidationError/,
  );
});

test('[federated-user-needs-a-session-policy] a federated user of root may do what the session policy says', () => {
  const Policy = policy('Allow', 's3:*');
  const given = calling(actAll([]), 'root', 'sts:GetFederationToken', { Name: 'guest', Policy });
  const key = keyIn(replyOf(given));
  expect(faultOf(calling(given.cloud, key, 's3:ListBuckets'))).toBe('done');
  expect(faultOf(calling(given.cloud, key, 'sqs:ListQueues'))).toMatch(/because no session policy allows/);
});

test('[session-policy-is-a-ceiling] a root session does its task and nothing else', () => {
  const world = actAll([
    ['management', 'organizations:EnableAWSServiceAccess', { ServicePrincipal: 'iam.amazonaws.com' }],
    ['management', 'iam:EnableOrganizationsRootSessions', {}],
  ]);
  const opened = calling(world, 'management', 'sts:AssumeRoot', {
    TargetPrincipal: OWN,
    TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
  });
  const key = keyIn(replyOf(opened));
  const audit = calling(opened.cloud, key, 'iam:GetAccountSummary');
  expect(faultOf(audit)).toBe('done');
  expect(audit.parts[0]?.request.context).toMatchObject({ 'aws:AssumedRoot': 'true' });
  expect(faultOf(calling(opened.cloud, key, 'iam:ListUsers'))).toMatch(/because no session policy allows/);
  expect(faultOf(calling(at(opened.cloud, 900), key, 'iam:GetAccountSummary'))).toMatch(/^ExpiredToken/);
});

test('[every-refusal-has-words] the message of a refused launch is read in its own account alone', () => {
  const deny = policy('Deny', 'ec2:RunInstances');
  const world = actAll([
    ['default', 'iam:CreatePolicy', { PolicyName: 'NoLaunch', PolicyDocument: deny }],
    [
      'default',
      'iam:AttachUserPolicy',
      { UserName: 'admin', PolicyArn: `arn:aws:iam::${OWN}:policy/NoLaunch` },
    ],
  ]);
  const launch = { ImageId: 'ami-0f1e2d3c4b5a69788', MinCount: 1, MaxCount: 1 };
  const refused = faultOf(calling(world, 'default', 'ec2:RunInstances', launch));
  const [line = '', blob = ''] = refused.split('. Encoded authorization failure message: ');
  expect(line).toMatch(
    new RegExp(`with an explicit deny in an identity-based policy: arn:aws:iam::${OWN}:policy/NoLaunch$`),
  );
  const read = replyOf(calling(world, 'default', 'sts:DecodeAuthorizationMessage', { EncodedMessage: blob }));
  expect(JSON.parse(String(read['DecodedMessage']))).toMatchObject({
    allowed: false,
    explicitDeny: true,
    matchedStatements: { items: [{ effect: 'DENY', actions: { items: [{ value: 'ec2:RunInstances' }] } }] },
    context: {
      principal: { name: 'admin', id: accountOf(world, OWN).users['admin']?.id },
      action: 'ec2:RunInstances',
    },
  });
  const changed = `${blob.slice(0, -2)}${blob.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const [who, EncodedMessage] of [
    ['partner', blob],
    ['default', changed],
  ] as const)
    expect(faultOf(calling(world, who, 'sts:DecodeAuthorizationMessage', { EncodedMessage }))).toBe(
      'InvalidAuthorizationMessageException: Message is not valid',
    );
});

test('[role-trust-must-name-you] a role that trusts a service is nobody else’s', () => {
  const world = actAll(role('Batch', trust({ Service: 'ec2.amazonaws.com' })));
  const input = { RoleArn: roleArn('Batch'), RoleSessionName: 'test' };
  expect(faultOf(calling(world, 'default', 'sts:AssumeRole', input))).toMatch(
    /because no role trust policy allows the sts:AssumeRole action$/,
  );
});

test('[worlds-are-values] the id of a key tells its account, whether or not there is such a key', () => {
  const accountOfKey = (cloud: Cloud, AccessKeyId: string) =>
    replyOf(calling(cloud, 'default', 'sts:GetAccessKeyInfo', { AccessKeyId }))['Account'];
  const world = actAll([]);
  expect(accountOfKey(world, 'ASIAQNZGKIQY56JQ7WML')).toBe('029608264753');
  const [key] = accountOf(world, '444455556666').users['admin']?.keys ?? [];
  const gone = calling(world, 'partner', 'iam:DeleteAccessKey', { AccessKeyId: key?.id ?? '' }).cloud;
  expect(accountOfKey(gone, key?.id ?? '')).toBe('444455556666');
});
