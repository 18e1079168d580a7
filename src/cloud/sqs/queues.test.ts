// What queues do with time: hiding, delaying, forgetting, and giving up on messages.
import { expect, test } from 'vitest';
import { act, actAll, at } from '../test/acting.ts';

const URL = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders';
const FIFO = `${URL}.fifo`;
const DEAD = `${URL}-dead`;

test('[worlds-are-values] a message that was received is hidden for the time of its queue, and then there again', () => {
  const cloud = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { VisibilityTimeout: '60' } }],
    ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }],
    ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }],
  ]);
  const receive = ['default', 'sqs:ReceiveMessage', { QueueUrl: URL, AttributeNames: ['All'] }] as const;
  expect(act(at(cloud, 59), receive).reply).toEqual({});
  expect(act(at(cloud, 60), receive).reply).toMatchObject({
    Messages: [{ Body: 'tea', Attributes: { ApproximateReceiveCount: '2' } }],
  });
});

test('[worlds-are-values] a delayed message waits, and is forgotten after the time that its queue keeps messages', () => {
  const cloud = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { MessageRetentionPeriod: '3600' } }],
    ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea', DelaySeconds: 10 }],
  ]);
  const receive = ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }] as const;
  expect(act(at(cloud, 9), receive).reply).toEqual({});
  expect(act(at(cloud, 10), receive).reply).toMatchObject({ Messages: [{ Body: 'tea' }] });
  expect(act(at(cloud, 3600), receive).reply).toEqual({});
});

test('[worlds-are-values] a FIFO queue takes a message once in five minutes, and gives one of a group at a time', () => {
  const send = (MessageBody: string) =>
    ['default', 'sqs:SendMessage', { QueueUrl: FIFO, MessageBody, MessageGroupId: 'g' }] as const;
  const attributes = { FifoQueue: 'true', ContentBasedDeduplication: 'true' };
  const cloud = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders.fifo', Attributes: attributes }],
    send('tea'),
    send('tea'),
    send('cake'),
  ]);
  const receive = ['default', 'sqs:ReceiveMessage', { QueueUrl: FIFO }] as const;
  const first = act(cloud, receive);
  expect(first.reply).toMatchObject({ Messages: [{ Body: 'tea' }] });
  expect(act(first.cloud, receive).reply).toEqual({});
  const count = ['default', 'sqs:GetQueueAttributes', { QueueUrl: FIFO, AttributeNames: ['All'] }] as const;
  expect(act(cloud, count).reply).toMatchObject({ Attributes: { ApproximateNumberOfMessages: '2' } });
  const later = act(at(cloud, 300), send('tea'));
  expect(act(later.cloud, count).reply).toMatchObject({ Attributes: { ApproximateNumberOfMessages: '3' } });
});

test('[worlds-are-values] a message that was received too often is moved to the queue for such messages', () => {
  const redrive = {
    deadLetterTargetArn: 'arn:aws:sqs:us-east-1:111122223333:orders-dead',
    maxReceiveCount: 1,
  };
  const cloud = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders-dead' }],
    [
      'default',
      'sqs:CreateQueue',
      { QueueName: 'orders', Attributes: { RedrivePolicy: JSON.stringify(redrive), VisibilityTimeout: '5' } },
    ],
    ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }],
    ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }],
  ]);
  const again = act(at(cloud, 5), ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }]);
  expect(again.reply).toEqual({});
  expect(act(again.cloud, ['default', 'sqs:ReceiveMessage', { QueueUrl: DEAD }]).reply).toMatchObject({
    Messages: [{ Body: 'tea' }],
  });
});

test('[worlds-are-values] what AddPermission gave, RemovePermission takes, and no policy is left', () => {
  const permission = { Label: 'p', AWSAccountIds: ['444455556666'], Actions: ['SendMessage'] };
  const send = ['partner', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }] as const;
  const given = actAll([
    ['default', 'sqs:CreateQueue', { QueueName: 'orders' }],
    ['default', 'sqs:AddPermission', { QueueUrl: URL, ...permission }],
    send,
  ]);
  const taken = act(given, ['default', 'sqs:RemovePermission', { QueueUrl: URL, Label: 'p' }]).cloud;
  expect(() => act(taken, send)).toThrow('no resource-based policy allows the sqs:sendmessage action');
  const asked = ['default', 'sqs:GetQueueAttributes', { QueueUrl: URL, AttributeNames: ['Policy'] }] as const;
  expect(act(taken, asked).reply).toEqual({});
});

test('[every-pair-must-pass] a queue with a key of its own needs the key too', () => {
  const keyed = actAll([['default', 'kms:CreateKey', {}]]);
  const { reply } = act(keyed, ['default', 'kms:ListKeys', {}]);
  const key = JSON.stringify(reply).match(/"KeyId":"([^"]+)"/)?.[1] ?? '';
  const cloud = actAll(
    [
      ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { KmsMasterKeyId: key } }],
      ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }],
    ],
    keyed,
  );
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' }],
  };
  const denied = act(cloud, [
    'default',
    'iam:PutUserPolicy',
    { UserName: 'admin', PolicyName: 'no', PolicyDocument: JSON.stringify(document) },
  ]).cloud;
  expect(() => act(denied, ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }])).toThrow(
    'KMS.AccessDeniedException',
  );
  const disabled = act(cloud, ['default', 'kms:DisableKey', { KeyId: key }]).cloud;
  expect(() => act(disabled, ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }])).toThrow(
    'KMS.DisabledException',
  );
});
