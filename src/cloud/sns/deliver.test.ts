// What reaches a queue through a topic: the queue's policy decides, and SNS says in whose name it comes.
import { expect, test } from 'vitest';
import type { Cloud } from '../index.ts';
import { isStructure, structuresOf, textOf } from '../operation.ts';
import { act, actAll, type Act } from '../test/acting.ts';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:news';
const STRANGER = 'arn:aws:sns:us-east-1:444455556666:news';
const QUEUE = 'arn:aws:sqs:us-east-1:111122223333:orders';
const URL = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders';

const queue = (condition: object = {}): Act => {
  const statement = {
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: QUEUE,
  };
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement, ...condition }] };
  return [
    'default',
    'sqs:CreateQueue',
    { QueueName: 'orders', Attributes: { Policy: JSON.stringify(document) } },
  ];
};
const topic = (as: string): Act => [as, 'sns:CreateTopic', { Name: 'news' }];
const subscribe = (as: string, TopicArn: string, Attributes = {}): Act => [
  as,
  'sns:Subscribe',
  { TopicArn, Protocol: 'sqs', Endpoint: QUEUE, Attributes },
];
const publish = (as: string, TopicArn: string, more = {}): Act => [
  as,
  'sns:Publish',
  { TopicArn, Message: 'tea', ...more },
];

/** The bodies that can be received. */
function received(cloud: Cloud): readonly string[] {
  const { reply } = act(cloud, ['default', 'sqs:ReceiveMessage', { QueueUrl: URL, MaxNumberOfMessages: 10 }]);
  return structuresOf(reply, 'Messages').map((message) => textOf(message, 'Body'));
}

function envelopes(cloud: Cloud): readonly unknown[] {
  return received(cloud).map((body): unknown => JSON.parse(body));
}

test('[service-needs-the-resource-policy] a queue that lets SNS in has what was published, and one that does not has nothing', () => {
  const open = actAll([queue(), topic('default'), subscribe('default', TOPIC), publish('default', TOPIC)]);
  expect(envelopes(open)).toMatchObject([{ Type: 'Notification', TopicArn: TOPIC, Message: 'tea' }]);
  const closed = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders' }],
    ...[topic('default'), subscribe('default', TOPIC), publish('default', TOPIC)],
  ]);
  expect(received(closed)).toEqual([]);
});

test('[condition-holds] a stranger’s topic enters a queue that asks for no source, and none that asks for one', () => {
  const confirmed = (opening: Act): Cloud => {
    const asked = actAll([opening, topic('partner'), subscribe('partner', STRANGER)]);
    const [first] = envelopes(asked);
    if (!isStructure(first)) return actAll([publish('partner', STRANGER)], asked);
    const confirmation = { TopicArn: STRANGER, Token: textOf(first, 'Token') };
    return actAll(
      [['partner', 'sns:ConfirmSubscription', confirmation], publish('partner', STRANGER)],
      asked,
    );
  };
  expect(envelopes(confirmed(queue()))).toMatchObject([
    { Type: 'SubscriptionConfirmation' },
    { Type: 'Notification', TopicArn: STRANGER },
  ]);
  const fromOwn = { Condition: { ArnEquals: { 'aws:SourceArn': TOPIC } } };
  expect(received(confirmed(queue(fromOwn)))).toEqual([]);
  const own = [topic('default'), subscribe('default', TOPIC), publish('default', TOPIC)];
  expect(received(actAll([queue(fromOwn), ...own]))).toHaveLength(1);
  const ofOwn = { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } };
  expect(received(confirmed(queue(ofOwn)))).toEqual([]);
});

test('[worlds-are-values] nothing is sent to a queue of another account before its owner confirmed', () => {
  const cloud = actAll([
    ...[queue(), topic('partner'), subscribe('partner', STRANGER), publish('partner', STRANGER)],
  ]);
  expect(envelopes(cloud)).toMatchObject([{ Type: 'SubscriptionConfirmation' }]);
});

test('[worlds-are-values] raw delivery leaves the envelope out, and a filter lets through what fits it', () => {
  const filter = JSON.stringify({ kind: ['tea', { prefix: 'cof' }] });
  const cloud = actAll([
    ...[queue(), topic('default')],
    subscribe('default', TOPIC, { RawMessageDelivery: 'true', FilterPolicy: filter }),
    ...['tea', 'coffee', 'water'].map((kind) =>
      publish('default', TOPIC, {
        Message: kind,
        MessageAttributes: { kind: { DataType: 'String', StringValue: kind } },
      }),
    ),
    publish('default', TOPIC, { Message: 'nothing' }),
  ]);
  expect(received(cloud)).toEqual(['tea', 'coffee']);
});

test('[every-pair-must-pass] a topic with a key of its own needs the key of whoever publishes', () => {
  const made = act(actAll([topic('default')]), ['default', 'kms:CreateKey', {}]);
  const { KeyMetadata: key } = made.reply;
  const KeyId = isStructure(key) ? textOf(key, 'KeyId') : '';
  const sealed: Act = [
    'default',
    'sns:SetTopicAttributes',
    { TopicArn: TOPIC, AttributeName: 'KmsMasterKeyId', AttributeValue: KeyId },
  ];
  const cloud = actAll([sealed, publish('default', TOPIC)], made.cloud);
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'kms:*', Resource: '*' }] };
  const denied = actAll(
    [
      [
        'default',
        'iam:PutUserPolicy',
        { UserName: 'admin', PolicyName: 'no', PolicyDocument: JSON.stringify(document) },
      ],
    ],
    cloud,
  );
  expect(() => act(denied, publish('default', TOPIC))).toThrow('KMSAccessDenied');
  const disabled = actAll([['default', 'kms:DisableKey', { KeyId }]], cloud);
  expect(() => act(disabled, publish('default', TOPIC))).toThrow('KMSDisabled');
});
