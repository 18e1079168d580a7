// What the history of events tells, to whom, and when.
import { expect, test } from 'vitest';
import type { Cloud } from '../cloud.ts';
import type { Input, Reply } from '../operation.ts';
import { accountOf } from '../cloud.ts';
import { credentialsOf } from '../ec2/role-credentials.ts';
import { actAll, at } from '../test/acting.ts';
import { calling, keyIn, replyOf } from '../test/caller.ts';
import { policy } from '../test/tern.ts';

const OWN = '111122223333';
const QUARTER = 900;

/** The events that somebody finds of a name. */
function found(cloud: Cloud, who: string, name?: string, region = 'us-east-1'): readonly Reply[] {
  const LookupAttributes = name === undefined ? [] : [{ AttributeKey: 'EventName', AttributeValue: name }];
  const reply = replyOf(calling(cloud, who, 'cloudtrail:LookupEvents', { LookupAttributes }, region));
  return reply['Events'] as readonly Reply[];
}

function recordIn(events: readonly Reply[]): Input {
  return JSON.parse(String(events[0]?.['CloudTrailEvent'])) as Input;
}

test('[worlds-are-values] an event is found after two minutes at the soonest, after fifteen at the latest', () => {
  const cloud = actAll(
    Array.from({ length: 40 }, (_, i) => ['default', 'iam:CreateUser', { UserName: `user-${i}` }] as const),
  );
  const counts = [0, 119, 400, QUARTER].map((seconds) => found(at(cloud, seconds), 'default').length);
  expect(counts[0]).toBe(0);
  expect(counts[1]).toBe(0);
  expect(counts[2]).toBeGreaterThan(0);
  expect(counts[2]).toBeLessThan(40);
  expect(counts[3]).toBe(40);
});

test('[worlds-are-values] events are told newest first, by page, by attribute and by time', () => {
  const first = actAll([['default', 'iam:CreateUser', { UserName: 'mei' }]]);
  const cloud = at(actAll([['default', 'iam:CreateUser', { UserName: 'oskar' }]], at(first, 60)), QUARTER);
  const ask = (input: Input): Reply => replyOf(calling(cloud, 'default', 'cloudtrail:LookupEvents', input));
  const by = (AttributeKey: string, AttributeValue: string) =>
    (ask({ LookupAttributes: [{ AttributeKey, AttributeValue }] })['Events'] as readonly Reply[]).length;
  const page = ask({ MaxResults: 1 });
  expect(page).toMatchObject({ Events: [{ Resources: [{ ResourceName: 'oskar' }] }] });
  expect(ask({ MaxResults: 1, NextToken: page['NextToken'] })).toMatchObject({
    Events: [{ Resources: [{ ResourceType: 'AWS::IAM::User', ResourceName: 'mei' }] }],
  });
  expect([by('Username', 'admin'), by('Username', 'mei'), by('ResourceName', 'mei')]).toEqual([2, 0, 1]);
  expect([by('ReadOnly', 'false'), by('ReadOnly', 'true'), by('EventSource', 'iam.amazonaws.com')]).toEqual([
    2, 0, 2,
  ]);
  expect(ask({ StartTime: first.time + 1 })).toMatchObject({ Events: [{ EventName: 'CreateUser' }] });
  expect(ask({ EndTime: first.time })['Events']).toHaveLength(1);
});

test('[every-refusal-has-words] a refusal is told with its code and its words, IAM’s in the one region of IAM', () => {
  const cloud = at(
    calling(actAll([]), 'default', 'iam:GetUser', { UserName: 'none' }, 'eu-west-1').cloud,
    QUARTER,
  );
  expect(found(cloud, 'default', 'GetUser', 'eu-west-1')).toEqual([]);
  expect(recordIn(found(cloud, 'default', 'GetUser'))).toMatchObject({
    eventVersion: '1.11',
    userIdentity: {
      type: 'IAMUser',
      arn: `arn:aws:iam::${OWN}:user/admin`,
      accountId: OWN,
      userName: 'admin',
    },
    eventSource: 'iam.amazonaws.com',
    awsRegion: 'us-east-1',
    errorCode: 'NoSuchEntityException',
    errorMessage: 'The user with name none cannot be found.',
    requestParameters: { userName: 'none' },
    responseElements: null,
    readOnly: true,
    recipientAccountId: OWN,
  });
});

test('[worlds-are-values] no secret is told, and no data of buckets and tables', () => {
  const cloud = at(
    actAll([
      ['default', 'iam:CreateUser', { UserName: 'mei' }],
      ['default', 'iam:CreateAccessKey', { UserName: 'mei' }],
      ['default', 'iam:CreateLoginProfile', { UserName: 'mei', Password: 'Tern-4711-quay' }],
      ['default', 'sts:GetSessionToken', {}],
    ]),
    QUARTER,
  );
  const all = found(cloud, 'default');
  expect(all.map(({ EventName }) => EventName)).toEqual([
    'GetSessionToken',
    'CreateLoginProfile',
    'CreateAccessKey',
    'CreateUser',
  ]);
  const secrets = JSON.stringify(cloud.temporary).match(/(?<="secret":")[^"]+/g) ?? [];
  const keys = Object.values(cloud.accounts[OWN]?.users['mei']?.keys ?? []).map(({ secret }) => secret);
  for (const secret of [...secrets, ...keys, 'Tern-4711-quay'])
    expect(JSON.stringify(all)).not.toContain(secret);
  const listed = calling(actAll([]), 'default', 'dynamodb:GetItem', { TableName: 't', Key: {} });
  expect(found(at(listed.cloud, QUARTER), 'default')).toEqual([]);
});

test('[both-accounts-must-allow] both accounts are told of a role that was taken, each in its own way', () => {
  const trusted = policy('Allow', 'sts:AssumeRole', { Principal: { AWS: '444455556666' } });
  const take = { RoleArn: `arn:aws:iam::${OWN}:role/Auditor`, RoleSessionName: 'mei-audit' };
  const world = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'Auditor', AssumeRolePolicyDocument: trusted }],
    ['partner', 'sts:AssumeRole', take],
  ]);
  const cloud = at(world, QUARTER);
  const [theirs, ours] = ['partner', 'default'].map((who) => recordIn(found(cloud, who, 'AssumeRole')));
  expect(theirs).toMatchObject({
    userIdentity: { type: 'IAMUser', userName: 'admin' },
    recipientAccountId: '444455556666',
    resources: [{ accountId: OWN, type: 'AWS::IAM::Role', ARN: take.RoleArn }],
    responseElements: { credentials: { expiration: 'Nov 23, 2026, 10:00:00 AM' } },
  });
  expect(ours?.['userIdentity']).toEqual({
    type: 'AWSAccount',
    principalId: cloud.accounts['444455556666']?.users['admin']?.id,
    accountId: '444455556666',
  });
  expect(ours?.['sharedEventID']).toBe(theirs?.['sharedEventID']);
  expect(ours?.['eventID']).not.toBe(theirs?.['eventID']);
  const refused = calling(world, 'partner', 'sts:AssumeRole', { ...take, RoleArn: `${take.RoleArn}2` });
  expect(found(at(refused.cloud, QUARTER), 'default', 'AssumeRole')).toHaveLength(1);
  expect(found(at(refused.cloud, QUARTER), 'partner', 'AssumeRole')).toHaveLength(2);
});

test('[both-accounts-must-allow] a member is told that its root user was stood in for, and what was done', () => {
  const world = actAll([
    ['management', 'organizations:EnableAWSServiceAccess', { ServicePrincipal: 'iam.amazonaws.com' }],
    ['management', 'iam:EnableOrganizationsRootSessions', {}],
  ]);
  const opened = calling(world, 'management', 'sts:AssumeRoot', {
    TargetPrincipal: OWN,
    TaskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials' },
  });
  const asked = calling(opened.cloud, keyIn(replyOf(opened)), 'iam:GetAccountSummary');
  const cloud = at(asked.cloud, QUARTER);
  expect(recordIn(found(cloud, 'default', 'AssumeRoot'))).toMatchObject({
    userIdentity: { type: 'AWSAccount', accountId: '999900001111' },
    requestParameters: { targetPrincipal: OWN },
    readOnly: false,
  });
  expect(recordIn(found(cloud, 'default', 'GetAccountSummary'))).toMatchObject({
    userIdentity: { type: 'Root', sessionContext: { assumedRoot: 'true' } },
  });
});

test('[naming-the-role-keeps-ceilings] a session is told with the role that it came from', () => {
  const trusted = policy('Allow', ['sts:AssumeRole', 'sts:SetSourceIdentity'], { Principal: { AWS: OWN } });
  const world = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'Auditor', AssumeRolePolicyDocument: trusted }],
  ]);
  const taken = calling(world, 'default', 'sts:AssumeRole', {
    RoleArn: `arn:aws:iam::${OWN}:role/Auditor`,
    RoleSessionName: 'mei-audit',
    SourceIdentity: 'mei.tan',
  });
  const asked = calling(taken.cloud, keyIn(replyOf(taken)), 'iam:ListUsers');
  const events = found(at(asked.cloud, QUARTER), 'default', 'ListUsers');
  expect(events).toMatchObject([{ Username: 'mei-audit', ReadOnly: 'true' }]);
  expect(recordIn(events)).toMatchObject({
    errorCode: 'AccessDenied',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${OWN}:assumed-role/Auditor/mei-audit`,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${OWN}:role/Auditor`, userName: 'Auditor' },
        attributes: { creationDate: '2026-11-23T09:00:00Z', mfaAuthenticated: 'false' },
        sourceIdentity: 'mei.tan',
      },
    },
  });
});

test('[worlds-are-values] root and federated users are told as what they are', () => {
  const given = calling(actAll([]), 'default', 'sts:GetFederationToken', {
    Name: 'guest',
    Policy: policy('Allow', 's3:*'),
  });
  const listed = calling(given.cloud, keyIn(replyOf(given)), 's3:ListBuckets');
  const cloud = at(calling(listed.cloud, 'root', 'iam:ListUsers').cloud, QUARTER);
  expect(recordIn(found(cloud, 'default', 'ListUsers'))['userIdentity']).toMatchObject({
    type: 'Root',
    principalId: OWN,
    arn: `arn:aws:iam::${OWN}:root`,
  });
  expect(recordIn(found(cloud, 'default', 'ListBuckets'))['userIdentity']).toMatchObject({
    type: 'FederatedUser',
    principalId: `${OWN}:guest`,
    sessionContext: { sessionIssuer: { type: 'IAMUser', userName: 'admin' } },
  });
});

test('[every-pair-must-pass] no event is called PassRole', () => {
  const trusted = policy('Allow', 'sts:AssumeRole', { Principal: { Service: 'ec2.amazonaws.com' } });
  const profile = { InstanceProfileName: 'web' };
  const world = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'Web', AssumeRolePolicyDocument: trusted }],
    ['default', 'iam:CreateInstanceProfile', profile],
    ['default', 'iam:AddRoleToInstanceProfile', { ...profile, RoleName: 'Web' }],
  ]);
  const launched = calling(world, 'default', 'ec2:RunInstances', {
    ImageId: 'ami-0f1e2d3c4b5a69788',
    MinCount: 1,
    MaxCount: 1,
    IamInstanceProfile: { Name: 'web' },
  });
  expect(launched.parts.map(({ request }) => request.action)).toContain('iam:PassRole');
  const names = found(at(launched.cloud, QUARTER), 'default').map(({ EventName }) => EventName);
  expect(names).toContain('RunInstances');
  expect(names).not.toContain('PassRole');
});

test('[role-trust-must-name-you] a service that takes the role of an instance is told as a service, once for all its keys', () => {
  const trusted = policy('Allow', 'sts:AssumeRole', { Principal: { Service: 'ec2.amazonaws.com' } });
  const profile = { InstanceProfileName: 'web' };
  const world = actAll([
    ['default', 'iam:CreateRole', { RoleName: 'Web', AssumeRolePolicyDocument: trusted }],
    ['default', 'iam:CreateInstanceProfile', profile],
    ['default', 'iam:AddRoleToInstanceProfile', { ...profile, RoleName: 'Web' }],
    [
      'default',
      'ec2:RunInstances',
      {
        ...{ ImageId: 'ami-0f1e2d3c4b5a69788', MinCount: 1, MaxCount: 1 },
        IamInstanceProfile: { Name: 'web' },
      },
    ],
  ]);
  const account = accountOf(world, OWN);
  const asked = Object.values(account.instances).map((one) =>
    credentialsOf(world, account, one, 'Web', '2.0'),
  );
  const cloud = at(asked[0]?.cloud ?? world, QUARTER);
  const events = found(cloud, 'default', 'AssumeRole');
  const [instance = ''] = Object.keys(accountOf(cloud, OWN).instances);
  expect(events).toHaveLength(1);
  expect(recordIn(events)).toMatchObject({
    userIdentity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' },
    sourceIPAddress: 'ec2.amazonaws.com',
    userAgent: 'ec2.amazonaws.com',
    requestParameters: { roleArn: `arn:aws:iam::${OWN}:role/Web`, roleSessionName: instance },
    responseElements: {
      assumedRoleUser: { arn: `arn:aws:sts::${OWN}:assumed-role/Web/${instance}` },
    },
    resources: [{ accountId: OWN, type: 'AWS::IAM::Role', ARN: `arn:aws:iam::${OWN}:role/Web` }],
    recipientAccountId: OWN,
  });
  expect(JSON.stringify(events)).not.toContain('ecretAccessKey');
  expect(found(cloud, 'partner', 'AssumeRole')).toEqual([]);
});
