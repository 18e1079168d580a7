// Every operation: it goes through for an administrator, and no needed action can be left out.
import { expect, test } from 'vitest';
import { parts, signIn, type Cloud } from './index.ts';
import { SCENARIO_OPERATIONS } from './scenario-operations.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Input } from './operation.ts';
import * as tern from './test/tern.ts';

const READY = tern.after(
  tern.START,
  tern.CREATE_ROLE,
  ...tern.PROFILE,
  ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: 'empty' }],
  ['user/ana', 'ec2:RunInstances', { ImageId: tern.IMAGE }],
  [
    'user/ana',
    'iam:CreateRole',
    { RoleName: 'auditor', AssumeRolePolicyDocument: tern.trust({ AWS: tern.ACCOUNT }) },
  ],
);
const INSTANCE_ID = Object.keys(READY.accounts[tern.ACCOUNT]?.instances ?? {})[0];

const document = { PolicyName: 'new', PolicyDocument: tern.policy('Allow', 's3:GetObject') };
const attach = { PolicyArn: `arn:aws:iam::${tern.ACCOUNT}:policy/FirstWeek` };
const object = { Bucket: 'tern-timetables', Key: 'winter.csv' };
const onBucket = tern.policy('Deny', 's3:DeleteObject', {
  Principal: '*',
  Resource: 'arn:aws:s3:::tern-timetables/*',
});

/** The operation, an input with which it goes through, and the actions that it needs. */
const TABLE: readonly (readonly [name: string, input: Input, needs: readonly string[]])[] = [
  ['iam:PutUserPolicy', { UserName: 'oskar', ...document }, ['iam:PutUserPolicy']],
  ['iam:PutGroupPolicy', { GroupName: 'developers', ...document }, ['iam:PutGroupPolicy']],
  ['iam:PutRolePolicy', { RoleName: 'bookings', ...document }, ['iam:PutRolePolicy']],
  [
    'iam:CreatePolicyVersion',
    { ...attach, PolicyDocument: document.PolicyDocument, SetAsDefault: true },
    ['iam:CreatePolicyVersion'],
  ],
  ['iam:CreateRole', { RoleName: 'new', AssumeRolePolicyDocument: tern.EC2_TRUST }, ['iam:CreateRole']],
  [
    'iam:UpdateAssumeRolePolicy',
    { RoleName: 'bookings', PolicyDocument: tern.trust({ AWS: tern.ACCOUNT }) },
    ['iam:UpdateAssumeRolePolicy'],
  ],
  ['iam:AddUserToGroup', { UserName: 'oskar', GroupName: 'developers' }, ['iam:AddUserToGroup']],
  ['iam:CreateInstanceProfile', { InstanceProfileName: 'new' }, ['iam:CreateInstanceProfile']],
  [
    'iam:AddRoleToInstanceProfile',
    { InstanceProfileName: 'empty', RoleName: 'bookings' },
    ['iam:AddRoleToInstanceProfile', 'iam:PassRole'],
  ],
  ['ec2:RunInstances', tern.LAUNCH, ['ec2:RunInstances', 'ec2:RunInstances', 'iam:PassRole']],
  [
    'ec2:AssociateIamInstanceProfile',
    { InstanceId: INSTANCE_ID, IamInstanceProfile: { Name: 'bookings' } },
    ['ec2:AssociateIamInstanceProfile', 'iam:PassRole'],
  ],
  ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'].map(
    (name) => [`dynamodb:${name}`, { TableName: 'orders' }, [`dynamodb:${name}`]] as const,
  ),
  ...['GetObject', 'PutObject', 'DeleteObject'].map(
    (name) => [`s3:${name}`, object, [`s3:${name}`]] as const,
  ),
  ['s3:ListBucket', { Bucket: 'tern-timetables' }, ['s3:ListBucket']],
  ['s3:PutBucketPolicy', { Bucket: 'tern-timetables', Policy: onBucket }, ['s3:PutBucketPolicy']],
  [
    'sts:AssumeRole',
    { RoleArn: `arn:aws:iam::${tern.ACCOUNT}:role/auditor`, RoleSessionName: 'ana' },
    ['sts:AssumeRole'],
  ],
  ['sts:GetCallerIdentity', {}, []],
];

test('[identity-policies-add-up] the table has every operation', () => {
  expect(TABLE.map(([name]) => name).sort()).toEqual([...SCENARIO_OPERATIONS.keys()].sort());
});

test.each(TABLE)(
  '[every-pair-must-pass] %s goes through for an administrator and asks for its actions',
  (name, input, needs) => {
    expect(tern.messageOf(tern.act(READY, 'user/ana', name, input))).toBe('');
    expect(actionsOf(READY, name, input)).toEqual(needs);
  },
);

function actionsOf(cloud: Cloud, operation: string, input: Input): readonly string[] {
  const signed = signIn(cloud, 'user/ana');
  const asked = 'session' in signed ? parts(cloud, signed.session, { operation, input }, SCENARIOS) : [];
  return 'fault' in asked ? [asked.fault.code] : asked.map(({ request }) => request.action);
}

const PAIRS = TABLE.flatMap(([name, input, needs]) =>
  [...new Set(needs)].map((action) => [name, action, input] as const),
);

test.each(PAIRS)(
  '[explicit-deny-wins] %s is refused to an administrator who is denied %s',
  (name, action, input) => {
    const cloud = tern.after(READY, [
      'user/ana',
      'iam:PutUserPolicy',
      { UserName: 'ana', PolicyName: 'not-this', PolicyDocument: tern.policy('Deny', action) },
    ]);
    const outcome = tern.act(cloud, 'user/ana', name, input);
    expect(outcome).toMatchObject({ verdict: { decision: 'explicitDeny' }, cloud });
    expect(tern.messageOf(outcome)).toContain(`not authorized to perform: ${action} on resource: `);
    expect(tern.messageOf(outcome)).toMatch(/with an explicit deny in an identity-based policy/);
  },
);
