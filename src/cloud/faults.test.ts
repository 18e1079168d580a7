// How AWS says no: codes and sentences, each from a real situation.
import { expect, test } from 'vitest';
import type { Input } from './operation.ts';
import {
  act,
  ACCOUNT,
  after,
  CREATE_ROLE,
  EC2_TRUST,
  IMAGE,
  LAUNCH,
  MAY_PASS,
  MAY_WRITE,
  policy,
  PROFILE,
  ROLE,
  START,
  trust,
  type Step,
} from './test/tern.ts';

const ALLOW = policy('Allow', 's3:GetObject');
const READY = after(
  START,
  CREATE_ROLE,
  MAY_WRITE,
  ...PROFILE,
  ['user/ana', 'iam:CreateInstanceProfile', { InstanceProfileName: 'empty' }],
  ['user/ana', 'iam:CreateAccessKey', { UserName: 'oskar' }],
  ['user/ana', 'iam:CreateAccessKey', { UserName: 'oskar' }],
);
const MEI = `arn:aws:iam::${ACCOUNT}:user/dev/mei.tan`;
const NOWHERE = `arn:aws:iam::${ACCOUNT}:policy/Nowhere`;

type Case = readonly [code: string, message: string, who: string, operation: string, input?: Input];

function put(document: string): Step {
  return ['user/ana', 'iam:PutUserPolicy', { UserName: 'oskar', PolicyName: 'p', PolicyDocument: document }];
}

const CASES: readonly Case[] = [
  [
    'UnauthorizedOperation',
    `You are not authorized to perform this operation. User: ${MEI} is not authorized to perform: iam:PassRole on resource: ${ROLE} because no identity-based policy allows the iam:PassRole action`,
    'user/mei.tan',
    'ec2:RunInstances',
    LAUNCH,
  ],
  [
    'AccessDenied',
    `User: ${MEI} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::${ACCOUNT}:role/x because no identity-based policy allows the iam:CreateRole action`,
    'user/mei.tan',
    'iam:CreateRole',
    { RoleName: 'x', AssumeRolePolicyDocument: EC2_TRUST },
  ],
  [
    'AccessDeniedException',
    `User: ${MEI} is not authorized to perform: dynamodb:UpdateItem on resource: arn:aws:dynamodb:eu-west-1:${ACCOUNT}:table/orders because no identity-based policy allows the dynamodb:UpdateItem action`,
    'user/mei.tan',
    'dynamodb:UpdateItem',
    { TableName: 'orders' },
  ],
  [
    'AccessDenied',
    `User: ${MEI} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::tern-timetables/winter.csv" because no identity-based policy allows the s3:GetObject action`,
    'user/mei.tan',
    's3:GetObject',
    { Bucket: 'tern-timetables', Key: 'winter.csv' },
  ],
  [
    'AccessDenied',
    `User: arn:aws:iam::${ACCOUNT}:user/ana is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${ACCOUNT}:role/none because no role trust policy allows the sts:AssumeRole action`,
    'user/ana',
    'sts:AssumeRole',
    { RoleArn: `arn:aws:iam::${ACCOUNT}:role/none`, RoleSessionName: 'ana' },
  ],
  [
    'AccessDenied',
    'Roles may not be assumed by root accounts.',
    'root',
    'sts:AssumeRole',
    { RoleArn: ROLE, RoleSessionName: 'x' },
  ],
  [
    'ValidationError',
    'bookings is invalid',
    'user/ana',
    'sts:AssumeRole',
    { RoleArn: 'bookings', RoleSessionName: 'x' },
  ],
  [
    'NoSuchEntity',
    'The role with name none cannot be found.',
    'user/ana',
    'iam:GetRole',
    { RoleName: 'none' },
  ],
  [
    'NoSuchEntity',
    'The role with name constructor cannot be found.',
    'user/ana',
    'iam:GetRole',
    { RoleName: 'constructor' },
  ],
  [
    'NoSuchEntity',
    'The user with name none cannot be found.',
    'user/ana',
    'iam:CreateAccessKey',
    { UserName: 'none' },
  ],
  [
    'NoSuchEntity',
    'The group with name none cannot be found.',
    'user/ana',
    'iam:AddUserToGroup',
    { UserName: 'oskar', GroupName: 'none' },
  ],
  [
    'NoSuchEntity',
    'Instance Profile none cannot be found.',
    'user/ana',
    'iam:AddRoleToInstanceProfile',
    { InstanceProfileName: 'none', RoleName: 'bookings' },
  ],
  [
    'NoSuchEntity',
    `Policy ${NOWHERE} does not exist or is not attachable.`,
    'user/ana',
    'iam:AttachGroupPolicy',
    { GroupName: 'developers', PolicyArn: NOWHERE },
  ],
  [
    'NoSuchEntity',
    `Policy ${NOWHERE} was not found.`,
    'user/ana',
    'iam:CreatePolicyVersion',
    { PolicyArn: NOWHERE, PolicyDocument: ALLOW },
  ],
  [
    'EntityAlreadyExists',
    'Role with name BOOKINGS already exists.',
    'user/ana',
    'iam:CreateRole',
    { RoleName: 'BOOKINGS', AssumeRolePolicyDocument: EC2_TRUST },
  ],
  [
    'EntityAlreadyExists',
    'Instance Profile empty already exists.',
    'user/ana',
    'iam:CreateInstanceProfile',
    { InstanceProfileName: 'empty' },
  ],
  [
    'EntityAlreadyExists',
    'A policy called firstweek already exists. Duplicate names are not allowed.',
    'user/ana',
    'iam:CreatePolicy',
    { PolicyName: 'firstweek', PolicyDocument: ALLOW },
  ],
  [
    'LimitExceeded',
    'Cannot exceed quota for AccessKeysPerUser: 2',
    'user/ana',
    'iam:CreateAccessKey',
    { UserName: 'oskar' },
  ],
  [
    'LimitExceeded',
    'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
    'user/ana',
    'iam:AddRoleToInstanceProfile',
    { InstanceProfileName: 'bookings', RoleName: 'bookings' },
  ],
  [
    'InvalidParameterValue',
    'Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    'user/ana',
    'ec2:RunInstances',
    { ImageId: IMAGE, IamInstanceProfile: { Name: 'none' } },
  ],
  [
    'InvalidParameterValue',
    `Value (${ROLE}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
    'user/ana',
    'ec2:RunInstances',
    { ImageId: IMAGE, IamInstanceProfile: { Arn: ROLE } },
  ],
  [
    'InvalidParameterValue',
    `IAM Instance Profile "arn:aws:iam::${ACCOUNT}:instance-profile/empty" has no associated IAM Roles`,
    'user/ana',
    'ec2:RunInstances',
    { ImageId: IMAGE, IamInstanceProfile: { Name: 'empty' } },
  ],
  [
    'InvalidInstanceID.NotFound',
    "The instance ID 'i-1' does not exist",
    'user/ana',
    'ec2:AssociateIamInstanceProfile',
    { InstanceId: 'i-1', IamInstanceProfile: { Name: 'bookings' } },
  ],
  [
    'ResourceNotFoundException',
    'Requested resource not found',
    'user/ana',
    'dynamodb:GetItem',
    { TableName: 'none' },
  ],
  ['NoSuchBucket', 'The specified bucket does not exist', 'user/ana', 's3:ListBucket', { Bucket: 'none' }],
  [
    'NoSuchKey',
    'The specified key does not exist.',
    'user/ana',
    's3:GetObject',
    { Bucket: 'tern-timetables', Key: 'none' },
  ],
  [
    'MalformedPolicy',
    'Syntax errors in policy.',
    'user/ana',
    's3:PutBucketPolicy',
    { Bucket: 'tern-timetables', Policy: 'none' },
  ],
  ['InvalidAction', 'lambda:PublishVersion is not simulated here', 'user/ana', 'lambda:PublishVersion', {}],
];

const CALLS = CASES.map(
  ([code, message, who, operation, input = {}]) => [code, message, who, operation, input] as const,
);

test.each(CALLS)('[every-refusal-has-words] %s: %s', (code, message, who, operation, input) => {
  const outcome = act(READY, who, operation, input);
  expect(outcome).toMatchObject({ fault: { code, message } });
  expect(outcome.cloud).toBe(READY);
});

test('[every-refusal-has-words] the error names the ceiling when only the boundary is missing', () => {
  const cloud = after(
    READY,
    MAY_PASS,
    [
      'user/ana',
      'iam:CreateRole',
      {
        RoleName: 'b',
        AssumeRolePolicyDocument: trust({ AWS: ACCOUNT }),
        PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/FirstWeek`,
      },
    ],
    [
      'user/ana',
      'iam:PutRolePolicy',
      { RoleName: 'b', PolicyName: 'p', PolicyDocument: policy('Allow', '*') },
    ],
  );
  const outcome = act(cloud, 'role/b', 'iam:GetRole', { RoleName: 'bookings' });
  expect(outcome).toMatchObject({
    fault: {
      message: `User: arn:aws:sts::${ACCOUNT}:assumed-role/b/session is not authorized to perform: iam:GetRole on resource: ${ROLE} because no permissions boundary allows the iam:GetRole action`,
    },
  });
});

test('[every-refusal-has-words] a missing object is owned up to only to those who may list', () => {
  const mayRead = after(READY, put(policy('Allow', 's3:GetObject')));
  const missing = { Bucket: 'tern-timetables', Key: 'none' };
  expect(act(mayRead, 'user/oskar', 's3:GetObject', missing)).toMatchObject({
    fault: { code: 'AccessDenied' },
  });
  const mayList = after(READY, put(policy('Allow', ['s3:GetObject', 's3:ListBucket'])));
  expect(act(mayList, 'user/oskar', 's3:GetObject', missing)).toMatchObject({ fault: { code: 'NoSuchKey' } });
});
