// What topics and subscriptions can be told, and what they answer when asked about themselves.
import { lookup, type Cloud, type Named } from '../cloud.ts';
import type { Refused } from '../fault.ts';
import { policyFaultOf, policyOf } from './policy.ts';
import type { Subscription } from './state.ts';
import { invalid, subscriptionsTo, type FoundTopic } from './topic.ts';

const FLAG = /^(?:true|false)$/i;
const ANY = /^/;

/** By name, what a topic's attribute may be. Source: api-sns. */
const OF_TOPICS: Named<RegExp> = {
  Policy: ANY,
  DisplayName: /^[^\n]{0,100}$/,
  DeliveryPolicy: ANY,
  KmsMasterKeyId: ANY,
  SignatureVersion: /^[12]$/,
  TracingConfig: /^(?:PassThrough|Active)$/,
  ArchivePolicy: ANY,
};
const OF_FIFO_TOPICS: Named<RegExp> = {
  ContentBasedDeduplication: FLAG,
  FifoThroughputScope: /^(?:Topic|MessageGroup)$/,
};
const FEEDBACK =
  /^(?:HTTP|Firehose|Lambda|Application|SQS)(?:SuccessFeedbackRoleArn|FailureFeedbackRoleArn|SuccessFeedbackSampleRate)$/;

/** By name, what a subscription's attribute may be. */
const OF_SUBSCRIPTIONS: Named<RegExp> = {
  RawMessageDelivery: FLAG,
  FilterPolicy: ANY,
  FilterPolicyScope: /^(?:MessageAttributes|MessageBody)$/,
  DeliveryPolicy: ANY,
  RedrivePolicy: ANY,
  SubscriptionRoleArn: ANY,
};

export function isFifo(name: string): boolean {
  return name.endsWith('.fifo');
}

/** What is wrong with attributes that somebody wants for a topic. */
export function topicAttributesFault(cloud: Cloud, arn: string, wanted: Named<string>): Refused | undefined {
  const known = isFifo(arn) ? { ...OF_TOPICS, ...OF_FIFO_TOPICS } : OF_TOPICS;
  for (const [name, value] of Object.entries(wanted)) {
    const form = lookup(known, name) ?? (FEEDBACK.test(name) ? ANY : undefined);
    if (!form) return invalid('AttributeName');
    if (!form.test(value)) return invalid(name);
    const wrong = name === 'Policy' && value !== '' ? policyFaultOf(cloud, value) : undefined;
    if (wrong) return wrong;
  }
  return undefined;
}

/** What is wrong with attributes that somebody wants for a subscription. */
export function subscriptionAttributesFault(wanted: Named<string>): Refused | undefined {
  for (const [name, value] of Object.entries(wanted)) {
    const form = lookup(OF_SUBSCRIPTIONS, name);
    if (!form) return invalid('AttributeName');
    if (!form.test(value)) return invalid(`${name} Reason: Invalid value [${value}]. Must be true or false.`);
    if (name.endsWith('Policy') && value !== '' && !isJson(value))
      return invalid(`${name}: failed to parse JSON.`);
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

const DELIVERY = JSON.stringify({
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
});

/** All attributes of a topic, in the order in which SNS answers them. */
export function topicAttributes(cloud: Cloud, found: FoundTopic): Named<string> {
  const { owner, arn, topic, name } = found;
  const all = subscriptionsTo(owner, arn);
  const pending = all.filter(([, { token }]) => token !== undefined).length;
  const { DisplayName = '', KmsMasterKeyId = '', ...others } = topic.attributes;
  return {
    Policy: policyOf(cloud, found),
    Owner: owner.id,
    SubscriptionsPending: String(pending),
    ...(KmsMasterKeyId === '' ? {} : { KmsMasterKeyId }),
    TopicArn: arn,
    EffectiveDeliveryPolicy: DELIVERY,
    SubscriptionsConfirmed: String(all.length - pending),
    ...(isFifo(name) ? { FifoTopic: 'true', ContentBasedDeduplication: 'false' } : {}),
    ...others,
    DisplayName,
    SubscriptionsDeleted: String(topic.unsubscribed ?? 0),
  };
}

/** All attributes of a subscription. */
export function subscriptionAttributes(arn: string, subscription: Subscription): Named<string> {
  const { by, owner, topic, endpoint, protocol, token, attributes } = subscription;
  const { RawMessageDelivery = 'false', ...others } = attributes;
  return {
    SubscriptionPrincipal: by,
    Owner: owner,
    RawMessageDelivery,
    TopicArn: topic,
    Endpoint: endpoint,
    Protocol: protocol,
    ...('FilterPolicy' in others ? { FilterPolicyScope: 'MessageAttributes' } : {}),
    ...others,
    PendingConfirmation: String(token !== undefined),
    ConfirmationWasAuthenticated: String(token === undefined),
    SubscriptionArn: arn,
  };
}
