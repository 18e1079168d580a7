// The table's rows for subscriptions and messages of SNS.
import type { Input, Reply } from '../../operation.ts';
import { isStructure, structuresOf, textOf } from '../../operation.ts';
import type { Failing, Row, Step } from './row.ts';
import { NEVER, NEWS, NO_TOPIC, NOT_AN_ARN, QUEUE, TOPIC } from './sns-worlds.ts';

const TO_QUEUE = { TopicArn: TOPIC, Protocol: 'sqs', Endpoint: QUEUE };
const SUBSCRIBED: Step = ['default', 'sns:Subscribe', TO_QUEUE];
const arnOf = (replies: readonly Reply[]): string => {
  const made = replies[1];
  return isStructure(made) ? textOf(made, 'SubscriptionArn') : '';
};
const NONE = `${TOPIC}:0a1b2c3d-0000-4000-8000-000000000000`;
const told = { AttributeName: 'RawMessageDelivery', AttributeValue: 'true' };
const NO_SUBSCRIPTION: Failing = {
  code: 'NotFound',
  input: { SubscriptionArn: NONE, ...told },
  message: 'Subscription does not exist',
};
const NOT_A_SUBSCRIPTION: Failing = {
  code: 'InvalidParameter',
  input: { SubscriptionArn: 'pending confirmation', ...told },
  message: 'Invalid parameter: SubscriptionArn Reason: An ARN must have at least 6 elements, not 1',
};
const NEVER_MANY = {
  ...NEVER,
  FilterPolicyLimitExceeded: 'two hundred filters are more than a lab has',
  ReplayLimitExceeded: 'archives are not simulated',
  SubscriptionLimitExceeded: 'millions of subscriptions are more than a lab has',
};
const EVERY_QUEUE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
    },
  ],
});
/** A topic of the partner that sends the owner of a queue what confirms it. */
const THEIR_TOPIC = 'arn:aws:sns:us-east-1:444455556666:news';
const PENDING: readonly Step[] = [
  ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { Policy: EVERY_QUEUE } }],
  ['partner', 'sns:CreateTopic', { Name: 'news' }],
  ['partner', 'sns:Subscribe', { ...TO_QUEUE, TopicArn: THEIR_TOPIC }],
  ['default', 'sqs:ReceiveMessage', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders' }],
];

function token(replies: readonly Reply[]): string {
  const [message] = structuresOf(replies[3] ?? {}, 'Messages');
  const body: unknown = JSON.parse(message ? textOf(message, 'Body') : '{}');
  return isStructure(body) ? textOf(body, 'Token') : '';
}

const fifo = (more: Input): Input => ({ TopicArn: `${TOPIC}.fifo`, Message: 'tea', ...more });
const FIFO: Step = ['default', 'sns:CreateTopic', { Name: 'news.fifo', Attributes: { FifoTopic: 'true' } }];

export const SNS_SUBSCRIPTION_ROWS: readonly Row[] = [
  {
    operation: 'sns:Subscribe',
    before: [NEWS],
    input: { TopicArn: TOPIC, Protocol: 'email', Endpoint: 'mei@example.com' },
    needs: ['sns:Subscribe'],
    reply: { SubscriptionArn: 'pending confirmation' },
    faults: [
      { ...NO_TOPIC, input: TO_QUEUE },
      { ...NOT_AN_ARN, input: { ...TO_QUEUE, TopicArn: 'news' } },
      { code: 'InvalidParameter', input: { ...TO_QUEUE, Protocol: 'post' } },
      {
        code: 'InvalidParameter',
        input: { ...TO_QUEUE, Endpoint: 'orders' },
        message: 'Invalid parameter: SQS endpoint ARN',
      },
      { code: 'InvalidParameter', input: { ...TO_QUEUE, Endpoint: `${QUEUE}.fifo` } },
      { code: 'InvalidParameter', input: { ...TO_QUEUE, Attributes: { RawMessageDelivery: 'perhaps' } } },
    ],
    never: NEVER_MANY,
  },
  {
    operation: 'sns:ConfirmSubscription',
    as: 'partner',
    before: PENDING,
    input: (replies) => ({ TopicArn: THEIR_TOPIC, Token: token(replies) }),
    needs: ['sns:ConfirmSubscription'],
    faults: [
      {
        code: 'InvalidParameter',
        input: { TopicArn: THEIR_TOPIC, Token: 'x' },
        message: 'Invalid parameter: Token',
      },
      { ...NO_TOPIC, as: 'default', input: { TopicArn: TOPIC, Token: 'x' } },
    ],
    never: NEVER_MANY,
  },
  {
    operation: 'sns:Unsubscribe',
    before: [NEWS, SUBSCRIBED],
    input: (replies) => ({ SubscriptionArn: arnOf(replies) }),
    needs: ['sns:Unsubscribe'],
    faults: [NOT_A_SUBSCRIPTION],
    never: { ...NEVER, NotFound: 'what is not there is ended already' },
  },
  {
    operation: 'sns:GetSubscriptionAttributes',
    before: [NEWS, SUBSCRIBED],
    input: (replies) => ({ SubscriptionArn: arnOf(replies) }),
    needs: ['sns:GetSubscriptionAttributes'],
    reply: { Attributes: { Protocol: 'sqs', Endpoint: QUEUE, PendingConfirmation: 'false' } },
    faults: [NO_SUBSCRIPTION, NOT_A_SUBSCRIPTION],
    never: NEVER,
  },
  {
    operation: 'sns:SetSubscriptionAttributes',
    before: [NEWS, SUBSCRIBED],
    input: (replies) => ({ SubscriptionArn: arnOf(replies), ...told }),
    needs: ['sns:SetSubscriptionAttributes'],
    faults: [
      NO_SUBSCRIPTION,
      NOT_A_SUBSCRIPTION,
      {
        code: 'InvalidParameter',
        input: (replies) => ({ SubscriptionArn: arnOf(replies), AttributeName: 'Colour' }),
        message: 'Invalid parameter: AttributeName',
      },
    ],
    never: NEVER_MANY,
  },
  {
    operation: 'sns:ListSubscriptions',
    before: [NEWS, SUBSCRIBED],
    input: {},
    needs: ['sns:ListSubscriptions'],
    reply: { Subscriptions: [{ Owner: '111122223333', Endpoint: QUEUE, TopicArn: TOPIC }] },
    faults: [{ code: 'InvalidParameter', input: { NextToken: 'x' } }],
    never: NEVER,
  },
  {
    operation: 'sns:ListSubscriptionsByTopic',
    before: [NEWS, SUBSCRIBED],
    input: { TopicArn: TOPIC },
    needs: ['sns:ListSubscriptionsByTopic'],
    reply: { Subscriptions: [{ Endpoint: QUEUE }] },
    faults: [NO_TOPIC, { code: 'InvalidParameter', input: { TopicArn: TOPIC, NextToken: 'x' } }],
    never: NEVER,
  },
  {
    operation: 'sns:Publish',
    before: [NEWS],
    input: { TopicArn: TOPIC, Message: 'tea' },
    needs: ['sns:Publish'],
    faults: [
      { ...NO_TOPIC, input: { TopicArn: TOPIC, Message: 'tea' } },
      {
        code: 'InvalidParameter',
        input: { TopicArn: TOPIC, Message: '' },
        message: 'Invalid parameter: Empty message',
      },
      { code: 'InvalidParameter', input: { TopicArn: TOPIC, Message: 'x'.repeat(262_145) } },
      { code: 'InvalidParameter', input: { TopicArn: TOPIC, Message: 'tea', Subject: 'two\nlines' } },
      {
        code: 'InvalidParameter',
        input: { Message: 'tea' },
        message: 'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter',
      },
      {
        code: 'InvalidParameter',
        input: { TopicArn: TOPIC, Message: '{}', MessageStructure: 'json' },
        message: 'Invalid parameter: Message Structure - No default entry in JSON message body',
      },
      {
        code: 'InvalidParameter',
        input: { TopicArn: TOPIC, Message: '{', MessageStructure: 'json' },
        message: 'Invalid parameter: Message Structure - JSON message body failed to parse',
      },
      {
        code: 'InvalidParameter',
        before: [FIFO],
        input: fifo({}),
        message: 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics',
      },
      { code: 'InvalidParameter', before: [FIFO], input: fifo({ MessageGroupId: 'g' }) },
    ],
    never: {
      ...NEVER,
      EndpointDisabled: 'there are no mobile endpoints here',
      PlatformApplicationDisabled: 'there are no mobile applications here',
      InvalidParameterValue: 'it is said of batches',
      KMSAccessDenied: 'topics with keys have a file of their own',
      KMSDisabled: 'topics with keys have a file of their own',
      KMSNotFound: 'topics with keys have a file of their own',
      KMSInvalidState: 'topics with keys have a file of their own',
      KMSOptInRequired: 'every account here is signed up for KMS',
      KMSThrottling: 'nobody is slowed down here',
      Validation: 'the message says what is wrong with it',
    },
  },
];
