// The table's rows for topics of SNS; those for subscriptions and messages are beside it.
import type { Input } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';
import { SNS_SUBSCRIPTION_ROWS } from './sns-subscriptions.ts';
import { NEVER, NEWS, NO_TOPIC, NOT_AN_ARN, TOPIC } from './sns-worlds.ts';

const NONE = 'arn:aws:sns:us-east-1:111122223333:none';
const NO_RESOURCE: Failing = {
  code: 'ResourceNotFound',
  input: { ResourceArn: NONE, Tags: [{ Key: 'team', Value: 'tea' }], TagKeys: ['team'] },
  message: 'Resource does not exist',
};
const NOT_A_RESOURCE: Failing = {
  code: 'InvalidParameter',
  input: { ResourceArn: 'x', Tags: [], TagKeys: [] },
};
const PERMISSION = { Label: 'partner', AWSAccountId: ['444455556666'], ActionName: ['Publish'] };
const PERMITTED: Step = ['default', 'sns:AddPermission', { TopicArn: TOPIC, ...PERMISSION }];
const tags = Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));
const policy = (statement: Input): Input => ({
  TopicArn: TOPIC,
  AttributeName: 'Policy',
  AttributeValue: JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: TOPIC, ...statement }],
  }),
});

export const SNS_ROWS: readonly Row[] = [
  {
    operation: 'sns:CreateTopic',
    input: { Name: 'news', Attributes: { DisplayName: 'News' }, Tags: [{ Key: 'team', Value: 'tea' }] },
    needs: ['sns:CreateTopic', 'sns:TagResource'],
    reply: { TopicArn: TOPIC },
    faults: [
      { code: 'InvalidParameter', input: { Name: 'ne ws' }, message: 'Invalid parameter: Topic Name' },
      { code: 'InvalidParameter', input: { Name: 'news', Attributes: { FifoTopic: 'true' } } },
      { code: 'InvalidParameter', input: { Name: 'news', Attributes: { Colour: 'red' } } },
      {
        code: 'InvalidParameter',
        before: [NEWS],
        input: { Name: 'news', Attributes: { DisplayName: 'News' } },
        message: 'Invalid parameter: Attributes Reason: Topic already exists with different attributes',
      },
      {
        code: 'InvalidParameter',
        before: [NEWS],
        input: { Name: 'news', Tags: [{ Key: 'team', Value: 'tea' }] },
        message: 'Invalid parameter: Tags Reason: Topic already exists with different tags',
      },
    ],
    never: {
      ...NEVER,
      TagLimitExceeded: 'it is said when a topic is tagged',
      TopicLimitExceeded: 'a hundred thousand topics are more than a lab has',
    },
  },
  {
    operation: 'sns:DeleteTopic',
    before: [NEWS],
    input: { TopicArn: TOPIC },
    needs: ['sns:DeleteTopic'],
    faults: [NOT_AN_ARN],
    never: {
      ...NEVER,
      NotFound: 'what is not there is deleted already',
      InvalidState: 'it is said of topics with an archive',
    },
  },
  {
    operation: 'sns:ListTopics',
    before: [NEWS],
    input: {},
    needs: ['sns:ListTopics'],
    reply: { Topics: [{ TopicArn: TOPIC }] },
    faults: [{ code: 'InvalidParameter', input: { NextToken: 'x' } }],
    never: NEVER,
  },
  {
    operation: 'sns:GetTopicAttributes',
    before: [NEWS],
    input: { TopicArn: TOPIC },
    needs: ['sns:GetTopicAttributes'],
    reply: { Attributes: { Owner: '111122223333', SubscriptionsConfirmed: '0' } },
    faults: [NO_TOPIC, NOT_AN_ARN],
    never: NEVER,
  },
  {
    operation: 'sns:SetTopicAttributes',
    before: [NEWS],
    input: policy({}),
    needs: ['sns:SetTopicAttributes'],
    faults: [
      { ...NO_TOPIC, input: { TopicArn: TOPIC, AttributeName: 'DisplayName', AttributeValue: 'x' } },
      { ...NOT_AN_ARN, input: { TopicArn: 'news', AttributeName: 'DisplayName' } },
      {
        code: 'InvalidParameter',
        input: { TopicArn: TOPIC, AttributeName: 'Colour', AttributeValue: 'red' },
        message: 'Invalid parameter: AttributeName',
      },
      {
        code: 'InvalidParameter',
        input: policy({ Action: 'SNS:*' }),
        message: 'Invalid parameter: Policy statement action out of service scope!',
      },
      {
        code: 'InvalidParameter',
        input: policy({ Resource: [TOPIC, NONE] }),
        message: 'Invalid parameter: Policy statement must apply to a single resource!',
      },
      {
        code: 'InvalidParameter',
        input: policy({ Principal: { AWS: 'arn:aws:iam::111122223333:user/nobody' } }),
        message: 'Invalid parameter: Policy Error: PrincipalNotFound',
      },
      {
        code: 'InvalidParameter',
        input: policy({ Effect: 'Perhaps' }),
        message: 'Invalid parameter: Policy Error: null',
      },
    ],
    never: NEVER,
  },
  {
    operation: 'sns:AddPermission',
    before: [NEWS],
    input: { TopicArn: TOPIC, ...PERMISSION },
    needs: ['sns:AddPermission'],
    faults: [
      { ...NO_TOPIC, input: { TopicArn: TOPIC, ...PERMISSION } },
      { code: 'InvalidParameter', before: [NEWS, PERMITTED], input: { TopicArn: TOPIC, ...PERMISSION } },
      { code: 'InvalidParameter', input: { TopicArn: TOPIC, ...PERMISSION, ActionName: ['CreateTopic'] } },
      { code: 'InvalidParameter', input: { TopicArn: TOPIC, ...PERMISSION, AWSAccountId: ['x'] } },
    ],
    never: NEVER,
  },
  {
    operation: 'sns:RemovePermission',
    before: [NEWS, PERMITTED],
    input: { TopicArn: TOPIC, Label: 'partner' },
    needs: ['sns:RemovePermission'],
    faults: [{ ...NO_TOPIC, input: { TopicArn: TOPIC, Label: 'x' } }, NOT_AN_ARN],
    never: NEVER,
  },
  {
    operation: 'sns:TagResource',
    before: [NEWS],
    input: { ResourceArn: TOPIC, Tags: [{ Key: 'team', Value: 'tea' }] },
    needs: ['sns:TagResource'],
    faults: [
      NO_RESOURCE,
      NOT_A_RESOURCE,
      { code: 'TagLimitExceeded', input: { ResourceArn: TOPIC, Tags: tags } },
    ],
    never: NEVER,
  },
  {
    operation: 'sns:UntagResource',
    before: [NEWS],
    input: { ResourceArn: TOPIC, TagKeys: ['team'] },
    needs: ['sns:UntagResource'],
    faults: [NO_RESOURCE, NOT_A_RESOURCE],
    never: { ...NEVER, TagLimitExceeded: 'taking away adds nothing' },
  },
  {
    operation: 'sns:ListTagsForResource',
    before: [['default', 'sns:CreateTopic', { Name: 'news', Tags: [{ Key: 'team', Value: 'tea' }] }]],
    input: { ResourceArn: TOPIC },
    needs: ['sns:ListTagsForResource'],
    reply: { Tags: [{ Key: 'team', Value: 'tea' }] },
    faults: [NO_RESOURCE, NOT_A_RESOURCE],
    never: NEVER,
  },
  ...SNS_SUBSCRIPTION_ROWS,
];
