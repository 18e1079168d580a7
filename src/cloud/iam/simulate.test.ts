// The policy simulator: what it reads, whom it takes for the caller, and what it says of keys and resources.
import { expect, test } from 'vitest';
import type { Cloud } from '../index.ts';
import type { Input } from '../operation.ts';
import * as tern from '../test/tern.ts';

const ARN = (resource: string): string => `arn:aws:iam::${tern.ACCOUNT}:${resource}`;
const MEI = ARN('user/dev/mei.tan');
const OBJECT = 'arn:aws:s3:::tern-timetables/winter.csv';

interface Result {
  readonly EvalDecision: string;
  readonly MatchedStatements: readonly { readonly SourcePolicyId: string }[];
  readonly MissingContextValues: readonly string[];
}

function simulate(cloud: Cloud, input: Input, operation = 'iam:SimulatePrincipalPolicy'): readonly Result[] {
  const outcome = tern.act(cloud, 'user/ana', operation, input);
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome.reply['EvaluationResults'] as readonly Result[];
}

const mei = (more: Input): Input => ({ PolicySourceArn: MEI, ...more });

test('[identity-policies-add-up] a user brings the policies of its groups, each action its own result', () => {
  const results = simulate(tern.START, mei({ ActionNames: ['ec2:RunInstances', 's3:GetObject'] }));
  expect(results).toMatchObject([
    { EvalDecision: 'allowed', MatchedStatements: [{ SourcePolicyId: 'launch' }], MissingContextValues: [] },
    { EvalDecision: 'implicitDeny', MatchedStatements: [] },
  ]);
  expect(results[0]).not.toHaveProperty('ResourceSpecificResults');
  expect(results[0]).not.toHaveProperty('OrganizationsDecisionDetail');
});

test('[explicit-deny-wins] a policy that is given adds to those that are there', () => {
  const input = mei({
    ActionNames: ['ec2:RunInstances'],
    PolicyInputList: [tern.policy('Deny', 'ec2:*')],
  });
  expect(simulate(tern.START, input)).toMatchObject([
    {
      EvalDecision: 'explicitDeny',
      MatchedStatements: [
        { SourcePolicyId: 'PolicyInputList.1', SourcePolicyType: 'IAM Policy', StartPosition: { Line: 1 } },
      ],
    },
  ]);
});

test('[boundary-is-a-ceiling] a boundary that is given takes the place of the one that is there', () => {
  const bounded = tern.after(tern.START, [
    'user/ana',
    'iam:PutUserPermissionsBoundary',
    { UserName: 'mei.tan', PermissionsBoundary: ARN('policy/FirstWeek') },
  ]);
  const input = mei({ ActionNames: ['ec2:RunInstances'] });
  expect(simulate(bounded, input)).toMatchObject([
    { EvalDecision: 'allowed', PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: true } },
  ]);
  const other = { ...input, PermissionsBoundaryPolicyInputList: [tern.policy('Allow', 's3:*')] };
  expect(simulate(bounded, other)).toMatchObject([
    {
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    },
  ]);
});

test('[missing-key-fails] keys that nobody gives are named, for a resource that is named with the resource', () => {
  const asks = tern.policy('Allow', 's3:GetObject', {
    Resource: '*',
    Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
  });
  const custom = { PolicyInputList: [asks], ActionNames: ['s3:GetObject'] };
  const run = (input: Input) => simulate(tern.START, input, 'iam:SimulateCustomPolicy');
  expect(run(custom)).toMatchObject([
    { EvalDecision: 'implicitDeny', MissingContextValues: ['aws:SourceIp'] },
  ]);
  expect(run({ ...custom, ResourceArns: [OBJECT] })).toMatchObject([
    {
      MissingContextValues: [],
      EvalDecisionDetails: {},
      ResourceSpecificResults: [{ EvalResourceName: OBJECT, MissingContextValues: ['aws:SourceIp'] }],
    },
  ]);
  const entry = {
    ContextKeyName: 'aws:SourceIp',
    ContextKeyValues: ['192.0.2.9'],
    ContextKeyType: 'ip',
  };
  expect(run({ ...custom, ContextEntries: [entry] })).toMatchObject([{ EvalDecision: 'allowed' }]);
});

test('[both-accounts-must-allow] a resource policy counts for the caller that is named, and its owner may be another', () => {
  const ResourcePolicy = tern.policy('Allow', 's3:GetObject', {
    Principal: { AWS: MEI },
    Resource: 'arn:aws:s3:::tern-timetables/*',
  });
  const input = mei({ ActionNames: ['s3:GetObject'], ResourceArns: [OBJECT], ResourcePolicy });
  expect(simulate(tern.START, input)).toMatchObject([{ EvalDecision: 'allowed' }]);
  expect(simulate(tern.START, { ...input, ResourceOwner: 'arn:aws:iam::444455556666:root' })).toMatchObject([
    {
      EvalDecision: 'implicitDeny',
      EvalDecisionDetails: { 'IAM Policy': 'implicitDeny', 'Resource Policy': 'allowed' },
    },
  ]);
  const group = { ...input, PolicySourceArn: ARN('group/developers') };
  expect(tern.codeOf(tern.act(tern.START, 'user/ana', 'iam:SimulatePrincipalPolicy', group))).toBe(
    'InvalidInput',
  );
  expect(simulate(tern.START, { ...group, CallerArn: MEI })).toMatchObject([{ EvalDecision: 'allowed' }]);
});

test('[worlds-are-values] results come in pages', () => {
  const input = mei({ ActionNames: ['ec2:RunInstances', 's3:GetObject', 's3:PutObject'], MaxItems: 2 });
  expect(simulate(tern.START, input)).toHaveLength(2);
});
