// What operations change, where their quotas are, and which condition keys their pairs carry.
import { expect, test } from 'vitest';
import type { Context } from '#evaluator';
import { documentsOf, parts, signIn, type Account, type Cloud } from './index.ts';
import type { Input } from './operation.ts';
import { SERVICES } from './services.ts';
import * as tern from './test/tern.ts';

const { ACCOUNT, START, policy } = tern;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/FirstWeek`;
const ALLOW = policy('Allow', 's3:GetObject');
const READY = tern.after(START, tern.CREATE_ROLE, ...tern.PROFILE);

function accountOf(cloud: Cloud): Account | undefined {
  return cloud.accounts[ACCOUNT];
}

const ana = (operation: string, input: Input): tern.Step => ['user/ana', operation, input];

function contextsOf(cloud: Cloud, operation: string, input: Input): readonly Context[] {
  const signed = signIn(cloud, 'user/ana');
  const asked = 'session' in signed ? parts(cloud, signed.session, { operation, input }, SERVICES) : [];
  return 'fault' in asked ? [] : asked.map(({ request }) => request.context);
}

test('[worlds-are-values] objects come and go, and putting or deleting twice changes nothing', () => {
  const object = { Bucket: 'tern-timetables', Key: 'spring.csv' };
  const listed = (cloud: Cloud) => Object.keys(accountOf(cloud)?.buckets['tern-timetables']?.objects ?? {});
  const put = tern.after(START, ana('s3:PutObject', object));
  expect(listed(put)).toEqual(['winter.csv', 'spring.csv']);
  expect(tern.after(put, ana('s3:PutObject', object))).toBe(put);
  expect(tern.act(put, 'user/ana', 's3:ListBucket', object)).toMatchObject({
    reply: { KeyCount: 2, Contents: [{ Key: 'winter.csv' }, { Key: 'spring.csv' }] },
  });
  const deleted = tern.after(put, ana('s3:DeleteObject', object));
  expect(listed(deleted)).toEqual(['winter.csv']);
  expect(tern.after(deleted, ana('s3:DeleteObject', object))).toBe(deleted);
});

test('[identity-policies-add-up] joining a group or attaching a policy twice changes nothing', () => {
  const join = ana('iam:AddUserToGroup', { UserName: 'oskar', GroupName: 'developers' });
  const attach = ana('iam:AttachRolePolicy', { RoleName: 'bookings', PolicyArn: BOUNDARY });
  const once = tern.after(READY, join, attach);
  expect(accountOf(once)?.users['oskar']?.groups).toEqual(['developers']);
  expect(accountOf(once)?.roles['bookings']?.attached).toEqual(['FirstWeek']);
  expect(tern.after(once, join, attach)).toBe(once);
});

test('[identity-policies-add-up] an inline policy is overwritten by its name and beside the others', () => {
  const put = (PolicyName: string, PolicyDocument: string) =>
    ana('iam:PutUserPolicy', { UserName: 'ana', PolicyName, PolicyDocument });
  const cloud = tern.after(START, put('a', ALLOW), put('b', ALLOW), put('a', policy('Deny', 's3:*')));
  const inline = accountOf(cloud)?.users['ana']?.inline;
  expect(Object.keys(inline ?? {})).toEqual(['admin', 'a', 'b']);
  expect(inline?.['a']).toBe(policy('Deny', 's3:*'));
});

test('[identity-policies-add-up] a version counts only when it is made the default', () => {
  const version = { PolicyArn: BOUNDARY, PolicyDocument: ALLOW };
  const other = tern.after(START, ana('iam:CreatePolicyVersion', version));
  const text = (cloud: Cloud): string =>
    documentsOf(cloud).find(({ id }) => id === 'policy/FirstWeek')?.text ?? '';
  expect(text(other)).toBe(text(START));
  const made = tern.after(START, ana('iam:CreatePolicyVersion', { ...version, SetAsDefault: true }));
  expect(text(made)).toBe(ALLOW);
});

test('[boundary-is-a-ceiling] a role is made with its boundary, which must exist', () => {
  const role = {
    RoleName: 'b',
    Path: '/x/',
    AssumeRolePolicyDocument: tern.EC2_TRUST,
    PermissionsBoundary: BOUNDARY,
  };
  const made = tern.act(START, 'user/ana', 'iam:CreateRole', role);
  expect(accountOf(made.cloud)?.roles['b']).toMatchObject({ path: '/x/', boundary: 'FirstWeek' });
  expect(made).toMatchObject({ reply: { Role: { Arn: `arn:aws:iam::${ACCOUNT}:role/x/b`, RoleName: 'b' } } });
  const none = tern.act(START, 'user/ana', 'iam:CreateRole', {
    ...role,
    PermissionsBoundary: `${BOUNDARY}2`,
  });
  expect(tern.codeOf(none)).toBe('NoSuchEntity');
  expect(contextsOf(START, 'iam:CreateRole', role)).toMatchObject([{ 'iam:PermissionsBoundary': BOUNDARY }]);
  const put = { RoleName: 'b', PolicyName: 'p', PolicyDocument: ALLOW };
  expect(contextsOf(made.cloud, 'iam:PutRolePolicy', put)).toMatchObject([
    { 'iam:PermissionsBoundary': BOUNDARY },
  ]);
});

test('[resource-matches] a role that does not exist yet is asked for under its path', () => {
  const signed = signIn(START, 'user/ana');
  const input = { RoleName: 'x', Path: '/app/', AssumeRolePolicyDocument: tern.EC2_TRUST };
  const asked =
    'session' in signed ? parts(START, signed.session, { operation: 'iam:CreateRole', input }, SERVICES) : [];
  expect(asked).toMatchObject([{ request: { resource: `arn:aws:iam::${ACCOUNT}:role/app/x` } }]);
});

test.each([
  ['iam:AttachUserPolicy', { UserName: 'oskar', PolicyArn: BOUNDARY }, { 'iam:PolicyARN': BOUNDARY }],
  [
    'iam:CreateServiceLinkedRole',
    { AWSServiceName: 'ecs.amazonaws.com' },
    { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
  ],
  ['sts:AssumeRole', { RoleArn: tern.ROLE, RoleSessionName: 'night' }, { 'sts:RoleSessionName': 'night' }],
  [
    'ec2:RunInstances',
    tern.LAUNCH,
    { 'ec2:InstanceProfile': `arn:aws:iam::${ACCOUNT}:instance-profile/bookings` },
  ],
])('[condition-holds] %s carries the keys of its input', (operation, input, keys) => {
  expect(contextsOf(READY, operation, input)[0]).toMatchObject(keys);
});

test('[every-refusal-has-words] quotas count: attached policies, groups, the size of a policy', () => {
  const numbers = Array.from({ length: 11 }, (_, i) => i);
  const policies = numbers.map((i) =>
    ana('iam:CreatePolicy', { PolicyName: `p${i}`, PolicyDocument: ALLOW }),
  );
  const attach = (i: number) =>
    ana('iam:AttachGroupPolicy', {
      GroupName: 'developers',
      PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/p${i}`,
    });
  const full = tern.after(START, ...policies, ...numbers.slice(0, 10).map(attach));
  const [, operation, input] = attach(10);
  expect(tern.messageOf(tern.act(full, 'user/ana', operation, input))).toBe(
    'Cannot exceed quota for PoliciesPerGroup: 10',
  );
  const size = (n: number) => policy('Allow', 's3:GetObject', { Resource: `arn:aws:s3:::${'x'.repeat(n)}` });
  const make = (PolicyDocument: string) =>
    tern.messageOf(tern.act(START, 'user/ana', 'iam:CreatePolicy', { PolicyName: 'big', PolicyDocument }));
  const room = 6144 - size(0).length;
  expect(make(size(room))).toBe('');
  expect(make(`${size(room)}${' \n\t'.repeat(2000)}`)).toBe('');
  expect(make(size(room + 1))).toBe('Cannot exceed quota for PolicySize: 6144');
});

test('[every-refusal-has-words] a user is in ten groups at most', () => {
  const groups = Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [`g${i}`, { ...NO_GROUP, id: `g${i}` }]),
  );
  const account = accountOf(START);
  if (!account) throw new Error('the account is there');
  const cloud = { ...START, accounts: { [ACCOUNT]: { ...account, groups } } };
  const join = (i: number) => ana('iam:AddUserToGroup', { UserName: 'oskar', GroupName: `g${i}` });
  const full = tern.after(cloud, ...Array.from({ length: 10 }, (_, i) => join(i)));
  const [, operation, input] = join(10);
  expect(tern.messageOf(tern.act(full, 'user/ana', operation, input))).toBe(
    'Cannot exceed quota for GroupsPerUser: 10',
  );
});

const NO_GROUP = { path: '/', created: 0, inline: {}, attached: [] };

test('[service-owns-its-role] a service-linked role goes into no instance profile', () => {
  const cloud = tern.after(
    START,
    ana('iam:CreateServiceLinkedRole', { AWSServiceName: 'ecs.amazonaws.com' }),
    ana('iam:CreateInstanceProfile', { InstanceProfileName: 'p' }),
  );
  const add = { InstanceProfileName: 'p', RoleName: 'AWSServiceRoleForECS' };
  expect(tern.codeOf(tern.act(cloud, 'user/ana', 'iam:AddRoleToInstanceProfile', add))).toBe(
    'UnmodifiableEntity',
  );
  const again = tern.act(cloud, 'user/ana', 'iam:CreateServiceLinkedRole', {
    AWSServiceName: 'ecs.amazonaws.com',
  });
  expect(tern.codeOf(again)).toBe('InvalidInput');
});

test('[principal-matches] principals of other accounts are taken on trust, and so is what is not evaluated yet', () => {
  const update = (document: string) =>
    tern.codeOf(
      tern.act(READY, 'user/ana', 'iam:UpdateAssumeRolePolicy', {
        RoleName: 'bookings',
        PolicyDocument: document,
      }),
    );
  expect(update(tern.trust({ AWS: 'arn:aws:iam::444455556666:role/anyone' }))).toBe('done');
  expect(update(tern.trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan` }))).toBe('done');
  const put = {
    UserName: 'oskar',
    PolicyName: 'p',
    PolicyDocument: policy('Allow', 's3:*', {
      Resource: '*',
      Condition: { NumericLessThan: { 's3:max-keys': '10' } },
    }),
  };
  expect(tern.codeOf(tern.act(READY, 'user/ana', 'iam:PutUserPolicy', put))).toBe('done');
});

test('[worlds-are-values] a key has an id and a secret, active from the start', () => {
  const outcome = tern.act(START, 'user/ana', 'iam:CreateAccessKey', { UserName: 'oskar' });
  const key = 'reply' in outcome ? JSON.stringify(outcome.reply) : '';
  const [, id = '', secret = ''] =
    /"AccessKeyId":"(AKIA\w{16})".*"SecretAccessKey":"([\w+/]{40})"/.exec(key) ?? [];
  expect(accountOf(outcome.cloud)?.users['oskar']?.keys).toMatchObject([{ id, secret, status: 'Active' }]);
});
