// The table's rows for queues of SQS; those for messages are beside it.
import type { Row, Step } from './row.ts';
import { SQS_MESSAGE_ROWS } from './sqs-messages.ts';
import { ARN, failing, NEVER, ORDERS, ownersOnly, URL } from './sqs-worlds.ts';

const policy = (Action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:root' }, Action, Resource: ARN },
    ],
  });
const PERMISSION = { Label: 'partner', AWSAccountIds: ['444455556666'], Actions: ['SendMessage'] };
const PERMITTED: Step = ['default', 'sqs:AddPermission', { QueueUrl: URL, ...PERMISSION }];
const noPolicy = {
  code: 'InvalidAttributeValue',
  message: 'Invalid value for the parameter Policy.',
};
const tags = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v']));

export const SQS_ROWS: readonly Row[] = [
  {
    operation: 'sqs:CreateQueue',
    input: { QueueName: 'orders', Attributes: { Policy: policy('sqs:SendMessage') }, tags: { team: 'tea' } },
    needs: ['sqs:CreateQueue', 'sqs:TagQueue'],
    reply: { QueueUrl: URL },
    faults: [
      {
        code: 'QueueAlreadyExists',
        before: [ORDERS],
        input: { QueueName: 'orders', Attributes: { DelaySeconds: '5' } },
        message: 'A queue already exists with the same name and a different value for attribute DelaySeconds',
      },
      {
        code: 'AWS.SimpleQueueService.QueueDeletedRecently',
        before: [ORDERS, ['default', 'sqs:DeleteQueue', { QueueUrl: URL }]],
        input: { QueueName: 'orders' },
      },
      { code: 'InvalidAttributeName', input: { QueueName: 'orders', Attributes: { Colour: 'red' } } },
      { code: 'InvalidAttributeName', input: { QueueName: 'orders', Attributes: { FifoQueue: 'false' } } },
      { code: 'InvalidAttributeValue', input: { QueueName: 'orders', Attributes: { DelaySeconds: '901' } } },
      { ...noPolicy, input: { QueueName: 'orders', Attributes: { Policy: policy('s3:GetObject') } } },
      {
        code: 'InvalidParameterValue',
        input: { QueueName: 'or ders' },
        message: 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      },
      { code: 'InvalidParameterValue', input: { QueueName: 'orders', Attributes: { FifoQueue: 'true' } } },
    ],
    never: { ...NEVER, InvalidAddress: 'a new queue has no address yet' },
  },
  {
    operation: 'sqs:DeleteQueue',
    before: [ORDERS],
    input: { QueueUrl: URL },
    needs: ['sqs:DeleteQueue'],
    faults: [...failing(), ownersOnly()],
    never: NEVER,
  },
  {
    operation: 'sqs:GetQueueUrl',
    before: [ORDERS],
    input: { QueueName: 'orders' },
    needs: ['sqs:GetQueueUrl'],
    reply: { QueueUrl: URL },
    faults: [
      { code: 'AWS.SimpleQueueService.NonExistentQueue', input: { QueueName: 'none' } },
      {
        code: 'AccessDenied',
        as: 'partner',
        input: { QueueName: 'orders', QueueOwnerAWSAccountId: '111122223333' },
        message: `User: arn:aws:iam::444455556666:user/admin is not authorized to perform: sqs:getqueueurl on resource: ${ARN} because no resource-based policy allows the sqs:getqueueurl action`,
      },
    ],
    never: { ...NEVER, InvalidAddress: 'the address is what is asked for' },
  },
  {
    operation: 'sqs:ListQueues',
    before: [ORDERS, ['default', 'sqs:CreateQueue', { QueueName: 'orders-2' }]],
    input: { QueueNamePrefix: 'ord', MaxResults: 1 },
    needs: ['sqs:ListQueues'],
    reply: { QueueUrls: [URL] },
    faults: [
      { code: 'InvalidParameterValue', input: { MaxResults: 1001 } },
      { code: 'InvalidParameterValue', input: { NextToken: 'x' } },
    ],
    never: { ...NEVER, InvalidAddress: 'it is about no queue' },
  },
  {
    operation: 'sqs:GetQueueAttributes',
    before: [ORDERS],
    input: { QueueUrl: URL, AttributeNames: ['QueueArn', 'VisibilityTimeout'] },
    needs: ['sqs:GetQueueAttributes'],
    reply: { Attributes: { QueueArn: ARN, VisibilityTimeout: '30' } },
    faults: [
      ...failing(),
      { code: 'InvalidAttributeName', input: { QueueUrl: URL, AttributeNames: ['Colour'] } },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:SetQueueAttributes',
    before: [ORDERS],
    input: { QueueUrl: URL, Attributes: { VisibilityTimeout: '60', Policy: policy('sqs:*') } },
    needs: ['sqs:SetQueueAttributes'],
    faults: [
      ...failing({ Attributes: { DelaySeconds: '1' } }),
      ownersOnly({ Attributes: { DelaySeconds: '1' } }),
      {
        code: 'InvalidAttributeName',
        input: { QueueUrl: URL, Attributes: { FifoQueue: 'true' } },
        message: 'Unknown Attribute FifoQueue.',
      },
      { ...noPolicy, input: { QueueUrl: URL, Attributes: { Policy: 'no policy' } } },
      { ...noPolicy, input: { QueueUrl: URL, Attributes: { Policy: policy('sqs:ListQueues') } } },
      {
        code: 'InvalidParameterValue',
        input: { QueueUrl: URL, Attributes: { RedrivePolicy: '{"maxReceiveCount":3}' } },
      },
    ],
    never: { ...NEVER, OverLimit: 'it is said of the actions of AddPermission' },
  },
  {
    operation: 'sqs:PurgeQueue',
    before: [ORDERS],
    input: { QueueUrl: URL },
    needs: ['sqs:PurgeQueue'],
    faults: [
      ...failing(),
      {
        code: 'AWS.SimpleQueueService.PurgeQueueInProgress',
        before: [ORDERS, ['default', 'sqs:PurgeQueue', { QueueUrl: URL }]],
        input: { QueueUrl: URL },
        message: 'Only one PurgeQueue operation on orders is allowed every 60 seconds.',
      },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:AddPermission',
    before: [ORDERS],
    input: { QueueUrl: URL, ...PERMISSION },
    needs: ['sqs:AddPermission'],
    faults: [
      ...failing(PERMISSION),
      ownersOnly(PERMISSION),
      {
        code: 'OverLimit',
        input: { QueueUrl: URL, ...PERMISSION, Actions: Array.from({ length: 8 }, () => 'SendMessage') },
        message: '8 Actions were found, maximum allowed is 7.',
      },
      {
        code: 'InvalidParameterValue',
        before: [ORDERS, PERMITTED],
        input: { QueueUrl: URL, ...PERMISSION },
        message: 'Value partner for parameter Label is invalid. Reason: Already exists.',
      },
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, ...PERMISSION, Actions: ['DeleteQueue'] } },
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, ...PERMISSION, AWSAccountIds: ['x'] } },
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, ...PERMISSION, Label: 'a b' } },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:RemovePermission',
    before: [ORDERS, PERMITTED],
    input: { QueueUrl: URL, Label: 'partner' },
    needs: ['sqs:RemovePermission'],
    faults: [
      ...failing({ Label: 'partner' }),
      ownersOnly({ Label: 'partner' }),
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, Label: 'none' } },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:TagQueue',
    before: [ORDERS],
    input: { QueueUrl: URL, Tags: { team: 'tea' } },
    needs: ['sqs:TagQueue'],
    faults: [
      ...failing({ Tags: { team: 'tea' } }),
      ownersOnly({ Tags: { team: 'tea' } }),
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, Tags: tags } },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:UntagQueue',
    before: [ORDERS],
    input: { QueueUrl: URL, TagKeys: ['team'] },
    needs: ['sqs:UntagQueue'],
    faults: [...failing({ TagKeys: ['team'] }), ownersOnly({ TagKeys: ['team'] })],
    never: NEVER,
  },
  {
    operation: 'sqs:ListQueueTags',
    before: [['default', 'sqs:CreateQueue', { QueueName: 'orders', tags: { team: 'tea' } }]],
    input: { QueueUrl: URL },
    needs: ['sqs:ListQueueTags'],
    reply: { Tags: { team: 'tea' } },
    faults: [...failing(), ownersOnly()],
    never: NEVER,
  },
  ...SQS_MESSAGE_ROWS,
];
