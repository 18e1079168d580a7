// The case of the exam, acted out: developers launch instances whose code writes to a table. And each wrong way.
import { describe, expect, test } from 'vitest';
import type { Cloud } from './cloud.ts';
import { ask, signIn } from './index.ts';
import * as tern from './test/tern.ts';

const { act, after, codeOf, launch, messageOf, policy, prepared, trust, START } = tern;

function roleTrusting(document: string): tern.Step {
  return [
    'user/ana',
    'iam:CreateRole',
    { RoleName: 'bookings', Path: '/app/', AssumeRolePolicyDocument: document },
  ];
}

const write = (cloud: Cloud, who = 'instance/booking-1') =>
  act(cloud, who, 'dynamodb:UpdateItem', { TableName: 'orders' });

describe('the two steps', () => {
  const ready = prepared(tern.CREATE_ROLE, tern.MAY_PASS);

  test('[identity-policies-add-up] the developer launches and the instance writes with the role session', () => {
    const { cloud } = launch(ready);
    const signed = signIn(cloud, 'instance/booking-1');
    const id = Object.keys(cloud.accounts[tern.ACCOUNT]?.instances ?? {})[0];
    expect(id).toMatch(/^i-0[0-9a-f]{16}$/);
    expect(signed).toMatchObject({
      session: {
        principal: {
          type: 'assumedRole',
          arn: `arn:aws:sts::${tern.ACCOUNT}:assumed-role/bookings/${id ?? ''}`,
          roleArn: tern.ROLE,
        },
      },
    });
    const written = write(cloud);
    expect(codeOf(written)).toBe('done');
    expect(written.cloud.accounts[tern.ACCOUNT]?.tables['orders']).toEqual({ writes: 1 });
  });

  test('[every-pair-must-pass] the launch asks for the instance, the image and the role', () => {
    const signed = signIn(ready, 'user/mei.tan');
    if (!('session' in signed)) throw new Error('mei can sign in');
    const verdict = ask(ready, signed.session, { operation: 'ec2:RunInstances', input: tern.LAUNCH });
    expect(verdict?.trace.rule).toBe('every-pair-must-pass');
    expect(verdict?.trace.steps?.map((step) => step.seen)).toMatchObject([
      { action: 'ec2:RunInstances', resource: `arn:aws:ec2:eu-west-1:${tern.ACCOUNT}:instance/*` },
      { action: 'ec2:RunInstances', resource: `arn:aws:ec2:eu-west-1::image/${tern.IMAGE}` },
      { action: 'iam:PassRole', resource: tern.ROLE },
    ]);
  });

  test('[identity-policies-add-up] the developer never gets the permissions of the role that was passed', () => {
    expect(codeOf(write(launch(ready).cloud, 'user/mei.tan'))).toBe('AccessDeniedException');
  });

  test.each(['Name', 'Arn'])(
    '[every-pair-must-pass] a profile named by its %s asks for the same role',
    (by) => {
      const cloud = prepared(tern.CREATE_ROLE);
      const value = by === 'Name' ? 'bookings' : `arn:aws:iam::${tern.ACCOUNT}:instance-profile/bookings`;
      const outcome = act(cloud, 'user/mei.tan', 'ec2:RunInstances', {
        ImageId: tern.IMAGE,
        IamInstanceProfile: { [by]: value },
      });
      expect(messageOf(outcome)).toContain(`iam:PassRole on resource: ${tern.ROLE}`);
    },
  );
});

describe('the wrong ways', () => {
  test('who-acts: [identity-policies-add-up] the table policy on the group lets people write, not the instance', () => {
    const cloud = after(START, tern.CREATE_ROLE, ...tern.PROFILE, tern.MAY_PASS, [
      'user/ana',
      'iam:PutGroupPolicy',
      {
        GroupName: 'developers',
        PolicyName: 'orders',
        PolicyDocument: policy('Allow', 'dynamodb:UpdateItem'),
      },
    ]);
    const launched = launch(cloud).cloud;
    expect(codeOf(write(launched, 'user/mei.tan'))).toBe('done');
    expect(codeOf(write(launched))).toBe('AccessDeniedException');
  });

  test('assume-vs-pass: [role-trust-must-name-you] sts:AssumeRole on the group passes nothing and assumes nothing', () => {
    const cloud = prepared(
      tern.CREATE_ROLE,
      tern.forGroup(policy('Allow', 'sts:AssumeRole', { Resource: tern.ROLE })),
    );
    expect(codeOf(launch(cloud))).toBe('UnauthorizedOperation');
    const assumed = act(cloud, 'user/mei.tan', 'sts:AssumeRole', {
      RoleArn: tern.ROLE,
      RoleSessionName: 'mei',
    });
    expect(codeOf(assumed)).toBe('AccessDenied');
    expect(messageOf(assumed)).toContain('because no role trust policy allows the sts:AssumeRole action');
  });

  test('trust-who: [role-trust-must-name-you] a role that trusts the developer gives the instance no credentials', () => {
    const mei = { AWS: `arn:aws:iam::${tern.ACCOUNT}:user/dev/mei.tan` };
    const cloud = prepared(roleTrusting(trust(mei)), tern.MAY_PASS);
    const launched = launch(cloud);
    expect(codeOf(launched)).toBe('done');
    const signed = signIn(launched.cloud, 'instance/booking-1');
    expect(signed).toMatchObject({
      fault: { code: 'NoCredentials' },
      verdict: { decision: 'implicitDeny', trace: { rule: 'every-pair-must-pass' } },
      parts: [{ request: { action: 'sts:AssumeRole' }, names: { resource: 'role/bookings/trust' } }],
    });
    const steps = 'parts' in signed ? signed.parts[0]?.verdict.trace.steps : [];
    expect(steps?.find((step) => step.rule === 'role-trust-must-name-you')?.holds).toBe(false);
  });

  test('trust-who: [role-trust-must-name-you] a group cannot be a principal', () => {
    const group = `arn:aws:iam::${tern.ACCOUNT}:group/developers`;
    const [who, operation, input] = roleTrusting(trust({ AWS: group }));
    const outcome = act(START, who, operation, input);
    expect(outcome).toMatchObject({
      fault: { code: 'MalformedPolicyDocument', message: `Invalid principal in policy: "AWS":"${group}"` },
    });
  });

  test('pass-owner: [identity-policies-add-up] iam:PassRole in the policy of the role helps nobody pass it', () => {
    const cloud = prepared(tern.CREATE_ROLE, [
      'user/ana',
      'iam:PutRolePolicy',
      { RoleName: 'bookings', PolicyName: 'pass', PolicyDocument: policy('Allow', 'iam:PassRole') },
    ]);
    expect(codeOf(launch(cloud))).toBe('UnauthorizedOperation');
  });

  test('get-vs-pass: [identity-policies-add-up] who may see a role may not pass it', () => {
    const cloud = prepared(tern.CREATE_ROLE, tern.forGroup(policy('Allow', 'iam:GetRole')));
    expect(codeOf(act(cloud, 'user/mei.tan', 'iam:GetRole', { RoleName: 'bookings' }))).toBe('done');
    expect(codeOf(launch(cloud))).toBe('UnauthorizedOperation');
  });

  test('policy-type: [role-trust-must-name-you] a trust policy takes sts actions only', () => {
    const [who, operation, input] = roleTrusting(trust({ Service: 'ec2.amazonaws.com' }, 'iam:PassRole'));
    expect(act(START, who, operation, input)).toMatchObject({
      fault: {
        code: 'MalformedPolicyDocument',
        message: 'AssumeRole policy may only specify STS AssumeRole actions.',
      },
    });
  });

  test('keys-on-host: [identity-policies-add-up] keys of a user give the instance itself nothing', () => {
    const { cloud } = act(START, 'user/ana', 'iam:CreateAccessKey', { UserName: 'oskar' });
    const launched = act(cloud, 'user/mei.tan', 'ec2:RunInstances', {
      ...tern.LAUNCH,
      IamInstanceProfile: undefined,
    });
    expect(signIn(launched.cloud, 'instance/booking-1')).toMatchObject({
      fault: { code: 'NoCredentials' },
      parts: [],
    });
  });

  test('over-grant: [identity-policies-add-up] iam:PassRole on everything passes an administrator role too', () => {
    const admin: readonly tern.Step[] = [
      ['user/ana', 'iam:CreateRole', { RoleName: 'night-admin', AssumeRolePolicyDocument: tern.EC2_TRUST }],
      ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: 'night-admin' }],
      [
        'user/ana',
        'iam:AddRoleToInstanceProfile',
        { InstanceProfileName: 'night-admin', RoleName: 'night-admin' },
      ],
    ];
    const asAdmin = (cloud: Cloud) =>
      act(cloud, 'user/mei.tan', 'ec2:RunInstances', {
        ImageId: tern.IMAGE,
        IamInstanceProfile: { Name: 'night-admin' },
      });
    const narrow = prepared(tern.CREATE_ROLE, ...admin, tern.MAY_PASS);
    const wide = prepared(tern.CREATE_ROLE, ...admin, tern.forGroup(policy('Allow', 'iam:PassRole')));
    expect([codeOf(launch(narrow)), codeOf(asAdmin(narrow))]).toEqual(['done', 'UnauthorizedOperation']);
    expect([codeOf(launch(wide)), codeOf(asAdmin(wide))]).toEqual(['done', 'done']);
  });

  test('slr: [service-owns-its-role] a service-linked role takes no policy and goes into no profile', () => {
    const cloud = after(START, [
      'user/ana',
      'iam:CreateServiceLinkedRole',
      { AWSServiceName: 'ecs.amazonaws.com' },
    ]);
    const put = act(cloud, 'user/ana', 'iam:PutRolePolicy', {
      RoleName: 'AWSServiceRoleForECS',
      PolicyName: 'orders',
      PolicyDocument: policy('Allow', 'dynamodb:UpdateItem'),
    });
    const update = act(cloud, 'user/ana', 'iam:UpdateAssumeRolePolicy', {
      RoleName: 'AWSServiceRoleForECS',
      PolicyDocument: tern.EC2_TRUST,
    });
    expect([codeOf(put), codeOf(update)]).toEqual(['UnmodifiableEntity', 'UnmodifiableEntity']);
  });

  test('cross-account: [both-accounts-must-allow] a role of an account that does not answer lets nobody in', () => {
    const signed = signIn(START, 'user/ana');
    if (!('session' in signed)) throw new Error('ana can sign in');
    const on = 'arn:aws:iam::444455556666:role/bookings';
    const outcome = act(START, 'user/ana', 'sts:AssumeRole', { RoleArn: on, RoleSessionName: 'ana' });
    expect(codeOf(outcome)).toBe('AccessDenied');
    expect(ask(START, signed.session, { action: 'iam:PassRole', on })?.decision).toBe('implicitDeny');
  });

  test('resource-vs-role: [resource-policy-alone-is-enough] a policy on a resource lets people in, not the instance', () => {
    const onBucket = policy('Allow', 's3:PutObject', {
      Principal: { AWS: `arn:aws:iam::${tern.ACCOUNT}:user/dev/mei.tan` },
      Resource: 'arn:aws:s3:::tern-timetables/*',
    });
    const cloud = prepared(tern.CREATE_ROLE, tern.MAY_PASS, [
      'user/ana',
      's3:PutBucketPolicy',
      { Bucket: 'tern-timetables', Policy: onBucket },
    ]);
    const launched = launch(cloud).cloud;
    const put = (who: string) =>
      codeOf(act(launched, who, 's3:PutObject', { Bucket: 'tern-timetables', Key: 'x.csv' }));
    expect([put('user/mei.tan'), put('instance/booking-1')]).toEqual(['done', 'AccessDenied']);
  });
});
