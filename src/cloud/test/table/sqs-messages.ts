// The table's rows for messages of SQS.
import type { Reply } from '../../operation.ts';
import { isStructure, structuresOf, textOf } from '../../operation.ts';
import type { Row, Step } from './row.ts';
import { failing, FIFO, FIFO_URL, NEVER, NEVER_KEYS, ORDERS, URL } from './sqs-worlds.ts';

const SENT: Step = ['default', 'sqs:SendMessage', { QueueUrl: URL, MessageBody: 'tea' }];
const RECEIVED: Step = ['default', 'sqs:ReceiveMessage', { QueueUrl: URL }];
const UNKNOWN = `AQEB${'x'.repeat(60)}==`;

function handle(replies: readonly Reply[]): string {
  const last = replies.at(-1);
  const [message] = isStructure(last) ? structuresOf(last, 'Messages') : [];
  return message ? textOf(message, 'ReceiptHandle') : '';
}

const entries = (count: number, body = 'tea'): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Id: `m${i}`, MessageBody: body }));

const UNREADABLE = {
  code: 'ReceiptHandleIsInvalid',
  input: { QueueUrl: URL, ReceiptHandle: 'x', VisibilityTimeout: 1 },
  message: 'The input receipt handle "x" is not a valid receipt handle.',
};

export const SQS_MESSAGE_ROWS: readonly Row[] = [
  {
    operation: 'sqs:SendMessage',
    before: [ORDERS],
    input: { QueueUrl: URL, MessageBody: 'tea' },
    needs: ['sqs:SendMessage'],
    reply: { MD5OfMessageBody: '7239ea2b5dc943f61f3c0a0276c20974' },
    faults: [
      ...failing({ MessageBody: 'tea' }),
      { code: 'InvalidMessageContents', input: { QueueUrl: URL, MessageBody: 'a\u0001' } },
      {
        code: 'InvalidParameterValue',
        input: { QueueUrl: URL, MessageBody: 'tea', DelaySeconds: 901 },
        message:
          'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.',
      },
      {
        code: 'InvalidParameterValue',
        input: {
          QueueUrl: URL,
          MessageBody: 'tea',
          MessageAttributes: { k: { DataType: 'Text', StringValue: 'v' } },
        },
      },
      {
        code: 'InvalidParameterValue',
        before: [
          ['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { MaximumMessageSize: '1024' } }],
        ],
        input: { QueueUrl: URL, MessageBody: 'x'.repeat(1025) },
        message: 'One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.',
      },
      {
        code: 'MissingParameter',
        before: [FIFO],
        input: { QueueUrl: FIFO_URL, MessageBody: 'tea' },
        message: 'The request must contain the parameter MessageGroupId.',
      },
      {
        code: 'InvalidParameterValue',
        before: [FIFO],
        input: { QueueUrl: FIFO_URL, MessageBody: 'tea', MessageGroupId: 'g' },
        message:
          'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      },
    ],
    never: NEVER_KEYS,
  },
  {
    operation: 'sqs:SendMessageBatch',
    before: [ORDERS],
    input: {
      QueueUrl: URL,
      Entries: [...entries(2), { Id: 'late', MessageBody: 'tea', DelaySeconds: 1000 }],
    },
    needs: ['sqs:SendMessage'],
    reply: {
      Successful: [{ Id: 'm0' }, { Id: 'm1' }],
      Failed: [{ Id: 'late', SenderFault: true, Code: 'InvalidParameterValue' }],
    },
    faults: [
      ...failing({ Entries: entries(1) }),
      { code: 'AWS.SimpleQueueService.EmptyBatchRequest', input: { QueueUrl: URL, Entries: [] } },
      {
        code: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
        input: { QueueUrl: URL, Entries: entries(11) },
        message: 'Maximum number of entries per request are 10. You have sent 11.',
      },
      {
        code: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
        input: { QueueUrl: URL, Entries: [...entries(1), ...entries(1)] },
        message: 'Id m0 repeated.',
      },
      {
        code: 'AWS.SimpleQueueService.InvalidBatchEntryId',
        input: { QueueUrl: URL, Entries: [{ Id: 'a b', MessageBody: 'tea' }] },
      },
      {
        code: 'AWS.SimpleQueueService.BatchRequestTooLong',
        input: { QueueUrl: URL, Entries: entries(2, 'x'.repeat(600_000)) },
      },
    ],
    never: NEVER_KEYS,
  },
  {
    operation: 'sqs:ReceiveMessage',
    before: [ORDERS, SENT],
    input: { QueueUrl: URL, AttributeNames: ['ApproximateReceiveCount'] },
    needs: ['sqs:ReceiveMessage'],
    reply: { Messages: [{ Body: 'tea', Attributes: { ApproximateReceiveCount: '1' } }] },
    faults: [
      ...failing(),
      {
        code: 'InvalidParameterValue',
        input: { QueueUrl: URL, MaxNumberOfMessages: 11 },
        message:
          'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.',
      },
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, WaitTimeSeconds: 21 } },
      { code: 'InvalidParameterValue', input: { QueueUrl: URL, VisibilityTimeout: 43_201 } },
    ],
    never: { ...NEVER_KEYS, OverLimit: 'nobody has a hundred thousand messages in flight here' },
  },
  {
    operation: 'sqs:DeleteMessage',
    before: [ORDERS, SENT, RECEIVED],
    input: (replies) => ({ QueueUrl: URL, ReceiptHandle: handle(replies) }),
    needs: ['sqs:DeleteMessage'],
    faults: [...failing({ ReceiptHandle: UNKNOWN }), UNREADABLE],
    never: { ...NEVER, InvalidIdFormat: 'a handle of another form is said to be invalid' },
  },
  {
    operation: 'sqs:DeleteMessageBatch',
    before: [ORDERS, SENT, RECEIVED],
    input: (replies) => ({
      QueueUrl: URL,
      Entries: [
        { Id: 'known', ReceiptHandle: handle(replies) },
        { Id: 'unknown', ReceiptHandle: 'x' },
      ],
    }),
    needs: ['sqs:DeleteMessage'],
    reply: {
      Successful: [{ Id: 'known' }],
      Failed: [{ Id: 'unknown', SenderFault: true, Code: 'ReceiptHandleIsInvalid' }],
    },
    faults: [
      ...failing({ Entries: [{ Id: 'a', ReceiptHandle: UNKNOWN }] }),
      { code: 'AWS.SimpleQueueService.EmptyBatchRequest', input: { QueueUrl: URL, Entries: [] } },
      {
        code: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
        input: { QueueUrl: URL, Entries: entries(11) },
      },
      {
        code: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
        input: { QueueUrl: URL, Entries: [...entries(1), ...entries(1)] },
      },
      {
        code: 'AWS.SimpleQueueService.InvalidBatchEntryId',
        input: { QueueUrl: URL, Entries: [{ Id: 'a b' }] },
      },
    ],
    never: NEVER,
  },
  {
    operation: 'sqs:ChangeMessageVisibility',
    before: [ORDERS, SENT, RECEIVED],
    input: (replies) => ({ QueueUrl: URL, ReceiptHandle: handle(replies), VisibilityTimeout: 5 }),
    needs: ['sqs:ChangeMessageVisibility'],
    faults: [
      ...failing({ ReceiptHandle: UNKNOWN, VisibilityTimeout: 5 }),
      UNREADABLE,
      {
        code: 'InvalidParameterValue',
        input: { QueueUrl: URL, ReceiptHandle: UNKNOWN, VisibilityTimeout: 5 },
      },
      {
        code: 'AWS.SimpleQueueService.MessageNotInflight',
        before: [ORDERS, SENT, ['default', 'sqs:ReceiveMessage', { QueueUrl: URL, VisibilityTimeout: 0 }]],
        input: (replies) => ({ QueueUrl: URL, ReceiptHandle: handle(replies), VisibilityTimeout: 5 }),
      },
    ],
    never: NEVER,
  },
];
