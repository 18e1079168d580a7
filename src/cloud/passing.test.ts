// Who may hand a role over, and to what: the second permission of a call that names a role.
import { expect, test } from 'vitest';
import type { Cloud } from './cloud.ts';
import * as tern from './test/tern.ts';

const { act, after, codeOf, launch, messageOf, policy, prepared, START } = tern;

const passedTo = (service: string) =>
  tern.forGroup(
    policy('Allow', 'iam:PassRole', {
      Resource: tern.ROLE,
      Condition: { StringEquals: { 'iam:PassedToService': service } },
    }),
  );

test('[condition-holds] iam:PassedToService is the service that gets the role', () => {
  expect(codeOf(launch(prepared(tern.CREATE_ROLE, passedTo('ec2.amazonaws.com'))))).toBe('done');
  expect(codeOf(launch(prepared(tern.CREATE_ROLE, passedTo('lambda.amazonaws.com'))))).toBe(
    'UnauthorizedOperation',
  );
});

test('[condition-holds] iam:AssociatedResourceArn is the instance that gets the role', () => {
  const onlyFor = (arn: string) =>
    tern.forGroup(
      policy('Allow', 'iam:PassRole', {
        Resource: tern.ROLE,
        Condition: { ArnLike: { 'iam:AssociatedResourceArn': arn } },
      }),
    );
  const any = `arn:aws:ec2:*:${tern.ACCOUNT}:instance/*`;
  expect(codeOf(launch(prepared(tern.CREATE_ROLE, onlyFor(any))))).toBe('done');
  expect(codeOf(launch(prepared(tern.CREATE_ROLE, onlyFor('arn:aws:lambda:*:*:*'))))).toBe(
    'UnauthorizedOperation',
  );
});

test('[every-pair-must-pass] putting a role into a profile passes it as well', () => {
  const cloud = after(
    START,
    tern.CREATE_ROLE,
    ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: 'bookings' }],
    tern.forGroup(policy('Allow', 'iam:AddRoleToInstanceProfile')),
  );
  const add = (now: Cloud) =>
    act(now, 'user/mei.tan', 'iam:AddRoleToInstanceProfile', {
      InstanceProfileName: 'bookings',
      RoleName: 'bookings',
    });
  expect(messageOf(add(cloud))).toContain('iam:PassRole');
  expect(
    codeOf(
      add(
        after(cloud, [
          'user/ana',
          'iam:PutUserPolicy',
          {
            UserName: 'mei.tan',
            PolicyName: 'pass',
            PolicyDocument: policy('Allow', 'iam:PassRole', { Resource: tern.ROLE }),
          },
        ]),
      ),
    ),
  ).toBe('done');
});

test('[every-pair-must-pass] a running instance gets its profile later, and the role is passed then', () => {
  const cloud = prepared(tern.CREATE_ROLE, tern.forGroup(policy('Allow', 'ec2:*')), [
    'user/mei.tan',
    'ec2:RunInstances',
    { ...tern.LAUNCH, IamInstanceProfile: undefined },
  ]);
  const [id = ''] = Object.keys(cloud.accounts[tern.ACCOUNT]?.instances ?? {});
  const input = { InstanceId: id, IamInstanceProfile: { Name: 'bookings' } };
  const refused = act(cloud, 'user/mei.tan', 'ec2:AssociateIamInstanceProfile', input);
  expect(messageOf(refused)).toContain('iam:PassRole');
  const done = act(cloud, 'user/ana', 'ec2:AssociateIamInstanceProfile', input);
  expect(codeOf(act(done.cloud, 'instance/booking-1', 'dynamodb:UpdateItem', { TableName: 'orders' }))).toBe(
    'done',
  );
  expect(codeOf(act(done.cloud, 'user/ana', 'ec2:AssociateIamInstanceProfile', input))).toBe(
    'IncorrectState',
  );
});
