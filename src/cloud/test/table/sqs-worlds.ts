// Queues for the table's rows of SQS, and the ways in which every call on a queue fails.
import type { Input } from '../../operation.ts';
import type { Failing, Step } from './row.ts';

export const ARN = 'arn:aws:sqs:us-east-1:111122223333:orders';
export const URL = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders';
export const FIFO_URL = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders.fifo';

export const ORDERS: Step = ['default', 'sqs:CreateQueue', { QueueName: 'orders' }];
export const FIFO: Step = [
  'default',
  'sqs:CreateQueue',
  { QueueName: 'orders.fifo', Attributes: { FifoQueue: 'true' } },
];

/** What happens to every call on a queue. @param more what the call must hold beside the queue's address */
export function failing(more: Input = {}): readonly Failing[] {
  return [
    {
      code: 'AWS.SimpleQueueService.NonExistentQueue',
      before: [],
      input: { QueueUrl: URL, ...more },
      message: 'The specified queue does not exist.',
    },
    {
      code: 'InvalidAddress',
      input: { QueueUrl: 'orders', ...more },
      message: 'The address orders is not valid for this endpoint.',
    },
    {
      code: 'InvalidAddress',
      input: { QueueUrl: URL.replace('us-east-1', 'eu-west-1'), ...more },
    },
  ];
}

/** Only an owner may. */
export function ownersOnly(more: Input = {}): Failing {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: ARN }],
  });
  return {
    code: 'AccessDenied',
    as: 'partner',
    before: [['default', 'sqs:CreateQueue', { QueueName: 'orders', Attributes: { Policy } }]],
    input: { QueueUrl: URL, ...more },
  };
}

/** Documented for every operation. */
export const NEVER: Readonly<Record<string, string>> = {
  InvalidSecurity: 'every call here comes over TLS',
  UnsupportedOperation: 'there is one kind of endpoint, and every operation is on it',
};

/** Documented for operations that use a key. Which of them there is, `sealed.test.ts` shows. */
export const NEVER_KEYS: Readonly<Record<string, string>> = {
  ...NEVER,
  KmsAccessDenied: 'queues with keys have a file of their own',
  KmsDisabled: 'queues with keys have a file of their own',
  KmsNotFound: 'queues with keys have a file of their own',
  KmsInvalidState: 'queues with keys have a file of their own',
  KmsInvalidKeyUsage: 'queues with keys have a file of their own',
  KmsOptInRequired: 'every account here is signed up for KMS',
  KmsThrottled: 'nobody is slowed down here',
};
