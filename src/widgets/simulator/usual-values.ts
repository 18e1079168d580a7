// Values that a condition key usually has, to be suggested.
import { fitting, type Candidate } from './candidates.ts';

const YES_OR_NO = ['true', 'false'];

const USUAL: readonly (readonly [key: RegExp, values: readonly string[]])[] = [
  [/^aws:(?:multifactorauthpresent|securetransport|viaawsservice|principalisawsservice)$/i, YES_OR_NO],
  [/^aws:principaltype$/i, ['User', 'AssumedRole', 'Account', 'FederatedUser', 'Anonymous']],
  [/^aws:sourceip$/i, ['203.0.113.7', '2001:db8::7']],
  [/^aws:requestedregion$/i, ['eu-west-1', 'eu-central-1', 'us-east-1']],
  [/^aws:currenttime$/i, ['2026-11-23T09:00:00Z']],
  [/^iam:passedtoservice$/i, ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com']],
];

export function valuesOf(key: string, typed: string): readonly Candidate[] {
  return fitting(typed, USUAL.find(([form]) => form.test(key))?.[1] ?? []);
}
