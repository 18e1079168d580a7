// Roles through their life: whom they trust, when they were used, and what is left of them.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../index.ts';
import type { Input } from '../operation.ts';
import { blankWorld, callAs, profilesOf, SERVICES } from '../services.ts';
import * as tern from '../test/tern.ts';

const MEI = `arn:aws:iam::${tern.ACCOUNT}:user/dev/mei.tan`;
const GITHUB = `arn:aws:iam::${tern.ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

function create(trust: string): tern.Step {
  return ['user/ana', 'iam:CreateRole', { RoleName: 'night', AssumeRolePolicyDocument: trust }];
}

function get(cloud: Cloud): unknown {
  return tern.act(cloud, 'user/ana', 'iam:GetRole', { RoleName: 'night' });
}

test('[role-trust-must-name-you] a deleted principal shows as its unique id, and stays so when it is made again', () => {
  const made = tern.after(tern.START, create(tern.trust({ AWS: MEI })));
  const id = accountOf(made, tern.ACCOUNT).users['mei.tan']?.id ?? '';
  const leave = { UserName: 'mei.tan', GroupName: 'developers' };
  const gone = tern.after(
    made,
    ['user/ana', 'iam:RemoveUserFromGroup', leave],
    ['user/ana', 'iam:DeleteUser', { UserName: 'mei.tan' }],
    ['user/ana', 'iam:CreateUser', { UserName: 'mei.tan', Path: '/dev/' }],
  );
  expect(get(made)).toMatchObject({
    reply: { Role: { AssumeRolePolicyDocument: expect.stringContaining(MEI) as unknown } },
  });
  expect(get(gone)).toMatchObject({
    reply: { Role: { AssumeRolePolicyDocument: expect.stringContaining(`"${id}"`) as unknown } },
  });
  const saved = tern.after(gone, [
    'user/ana',
    'iam:UpdateAssumeRolePolicy',
    { RoleName: 'night', PolicyDocument: tern.trust({ AWS: MEI }) },
  ]);
  expect(get(saved)).toMatchObject({
    reply: { Role: { AssumeRolePolicyDocument: expect.stringContaining(MEI) as unknown } },
  });
});

test('[worlds-are-values] a role that was used says when and where', () => {
  const made = tern.after(tern.START, create(tern.EC2_TRUST));
  expect(get(made)).toMatchObject({ reply: { Role: { RoleLastUsed: {} } } });
  const id = accountOf(made, tern.ACCOUNT).roles['night']?.id ?? '';
  const use = { time: made.time, service: 's3', region: 'eu-west-1', by: 'somebody' };
  expect(get({ ...made, uses: { [id]: use } })).toMatchObject({
    reply: { Role: { RoleLastUsed: { LastUsedDate: made.time, Region: 'eu-west-1' } } },
  });
});

test.each([
  ['says nothing of who comes', {}, false],
  ['pins the audience alone', { StringEquals: { [key('aud')]: 'sts.amazonaws.com' } }, false],
  ['lets every repository in', { StringLike: { [key('sub')]: 'repo:*' } }, false],
  ['lets everybody in', { StringLike: { [key('sub')]: '*' } }, false],
  ['passes those who say nothing', { StringLikeIfExists: { [key('sub')]: 'repo:tern/*' } }, false],
  ['names an owner', { StringLike: { [key('sub')]: 'repo:tern/*' } }, true],
  ['names a branch', { StringEquals: { [key('sub')]: 'repo:tern/web:ref:refs/heads/main' } }, true],
  ['names a workflow', { StringLike: { [key('job_workflow_ref')]: 'tern/web/.github/*' } }, true],
])(
  '[role-trust-must-name-you] a shared identity provider must be pinned: one that %s',
  (_, Condition, saved) => {
    const trust = tern.policy('Allow', 'sts:AssumeRoleWithWebIdentity', {
      Principal: { Federated: GITHUB },
      Condition,
    });
    const [who, operation, input] = create(trust);
    expect(tern.codeOf(tern.act(tern.START, who, operation, input))).toBe(
      saved ? 'done' : 'MalformedPolicyDocument',
    );
  },
);

function key(claim: string): string {
  return `token.actions.githubusercontent.com:${claim}`;
}

test('[worlds-are-values] a service-linked role comes with the policy of AWS and goes by its own call', () => {
  const [own] = profilesOf(blankWorld());
  if (!own) throw new Error('the blank world has profiles');
  const as = { accessKeyId: own.key.id, secretAccessKey: own.key.secret };
  const act = (cloud: Cloud, operation: string, input: Input) =>
    callAs(cloud, as, { operation, input, region: 'us-east-1' }, SERVICES);
  const name = { RoleName: 'AWSServiceRoleForAutoScaling' };
  const made = act(blankWorld(), 'iam:CreateServiceLinkedRole', {
    AWSServiceName: 'autoscaling.amazonaws.com',
  });
  expect(act(made.cloud, 'iam:ListAttachedRolePolicies', name)).toMatchObject({
    reply: { AttachedPolicies: [{ PolicyName: 'AutoScalingServiceRolePolicy' }] },
  });
  expect(act(made.cloud, 'iam:DeleteRole', name)).toMatchObject({ fault: { code: 'UnmodifiableEntity' } });
  const deleted = act(made.cloud, 'iam:DeleteServiceLinkedRole', name);
  expect(act(deleted.cloud, 'iam:GetRole', name)).toMatchObject({ fault: { code: 'NoSuchEntity' } });
});
