// SNS sends to a queue as its service principal, in the name of a topic: the queue's policy decides. Whoever published hears
// nothing of a refusal. Source: sns-fanout.
import type { Context } from '#evaluator';
import { partOf, type BareRequest } from '../authorize.ts';
import type { Cloud, Named } from '../cloud.ts';
import { isRefused } from '../fault.ts';
import { issueUuid } from '../ids.ts';
import type { Input, Site } from '../operation.ts';
import { organizationOf, pathOf } from '../organization.ts';
import { serviceSession } from '../session.ts';
import { enqueue } from '../sqs/enqueue.ts';
import { queueAt, type FoundQueue } from '../sqs/queue.ts';
import { keyFault, keyPairs } from '../sqs/sealed.ts';
import { confirmation, notification } from './envelope.ts';
import { isWanted } from './filter.ts';
import type { Subscription } from './state.ts';
import { subscriptionsTo, type FoundTopic } from './topic.ts';

const SNS = serviceSession('sns.amazonaws.com');
/** The sender that a queue shows of what SNS sends. */
const SENDER = 'AIDAIT2UOQQY3AUEKVGXU';

export interface Published {
  readonly id: string;
  readonly subject: string;
  readonly message: string;
  readonly attributes: Named<Input>;
  readonly group?: string;
  readonly deduplication?: string;
}

/** The cloud in which a message has reached the queues that are subscribed to its topic and take it. */
export function deliver(cloud: Cloud, topic: FoundTopic, published: Published): Cloud {
  const { message, attributes, id, subject, group, deduplication } = published;
  return subscriptionsTo(topic.owner, topic.arn).reduce((before, [arn, one]) => {
    if (one.token !== undefined || !isWanted(one.attributes, message, attributes)) return before;
    const isRaw = one.attributes['RawMessageDelivery']?.toLowerCase() === 'true';
    const sent = { id, topic: topic.arn, time: before.time, subject, message, attributes, subscription: arn };
    return send(before, topic, one, {
      MessageBody: isRaw ? message : notification(sent),
      ...(isRaw ? { MessageAttributes: attributes } : {}),
      ...(group === undefined ? {} : { MessageGroupId: group }),
      ...(deduplication === undefined ? {} : { MessageDeduplicationId: deduplication }),
    });
  }, cloud);
}

/** The cloud in which a queue has the message by which its owner can confirm a subscription. */
export function deliverConfirmation(cloud: Cloud, topic: FoundTopic, subscription: Subscription): Cloud {
  const issued = issueUuid(cloud);
  const token = subscription.token ?? '';
  const body = confirmation({ id: issued.id, topic: topic.arn, time: cloud.time, token });
  return send(issued.cloud, topic, subscription, { MessageBody: body });
}

function send(cloud: Cloud, topic: FoundTopic, { protocol, endpoint }: Subscription, input: Input): Cloud {
  const queue = protocol === 'sqs' ? queueAt(cloud, endpoint) : undefined;
  if (!queue || !mayEnter(cloud, topic, queue)) return cloud;
  const sent = enqueue(cloud, queue, input, SENDER);
  return isRefused(sent) ? cloud : sent.cloud;
}

function mayEnter(cloud: Cloud, topic: FoundTopic, queue: FoundQueue): boolean {
  const region = queue.arn.split(':')[3] ?? '';
  const site: Site = { cloud, session: SNS, account: queue.owner, region };
  const keys = keyPairs(site, queue, ['GenerateDataKey', 'Decrypt']);
  if (isRefused(keys) || keyFault(site, queue)) return false;
  return [{ action: 'sqs:SendMessage', on: queue.arn }, ...keys].every((pair) => mayCall(cloud, topic, pair));
}

/** May SNS do something in the name of a topic? */
export function mayCall(cloud: Cloud, topic: FoundTopic, pair: BareRequest): boolean {
  const context = { ...pair.context, ...inTheNameOf(cloud, topic) };
  const region = pair.on.split(':')[3] ?? '';
  return partOf(cloud, SNS, { ...pair, context }, region).verdict.decision === 'allowed';
}

/** The keys by which a service says for whom it acts. Source: ug-confused-deputy. */
function inTheNameOf(cloud: Cloud, { owner, arn }: FoundTopic): Context {
  const organization = organizationOf(cloud, owner.id);
  return {
    'aws:SourceArn': arn,
    'aws:SourceAccount': owner.id,
    ...(organization
      ? { 'aws:SourceOrgID': organization.id, 'aws:SourceOrgPaths': [pathOf(organization, owner.id)] }
      : {}),
  };
}
