// When an instance can be talked to, and by whom.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../index.ts';
import { withAccount } from '../cloud.ts';
import { act, actAll, at, type Act } from '../test/acting.ts';
import { policy } from '../test/tern.ts';

const ACCOUNT = '111122223333';
const LAUNCH = { ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1 };
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const PROFILE: readonly Act[] = [
  ['default', 'iam:CreateRole', { RoleName: 'app', AssumeRolePolicyDocument: TRUST }],
  ['default', 'iam:CreateInstanceProfile', { InstanceProfileName: 'web' }],
  ['default', 'iam:AddRoleToInstanceProfile', { InstanceProfileName: 'web', RoleName: 'app' }],
];
const launch = (more: object = {}): Act => ['default', 'ec2:RunInstances', { ...LAUNCH, ...more }];
const idIn = (cloud: Cloud): string => Object.keys(accountOf(cloud, ACCOUNT).instances).at(-1) ?? '';
const start = (cloud: Cloud) => act(cloud, ['default', 'ssm:StartSession', { Target: idIn(cloud) }]);

test('[worlds-are-values] an instance can be talked to within a minute of its start, and no longer once it is stopped', () => {
  const cloud = actAll([launch()]);
  expect(() => start(at(cloud, 30))).toThrow(`TargetNotConnected: ${idIn(cloud)} is not connected.`);
  expect(start(at(cloud, 60)).reply['SessionId']).toMatch(/^admin-[a-z0-9]{26}$/);
  const stopped = act(at(cloud, 60), ['default', 'ec2:StopInstances', { InstanceIds: [idIn(cloud)] }]).cloud;
  expect(() => start(stopped)).toThrow('TargetNotConnected');
});

test('[worlds-are-values] where the world says so, its role must let it say that it is there', () => {
  const demanding = (cloud: Cloud): Cloud =>
    withAccount(cloud, { ...accountOf(cloud, ACCOUNT), systems: { needsRole: true } });
  const cloud = at(demanding(actAll([...PROFILE, launch({ IamInstanceProfile: { Name: 'web' } })])), 60);
  expect(() => start(cloud)).toThrow('TargetNotConnected');
  const core = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';
  const known = cloud.awsPolicies && Object.hasOwn(cloud.awsPolicies, core);
  const able: Act = known
    ? ['default', 'iam:AttachRolePolicy', { RoleName: 'app', PolicyArn: core }]
    : [
        'default',
        'iam:PutRolePolicy',
        {
          RoleName: 'app',
          PolicyName: 'there',
          PolicyDocument: policy('Allow', 'ssm:UpdateInstanceInformation'),
        },
      ];
  expect(start(act(cloud, able).cloud).reply['SessionId']).toMatch(/^admin-/);
});

test('[a-condition-must-hold] a session is refused by the tags of the instance', () => {
  const tagged = actAll([launch()]);
  const Condition = { StringEquals: { 'ssm:resourceTag/team': 'booking' } };
  const statement = { Effect: 'Deny', Action: 'ssm:StartSession', Resource: '*', Condition };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  const denied = act(at(tagged, 60), [
    'default',
    'iam:PutUserPolicy',
    { UserName: 'admin', PolicyName: 'not-theirs', PolicyDocument },
  ]).cloud;
  expect(start(denied).reply['SessionId']).toMatch(/^admin-/);
  const Tags = [{ Key: 'team', Value: 'booking' }];
  const theirs = act(denied, ['default', 'ec2:CreateTags', { Resources: [idIn(denied)], Tags }]).cloud;
  expect(() => start(theirs)).toThrow('AccessDeniedException');
});

test('[worlds-are-values] a parameter keeps its versions, and a secret is told only to whoever asks for what is in it', () => {
  const put = (Value: string, more: object = {}): Act => [
    'default',
    'ssm:PutParameter',
    { Name: '/app/secret', Type: 'SecureString', Value, ...more },
  ];
  const cloud = actAll([put('one'), put('two', { Overwrite: true })]);
  const get = (Name: string, WithDecryption = true) =>
    act(cloud, ['default', 'ssm:GetParameter', { Name, WithDecryption }]).reply['Parameter'];
  expect(get('/app/secret')).toMatchObject({ Value: 'two', Version: 2 });
  expect(get('/app/secret:1')).toMatchObject({ Value: 'one', Selector: ':1' });
  expect(get('/app/secret', false)).not.toMatchObject({ Value: 'two' });
});
