// Managed policies as they are used: versions, attachments, boundaries, and what AWS keeps.
import { expect, test } from 'vitest';
import { openCloud, type Cloud } from '../index.ts';
import type { Input } from '../operation.ts';
import { AWS_POLICIES } from './aws-managed.ts';
import * as tern from '../test/tern.ts';

const READ_ONLY = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
const START = openCloud({ ...tern.WORLD, awsPolicies: AWS_POLICIES });
const ARN = `arn:aws:iam::${tern.ACCOUNT}:policy/FirstWeek`;
const DENY = tern.policy('Deny', 'ec2:*');
const timetable = { Bucket: 'tern-timetables', Key: 'winter.csv' };

function ana(operation: string, input: Input): tern.Step {
  return ['user/ana', operation, input];
}

function reply(cloud: Cloud, operation: string, input: Input): unknown {
  const outcome = tern.act(cloud, 'user/ana', operation, input);
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome.reply;
}

test('[identity-policies-add-up] a policy of AWS gives what it says while it is attached', () => {
  expect(tern.codeOf(tern.act(START, 'user/oskar', 's3:GetObject', timetable))).toBe('AccessDenied');
  const attached = tern.after(
    START,
    ana('iam:AttachUserPolicy', { UserName: 'OSKAR', PolicyArn: READ_ONLY }),
  );
  expect(tern.codeOf(tern.act(attached, 'user/oskar', 's3:GetObject', timetable))).toBe('done');
  expect(tern.codeOf(tern.act(attached, 'user/oskar', 's3:PutObject', timetable))).toBe('AccessDenied');
  const detached = tern.after(
    attached,
    ana('iam:DetachUserPolicy', { UserName: 'oskar', PolicyArn: READ_ONLY }),
  );
  expect(tern.codeOf(tern.act(detached, 'user/oskar', 's3:GetObject', timetable))).toBe('AccessDenied');
});

test('[every-refusal-has-words] nobody changes what AWS keeps', () => {
  for (const operation of ['iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:TagPolicy'])
    expect(
      tern.messageOf(tern.act(START, 'user/ana', operation, { PolicyArn: READ_ONLY, PolicyDocument: DENY })),
    ).toBe(
      `User: arn:aws:iam::${tern.ACCOUNT}:user/ana is not authorized to perform: ${operation} on resource: policy ${READ_ONLY}`,
    );
});

test('[worlds-are-values] a version counts once it is the default, and its number is never given again', () => {
  const version = { PolicyArn: ARN, PolicyDocument: DENY };
  const two = tern.after(
    START,
    ana('iam:AttachGroupPolicy', { GroupName: 'developers', PolicyArn: ARN }),
    ana('iam:CreatePolicyVersion', version),
  );
  const image = { ImageId: tern.IMAGE };
  expect(tern.codeOf(tern.act(two, 'user/mei.tan', 'ec2:RunInstances', image))).toBe('done');
  const chosen = tern.after(two, ana('iam:SetDefaultPolicyVersion', { PolicyArn: ARN, VersionId: 'v2' }));
  expect(tern.act(chosen, 'user/mei.tan', 'ec2:RunInstances', image)).toMatchObject({
    verdict: { decision: 'explicitDeny' },
  });
  const again = tern.after(
    two,
    ana('iam:DeletePolicyVersion', { PolicyArn: ARN, VersionId: 'v2' }),
    ana('iam:CreatePolicyVersion', version),
  );
  expect(reply(again, 'iam:ListPolicyVersions', { PolicyArn: ARN })).toMatchObject({
    Versions: [{ VersionId: 'v3' }, { VersionId: 'v1', IsDefaultVersion: true }],
  });
});

test('[boundary-is-a-ceiling] a boundary is counted apart, found by its use, and holds the policy', () => {
  const bounded = tern.after(
    START,
    ana('iam:PutUserPermissionsBoundary', { UserName: 'ana', PermissionsBoundary: ARN }),
  );
  const root = (operation: string, input: Input) => tern.act(bounded, 'root', operation, input);
  expect(root('iam:GetPolicy', { PolicyArn: ARN })).toMatchObject({
    reply: { Policy: { AttachmentCount: 0, PermissionsBoundaryUsageCount: 1 } },
  });
  const listed = (filter: string) =>
    root('iam:ListEntitiesForPolicy', { PolicyArn: ARN, PolicyUsageFilter: filter });
  expect(listed('PermissionsBoundary')).toMatchObject({ reply: { PolicyUsers: [{ UserName: 'ana' }] } });
  expect(listed('PermissionsPolicy')).toMatchObject({ reply: { PolicyUsers: [] } });
  expect(tern.codeOf(root('iam:DeletePolicy', { PolicyArn: ARN }))).toBe('DeleteConflict');
  expect(tern.codeOf(tern.act(bounded, 'user/ana', 'iam:GetUser', { UserName: 'oskar' }))).toBe(
    'AccessDenied',
  );
  const free = root('iam:DeleteUserPermissionsBoundary', { UserName: 'ana' });
  expect(tern.codeOf(tern.act(free.cloud, 'user/ana', 'iam:GetUser', { UserName: 'oskar' }))).toBe('done');
});

test('[worlds-are-values] lists are filtered by scope, use and path, and come in pages', () => {
  const cloud = tern.after(START, ana('iam:AttachUserPolicy', { UserName: 'oskar', PolicyArn: READ_ONLY }));
  const names = (input: Input): unknown => {
    const { Policies } = reply(cloud, 'iam:ListPolicies', input) as { Policies: { PolicyName: string }[] };
    return Policies.map(({ PolicyName }) => PolicyName);
  };
  expect(names({ Scope: 'Local' })).toEqual(['FirstWeek']);
  expect(names({ OnlyAttached: true })).toEqual(['AmazonS3ReadOnlyAccess']);
  expect(names({ Scope: 'AWS', PathPrefix: '/job-function/' })).toContain('Billing');
  expect(names({ PathPrefix: '/job-function/' })).not.toContain('AdministratorAccess');
  const first = reply(cloud, 'iam:ListPolicies', { MaxItems: 2 }) as { Marker: string };
  expect(first).toMatchObject({ Policies: [{ PolicyName: 'FirstWeek' }, {}], IsTruncated: true });
  expect(names({ MaxItems: 2, Marker: first.Marker })).not.toContain('FirstWeek');
});

test('[worlds-are-values] every policy of AWS can be read and says what it is', () => {
  for (const [arn, { version }] of Object.entries(AWS_POLICIES)) {
    expect(reply(START, 'iam:GetPolicyVersion', { PolicyArn: arn, VersionId: version })).toMatchObject({
      PolicyVersion: { IsDefaultVersion: true },
    });
    expect(reply(START, 'iam:GetPolicy', { PolicyArn: arn })).toMatchObject({
      Policy: { Arn: arn, Description: expect.stringMatching(/\.$/) as unknown },
    });
  }
});
