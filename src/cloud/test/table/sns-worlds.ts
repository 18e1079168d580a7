// A topic for the table's rows of SNS, and the ways in which most calls on one fail.
import type { Failing, Step } from './row.ts';

export const TOPIC = 'arn:aws:sns:us-east-1:111122223333:news';
export const QUEUE = 'arn:aws:sqs:us-east-1:111122223333:orders';

export const NEWS: Step = ['default', 'sns:CreateTopic', { Name: 'news' }];

export const NO_TOPIC: Failing = {
  code: 'NotFound',
  before: [],
  input: { TopicArn: TOPIC },
  message: 'Topic does not exist',
};
export const NOT_AN_ARN: Failing = {
  code: 'InvalidParameter',
  input: { TopicArn: 'news' },
  message: 'Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1',
};

export const NEVER: Readonly<Record<string, string>> = {
  AuthorizationError: 'the denial of each row shows it',
  ConcurrentAccess: 'nobody else is at work here',
  InvalidSecurity: 'every call here comes over TLS',
  StaleTag: 'nobody else is at work here',
  TagPolicy: 'tag policies are not simulated',
};
