// Where a subscription can lead: the form of its endpoint, and who must confirm it.
import { lookup, type Named } from '../cloud.ts';
import type { Refused } from '../fault.ts';
import { isFifo } from './attributes.ts';
import { invalid } from './topic.ts';

interface Protocol {
  readonly form: RegExp;
  readonly says: string;
}

/** Source: api-sns. */
const PROTOCOLS: Named<Protocol> = {
  sqs: { form: /^arn:aws[\w-]*:sqs:[a-z0-9-]+:\d{12}:[\w.-]+$/, says: 'SQS endpoint ARN' },
  lambda: { form: /^arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:function:.+$/, says: 'Lambda endpoint ARN' },
  firehose: { form: /^arn:aws[\w-]*:firehose:/, says: 'Firehose endpoint ARN' },
  application: { form: /^arn:aws[\w-]*:sns:.*:endpoint\//, says: 'Application endpoint arn invalid' },
  http: { form: /^http:\/\/./, says: 'Endpoint must match the specified protocol' },
  https: { form: /^https:\/\/./, says: 'Endpoint must match the specified protocol' },
  email: { form: /^[^@\s]+@[^@\s]+$/, says: 'Email address' },
  'email-json': { form: /^[^@\s]+@[^@\s]+$/, says: 'Email address' },
  sms: { form: /^\+?[\d-]{5,}$/, says: 'Invalid SMS endpoint' },
};

/** Why a topic cannot send to an endpoint. */
export function endpointFault(topic: string, protocol: string, endpoint: string): Refused | undefined {
  const known = lookup(PROTOCOLS, protocol);
  if (!known) return invalid(`Amazon SNS does not support this protocol string: ${protocol}`);
  if (!known.form.test(endpoint)) return invalid(known.says);
  return protocol === 'sqs' && isFifo(endpoint) && !isFifo(topic)
    ? invalid(
        'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
      )
    : undefined;
}

/** Endpoints in AWS are confirmed by the calls of their own account; a phone needs no confirmation. Source: sns-fanout. */
export function isConfirmedAtOnce(protocol: string, endpoint: string, caller: string): boolean {
  return protocol === 'sms' || endpoint.split(':')[4] === caller;
}
