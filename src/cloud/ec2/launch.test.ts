// What follows from launching instances: states that take time, keys that policies look at, endpoints on the way.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../index.ts';
import { callAs, SERVICES } from '../services.ts';
import { partOf } from '../authorize.ts';
import type { Input, Reply } from '../operation.ts';
import { act, actAll, at, type Act } from '../test/acting.ts';
import { policy } from '../test/tern.ts';
import { credentialsOf } from './role-credentials.ts';

const ACCOUNT = '111122223333';
const IMAGE = 'ami-0123456789abcdef0';
const ONE = { ImageId: IMAGE, MinCount: 1, MaxCount: 1 };
const launch = (more: Input = {}): Act => ['default', 'ec2:RunInstances', { ...ONE, ...more }];
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const PROFILE: readonly Act[] = [
  ['default', 'iam:CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: TRUST }],
  [
    'default',
    'iam:PutRolePolicy',
    { RoleName: 'app', PolicyName: 'all', PolicyDocument: policy('Allow', '*') },
  ],
  ['default', 'iam:CreateInstanceProfile', { InstanceProfileName: 'web' }],
  ['default', 'iam:AddRoleToInstanceProfile', { InstanceProfileName: 'web', RoleName: 'app' }],
];
const WITH_ROLE = { IamInstanceProfile: { Name: 'web' } };

/** Adds a Deny to the administrator who launches. */
function denying(Action: string, Condition: object, Resource = '*'): Act {
  const statement = { Effect: 'Deny', Action, Resource, Condition };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return ['default', 'iam:PutUserPolicy', { UserName: 'admin', PolicyName: 'not-this', PolicyDocument }];
}

function idIn(cloud: Cloud): string {
  return Object.keys(accountOf(cloud, ACCOUNT).instances).at(-1) ?? '';
}

function stateOf(cloud: Cloud): string {
  const { reply } = act(cloud, ['default', 'ec2:DescribeInstances', {}]);
  return /"State":{"Code":\d+,"Name":"([a-z-]+)"/.exec(JSON.stringify(reply))?.[1] ?? 'gone';
}

test('[worlds-are-values] an instance is pending for seconds, and every other change takes seconds too', () => {
  const started = actAll([launch()]);
  const ids = { InstanceIds: [idIn(started)] };
  const running = at(started, 10);
  const stopping = act(running, ['default', 'ec2:StopInstances', ids]).cloud;
  const stopped = at(stopping, 20);
  const again = act(stopped, ['default', 'ec2:StartInstances', ids]).cloud;
  const ending = act(at(again, 10), ['default', 'ec2:TerminateInstances', ids]).cloud;
  expect([started, running, stopping, stopped, again, ending, at(ending, 20)].map(stateOf)).toEqual([
    ...['pending', 'running', 'stopping', 'stopped', 'pending', 'shutting-down', 'terminated'],
  ]);
  expect(stateOf(at(ending, 3600))).toBe('gone');
});

test.each<[key: string, condition: object, good: Input]>([
  [
    'ec2:MetadataHttpTokens',
    { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    { MetadataOptions: { HttpTokens: 'required' } },
  ],
  ['ec2:InstanceType', { StringNotEquals: { 'ec2:InstanceType': 't3.nano' } }, { InstanceType: 't3.nano' }],
  [
    'aws:RequestTag',
    { Null: { 'aws:RequestTag/team': 'true' } },
    { TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'booking' }] }] },
  ],
  [
    'ec2:InstanceProfile',
    { ArnNotLike: { 'ec2:InstanceProfile': `arn:aws:iam::${ACCOUNT}:instance-profile/web` } },
    WITH_ROLE,
  ],
])(
  '[a-condition-must-hold] a launch is refused by its %s, and goes through with the right one',
  (_, condition, good) => {
    const cloud = actAll([
      ...PROFILE,
      denying('ec2:RunInstances', condition, `arn:aws:ec2:*:${ACCOUNT}:instance/*`),
    ]);
    expect(() => act(cloud, launch())).toThrow('UnauthorizedOperation');
    expect(idIn(act(cloud, launch(good)).cloud)).toMatch(/^i-/);
  },
);

test('[every-pair-must-pass] tags at a launch need CreateTags, which a policy may give for launches alone', () => {
  const tags = { TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'x' }] }] };
  const cloud = actAll([
    launch(),
    denying('ec2:CreateTags', { StringNotEqualsIfExists: { 'ec2:CreateAction': 'RunInstances' } }),
  ]);
  expect(idIn(act(cloud, launch(tags)).cloud)).not.toBe(idIn(cloud));
  const later: Act = [
    'default',
    'ec2:CreateTags',
    { Resources: [idIn(cloud)], Tags: [{ Key: 'a', Value: 'b' }] },
  ];
  expect(() => act(cloud, later)).toThrow('ec2:CreateTags');
});

test('[every-pair-must-pass] a parameter may name the image to whoever may read it', () => {
  const name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
  const named = launch({ ImageId: `resolve:ssm:${name}` });
  const { reply } = act(actAll([]), named);
  expect(JSON.stringify(reply)).toMatch(/"ImageId":"ami-[0-9a-f]{17}"/);
  const cloud = actAll([denying('ssm:GetParameters', {})]);
  expect(() => act(cloud, named)).toThrow('ssm:GetParameters');
  expect(() => act(cloud, launch({ ImageId: 'resolve:ssm:/none' }))).toThrow('InvalidParameterValue');
});

test('[every-pair-must-pass] a launch with a profile hands its role over, to instances of this account', () => {
  const cloud = actAll([
    ...PROFILE,
    denying('iam:PassRole', {
      ArnLike: { 'iam:AssociatedResourceArn': `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*` },
    }),
  ]);
  expect(() => act(cloud, launch(WITH_ROLE))).toThrow('iam:PassRole');
  expect(idIn(act(cloud, launch()).cloud)).toMatch(/^i-/);
});

test('[worlds-are-values] each region has networks and instances of its own', () => {
  const cloud = actAll([launch()]);
  const [profile] = Object.values(accountOf(cloud, ACCOUNT).users);
  const key = profile?.keys[0];
  const wanted = { operation: 'ec2:DescribeInstances', input: {}, region: 'eu-west-1' };
  const credentials = { accessKeyId: key?.id ?? '', secretAccessKey: key?.secret ?? '' };
  expect(callAs(cloud, credentials, wanted, SERVICES)).toMatchObject({ reply: { Reservations: [] } });
});

/** What the keys of the newest instance may do through the network of their instance. */
function decidedInside(cloud: Cloud, action: string): string {
  const account = accountOf(cloud, ACCOUNT);
  const instance = account.instances[idIn(cloud)];
  const keys = instance && credentialsOf(cloud, account, instance, 'app', '2.0');
  if (!keys) throw new Error('no keys');
  const asked = { action, on: 'arn:aws:s3:::tern-quay/x' };
  return partOf(keys.cloud, keys.credentials.session, asked, 'us-east-1').verdict.decision;
}

test('[endpoint-policy-must-allow] requests from inside go through the endpoint of their network, once it is ready', () => {
  const open = actAll([...PROFILE, launch(WITH_ROLE)]);
  expect(decidedInside(open, 's3:PutObject')).toBe('allowed');
  const VpcId = accountOf(open, ACCOUNT).instances[idIn(open)]?.launch?.vpc ?? '';
  const PolicyDocument = policy('Allow', 's3:GetObject', { Principal: '*', Resource: '*' });
  const made = act(open, [
    'default',
    'ec2:CreateVpcEndpoint',
    { VpcId, ServiceName: 'com.amazonaws.us-east-1.s3', PolicyDocument },
  ]);
  expect(decidedInside(made.cloud, 's3:PutObject')).toBe('implicitDeny');
  expect(decidedInside(made.cloud, 's3:GetObject')).toBe('allowed');
  const reset = { VpcEndpointId: endpointIn(made.reply), ResetPolicy: true };
  const closed = act(made.cloud, ['default', 'ec2:ModifyVpcEndpoint', reset]).cloud;
  expect(decidedInside(closed, 's3:PutObject')).toBe('allowed');
});

test('[endpoint-policy-must-allow] an interface takes a minute, and counts only under the name of its service', () => {
  const open = actAll([...PROFILE, launch(WITH_ROLE)]);
  const VpcId = accountOf(open, ACCOUNT).instances[idIn(open)]?.launch?.vpc ?? '';
  const PolicyDocument = policy('Allow', 'sqs:ReceiveMessage', { Principal: '*', Resource: '*' });
  const wanted = {
    VpcId,
    ServiceName: 'com.amazonaws.us-east-1.sqs',
    PolicyDocument,
    VpcEndpointType: 'Interface',
  };
  const made = act(open, ['default', 'ec2:CreateVpcEndpoint', wanted]).cloud;
  expect(decidedInside(made, 'sqs:SendMessage')).toBe('allowed');
  expect(decidedInside(at(made, 60), 'sqs:SendMessage')).toBe('implicitDeny');
  const named = act(open, [
    'default',
    'ec2:CreateVpcEndpoint',
    { ...wanted, PrivateDnsEnabled: false },
  ]).cloud;
  expect(decidedInside(at(named, 60), 'sqs:SendMessage')).toBe('allowed');
});

const endpointIn = (reply: Reply): string => /vpce-[0-9a-f]{17}/.exec(JSON.stringify(reply))?.[0] ?? '';
