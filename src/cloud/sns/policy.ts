// A topic's policy: the one that it begins with, what it may be, and the statements that AddPermission writes.
import { parsePolicy } from '#evaluator';
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import type { Refused } from '../fault.ts';
import { textOf, textsOf, type Operation } from '../operation.ts';
import { hasLabel, withoutPermission, withPermission } from '../permission-statements.ts';
import { policyFault } from '../policy-fault.ts';
import { unpinned } from '../pins.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { invalid, ofTopic, type FoundTopic } from './topic.ts';

const OF_THE_OWNER: readonly string[] = [
  ...['SNS:GetTopicAttributes', 'SNS:SetTopicAttributes', 'SNS:AddPermission', 'SNS:RemovePermission'],
  ...['SNS:DeleteTopic', 'SNS:Subscribe', 'SNS:ListSubscriptionsByTopic', 'SNS:Publish'],
];

/** What a topic's policy can be about: no pattern, not even `SNS:*`. Source: sns-access-policy. */
const IN_SCOPE: ReadonlySet<string> = new Set(
  [...OF_THE_OWNER, 'SNS:Receive', 'SNS:ListTagsForResource', 'SNS:TagResource', 'SNS:UntagResource'].map(
    (name) => name.toLowerCase(),
  ),
);

/** The policy of a topic to which nobody gave one. Source: sns-access-policy. */
export function defaultPolicy(account: string, arn: string): string {
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: OF_THE_OWNER,
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });
}

/** Why a text can be no topic's policy. */
export function policyFaultOf(cloud: Cloud, text: string): Refused | undefined {
  const found = policyFault(cloud, text, 'resource');
  const result = parsePolicy(text, 'resource');
  if (found?.message.startsWith('Invalid principal') === true)
    return invalid('Policy Error: PrincipalNotFound');
  if (found || !('policy' in result)) return invalid('Policy Error: null');
  const { statements } = result.policy;
  if (
    statements.some(({ action }) => action.patterns.some(({ value }) => !IN_SCOPE.has(value.toLowerCase())))
  )
    return invalid('Policy statement action out of service scope!');
  if (statements.some(({ resource }) => (resource?.patterns.length ?? 0) > 1))
    return invalid('Policy statement must apply to a single resource!');
  return undefined;
}

/** The policy of a topic as it reads now. */
export function policyOf(cloud: Cloud, { owner, arn }: FoundTopic): string {
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  return kept ? unpinned(cloud, kept.text, kept.pins) : defaultPolicy(owner.id, arn);
}

const addPermission = ofTopic('AddPermission', ({ cloud }, input, found) => {
  const label = textOf(input, 'Label');
  const actions = textsOf(input, 'ActionName').map((name) => `SNS:${name}`);
  const accounts = textsOf(input, 'AWSAccountId');
  const text = policyOf(cloud, found);
  if (hasLabel(text, label)) return invalid('Statement already exists');
  if (actions.length === 0 || actions.some((action) => !IN_SCOPE.has(action.toLowerCase())))
    return invalid('Policy statement action out of service scope!');
  if (accounts.length === 0 || accounts.some((account) => !/^\d{12}$/.test(account)))
    return invalid('Policy Error: PrincipalNotFound');
  const permission = { label, accounts, actions, resource: found.arn };
  const owner = withResourcePolicy(cloud, found.owner, found.arn, withPermission(text, permission, ''));
  return { cloud: withAccount(cloud, owner), reply: {} };
});

/** A label that is not there is no mistake. Source: api-sns. */
const removePermission = ofTopic('RemovePermission', ({ cloud }, input, found) => {
  const { owner, arn } = found;
  const left = withoutPermission(policyOf(cloud, found), textOf(input, 'Label'));
  const text = left ?? JSON.stringify({ Version: '2008-10-17', Id: '__default_policy_ID', Statement: [] });
  return { cloud: withAccount(cloud, withResourcePolicy(cloud, owner, arn, text)), reply: {} };
});

export const TOPIC_PERMISSIONS: readonly Operation[] = [addPermission, removePermission];
