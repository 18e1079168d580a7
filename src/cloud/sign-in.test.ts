// Who asks, and with which documents and condition keys.
import { expect, test } from 'vitest';
import { ask, call, parts, signIn, type Cloud, type Part, type Session } from './index.ts';
import * as tern from './test/tern.ts';

const { ACCOUNT, START } = tern;
const READY = tern.after(START, tern.CREATE_ROLE, tern.MAY_WRITE, ...tern.PROFILE, tern.MAY_PASS, [
  'user/mei.tan',
  'ec2:RunInstances',
  tern.LAUNCH,
]);
const INSTANCE = Object.keys(READY.accounts[ACCOUNT]?.instances ?? {})[0] ?? '';
const OBJECT = 'arn:aws:s3:::tern-timetables/winter.csv';

function sessionOf(cloud: Cloud, who: string): Session {
  const signed = signIn(cloud, who);
  if (!('session' in signed)) throw new Error(signed.fault.message);
  return signed.session;
}

function partOf(cloud: Cloud, who: string, context = {}): Part {
  const asked = parts(cloud, sessionOf(cloud, who), { action: 's3:GetObject', on: OBJECT, context });
  const [part] = 'fault' in asked ? [] : asked;
  if (!part) throw new Error('one pair is asked');
  return part;
}

const ALWAYS = {
  'aws:CurrentTime': '2026-11-23T09:00:00Z',
  'aws:EpochTime': '1795424400',
  'aws:SecureTransport': 'true',
  'aws:ViaAWSService': 'false',
  'aws:ResourceAccount': ACCOUNT,
};
const CALLER = {
  ...ALWAYS,
  'aws:PrincipalAccount': ACCOUNT,
  'aws:PrincipalIsAWSService': 'false',
  'aws:RequestedRegion': 'eu-west-1',
  'aws:SourceIp': '192.0.2.17',
};

test('[missing-key-fails] a user with long-term keys carries its name and tags, and nothing about MFA', () => {
  expect(partOf(READY, 'user/mei.tan').request.context).toEqual({
    ...CALLER,
    'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan`,
    'aws:PrincipalType': 'User',
    'aws:PrincipalTag/team': 'booking',
    'aws:userid': READY.accounts[ACCOUNT]?.users['mei.tan']?.id,
    'aws:username': 'mei.tan',
  });
});

test('[condition-holds] an instance carries the ARN of its role, not of its session', () => {
  expect(partOf(READY, 'instance/booking-1').request.context).toEqual({
    ...CALLER,
    'aws:PrincipalArn': tern.ROLE,
    'aws:PrincipalType': 'AssumedRole',
    'aws:userid': `${READY.accounts[ACCOUNT]?.roles['bookings']?.id ?? ''}:${INSTANCE}`,
    'aws:MultiFactorAuthPresent': 'false',
    'aws:TokenIssueTime': '2026-11-23T09:00:00Z',
    'ec2:SourceInstanceArn': `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/${INSTANCE}`,
  });
});

test('[condition-holds] root and a service are told apart', () => {
  expect(partOf(READY, 'root').request.context).toEqual({
    ...CALLER,
    'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:root`,
    'aws:PrincipalType': 'Account',
    'aws:userid': ACCOUNT,
  });
  expect(partOf(READY, 'service/ec2.amazonaws.com').request.context).toEqual({
    ...ALWAYS,
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': 'ec2.amazonaws.com',
  });
});

test('[condition-holds] keys of the request win over those of the cloud, whatever their case', () => {
  const { context } = partOf(READY, 'user/mei.tan', {
    'AWS:sourceip': '198.51.100.4',
    'aws:MultiFactorAuthPresent': 'true',
  }).request;
  expect(Object.entries(context).filter(([key]) => /sourceip|multi/i.test(key))).toEqual([
    ['AWS:sourceip', '198.51.100.4'],
    ['aws:MultiFactorAuthPresent', 'true'],
  ]);
});

test('[identity-policies-add-up] own policies come first, then those of the groups, each managed policy once', () => {
  const attach = { PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/FirstWeek` };
  const cloud = tern.after(
    READY,
    ['user/ana', 'iam:AttachUserPolicy', { UserName: 'mei.tan', ...attach }],
    ['user/ana', 'iam:AttachGroupPolicy', { GroupName: 'developers', ...attach }],
  );
  const { names, layers } = partOf(cloud, 'user/mei.tan');
  expect(names).toEqual({
    identity: ['policy/FirstWeek', 'group/developers/inline/launch', 'group/developers/inline/more'],
  });
  expect(layers.identity).toHaveLength(3);
});

test('[resource-policy-alone-is-enough] the bucket policy is the resource policy of its objects', () => {
  const Policy = tern.policy('Allow', 's3:GetObject', {
    Principal: '*',
    Resource: 'arn:aws:s3:::tern-timetables/*',
  });
  const cloud = tern.after(READY, ['user/ana', 's3:PutBucketPolicy', { Bucket: 'tern-timetables', Policy }]);
  const { names, verdict } = partOf(cloud, 'user/oskar');
  expect(names).toEqual({ identity: [], resource: 'bucket/tern-timetables/policy' });
  expect(verdict.decision).toBe('allowed');
});

test('[role-trust-must-name-you] names are found by kind; an unknown one is nobody', () => {
  expect(sessionOf(READY, `instance/${INSTANCE}`)).toEqual(sessionOf(READY, 'instance/booking-1'));
  expect(sessionOf(READY, 'role/bookings').principal.roleArn).toBe(tern.ROLE);
  for (const who of [
    'user/none',
    'user/constructor',
    'role/none',
    'instance/none',
    'group/developers',
    'constructor',
    'service',
    '',
  ]) {
    expect(signIn(READY, who)).toEqual({
      fault: { code: 'NoSuchEntity', message: `nobody here is called ${who}` },
      parts: [],
    });
  }
});

test('[role-trust-must-name-you] the trust policy counts when the instance signs in, not when it was launched', () => {
  const closed = tern.after(READY, [
    'user/ana',
    'iam:UpdateAssumeRolePolicy',
    { RoleName: 'bookings', PolicyDocument: tern.trust({ Service: 'lambda.amazonaws.com' }) },
  ]);
  expect(signIn(closed, 'instance/booking-1')).toMatchObject({ fault: { code: 'NoCredentials' } });
});

test('[every-pair-must-pass] asking changes nothing and agrees with calling', () => {
  for (const who of ['user/ana', 'user/mei.tan', 'instance/booking-1', 'role/bookings', 'root']) {
    const session = sessionOf(READY, who);
    const wanted = { operation: 'dynamodb:UpdateItem', input: { TableName: 'orders' } };
    const asked = ask(READY, session, wanted)?.decision === 'allowed';
    expect('reply' in call(READY, session, wanted)).toBe(asked);
  }
});

test('[service-needs-the-resource-policy] a service makes no calls of its own here', () => {
  const outcome = tern.act(READY, 'service/ec2.amazonaws.com', 'dynamodb:UpdateItem', {
    TableName: 'orders',
  });
  expect(tern.codeOf(outcome)).toBe('NotSimulated');
});

test('[several-values-need-a-set-operator] a request may carry a key with several values', () => {
  const session = sessionOf(READY, 'user/ana');
  const asked = parts(READY, session, {
    action: 's3:GetObject',
    on: OBJECT,
    context: { 'aws:TagKeys': ['a', 'b'] },
  });
  expect('fault' in asked ? asked.fault : asked[0]?.request.context['aws:TagKeys']).toEqual(['a', 'b']);
});

test('[role-trust-must-name-you] sts:AssumeRole answers with the session, and GetCallerIdentity names the caller', () => {
  const cloud = tern.after(READY, [
    'user/ana',
    'iam:CreateRole',
    { RoleName: 'auditor', Path: '/a/', AssumeRolePolicyDocument: tern.trust({ AWS: ACCOUNT }) },
  ]);
  const assumed = tern.act(cloud, 'user/ana', 'sts:AssumeRole', {
    RoleArn: `arn:aws:iam::${ACCOUNT}:role/a/auditor`,
    RoleSessionName: 'ana-1',
  });
  const id = cloud.accounts[ACCOUNT]?.roles['auditor']?.id ?? '';
  expect(assumed).toMatchObject({
    reply: {
      Credentials: {
        AccessKeyId: expect.stringMatching(/^ASIA\w{16}$/) as string,
        Expiration: Date.parse('2026-11-23T10:00:00Z'),
      },
      AssumedRoleUser: {
        AssumedRoleId: `${id}:ana-1`,
        Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/auditor/ana-1`,
      },
    },
  });
  const denied = tern.after(cloud, [
    'user/ana',
    'iam:PutUserPolicy',
    { UserName: 'oskar', PolicyName: 'no', PolicyDocument: tern.policy('Deny', 'sts:*') },
  ]);
  expect(tern.act(denied, 'user/oskar', 'sts:GetCallerIdentity')).toMatchObject({
    reply: {
      UserId: cloud.accounts[ACCOUNT]?.users['oskar']?.id,
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/oskar`,
    },
  });
});
