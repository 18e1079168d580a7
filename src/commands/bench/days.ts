// The work of an administrator of a simulated account, call by call, as the bench does it.
import type { Cloud } from '#cloud';
import { blankWorld, callAs, openServices, profilesOf, type Credentials } from '#cloud/services';

/** IAM and STS, which are there from the beginning. */
const SERVICES = openServices();

export type Call = readonly [operation: string, input: Readonly<Record<string, unknown>>];

export const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*' }],
});
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** A day's work of an administrator, over and over. */
export function day(i: number): readonly Call[] {
  const UserName = `user-${i}`;
  const RoleName = `role-${i}`;
  return [
    ['iam:CreateUser', { UserName }],
    ['iam:GetUser', { UserName }],
    ['iam:PutUserPolicy', { UserName, PolicyName: 'read', PolicyDocument: POLICY }],
    ['iam:CreateRole', { RoleName, AssumeRolePolicyDocument: TRUST }],
    ['iam:PutRolePolicy', { RoleName, PolicyName: 'read', PolicyDocument: POLICY }],
    ['iam:ListUsers', {}],
    ['iam:CreateAccessKey', { UserName }],
    ['iam:GetUserPolicy', { UserName, PolicyName: 'read' }],
    ['iam:ListAttachedRolePolicies', { RoleName }],
    ['iam:UpdateAssumeRolePolicy', { RoleName, PolicyDocument: TRUST }],
  ];
}

export const BLANK = blankWorld();
const KEY = keyOf(BLANK);

function keyOf(cloud: Cloud): Credentials {
  const profile = profilesOf(cloud).find(({ name }) => name === 'default');
  if (!profile) throw new Error('the blank world has no profile `default`');
  return { accessKeyId: profile.key.id, secretAccessKey: profile.key.secret };
}

/** @throws Error when the call does not go through: then the numbers mean nothing */
export function act(cloud: Cloud, [operation, input]: Call): Cloud {
  const outcome = callAs(cloud, KEY, { operation, input, region: 'us-east-1' }, SERVICES);
  if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.code} ${outcome.fault.message}`);
  return outcome.cloud;
}

export function actAll(cloud: Cloud, calls: readonly Call[]): Cloud {
  return calls.reduce(act, cloud);
}
