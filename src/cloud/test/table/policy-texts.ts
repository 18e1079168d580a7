// Policies and people that the rows of IAM begin with.
import type { Input } from '../../operation.ts';
import type { Failing, Step } from './row.ts';

export const ACCOUNT = '111122223333';

/** A policy of one statement. */
export function policyText(
  effect: 'Allow' | 'Deny',
  action: string,
  more: object = { Resource: '*' },
): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: effect, Action: action, ...more }] });
}

export const READ = policyText('Allow', 's3:GetObject');
export const EC2_TRUST = policyText('Allow', 'sts:AssumeRole', {
  Principal: { Service: 'ec2.amazonaws.com' },
});
/** Not JSON. */
export const BROKEN = '{ "Version": ';

/** A policy of about so many characters. */
export function longPolicy(characters: number): string {
  const resource = Array.from(
    { length: Math.ceil(characters / 33) },
    (_, i) => `arn:aws:s3:::tern-${String(i).padStart(12, '0')}`,
  );
  return policyText('Allow', 's3:GetObject', { Resource: resource });
}

export const arnOf = (name: string): string => `arn:aws:iam::${ACCOUNT}:policy/${name}`;
export const AWS_READ = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
export const LINKED_POLICY = 'arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy';

export const POLICY: Step = ['default', 'iam:CreatePolicy', { PolicyName: 'reading', PolicyDocument: READ }];
export const USER: Step = ['default', 'iam:CreateUser', { UserName: 'mei.tan', Path: '/dev/' }];
export const GROUP: Step = ['default', 'iam:CreateGroup', { GroupName: 'developers' }];
export const ROLE: Step = [
  'default',
  'iam:CreateRole',
  { RoleName: 'batch', AssumeRolePolicyDocument: EC2_TRUST },
];
export const LINKED: Step = [
  'default',
  'iam:CreateServiceLinkedRole',
  { AWSServiceName: 'autoscaling.amazonaws.com' },
];
export const LINKED_ROLE = 'AWSServiceRoleForAutoScaling';

export const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

/** A way to fail with a plain input. */
export interface Plain extends Failing {
  readonly input: Input;
}

/** The same way to fail with more in its input. */
export function also(failing: Plain, more: Input): Plain {
  return { ...failing, input: { ...failing.input, ...more } };
}
