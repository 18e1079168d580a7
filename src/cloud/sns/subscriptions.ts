// Subscriptions to topics: made, confirmed, told, listed and ended.
import { lookup, withAccount, without, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueHex, issueUuid } from '../ids.ts';
import {
  flagOf,
  textOf,
  type Done,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { textMapOf } from '../text-map.ts';
import { subscriptionAttributes, subscriptionAttributesFault } from './attributes.ts';
import { deliverConfirmation } from './deliver.ts';
import { endpointFault, isConfirmedAtOnce } from './endpoints.ts';
import type { Subscription } from './state.ts';
import {
  invalid,
  ofTopic,
  subscriptionArnIn,
  subscriptionsTo,
  topicArn,
  topicAt,
  topicsOf,
  withSubscription,
  withTopic,
  type FoundTopic,
} from './topic.ts';
import { snsPage } from './page.ts';

const PENDING = 'pending confirmation';

/**
 * Whoever owns the endpoint subscribes at once; for another's the owner must confirm with what arrives there.
 * Source: sns-fanout.
 */
const subscribe = ofTopic(
  'Subscribe',
  (site, input, found) => {
    const protocol = textOf(input, 'Protocol');
    const endpoint = textOf(input, 'Endpoint');
    const attributes = textMapOf(input, 'Attributes');
    const wrong = endpointFault(found.name, protocol, endpoint) ?? subscriptionAttributesFault(attributes);
    if (wrong) return wrong;
    const { session } = site;
    const known = subscriptionsTo(found.owner, found.arn).find(
      ([, one]) => one.protocol === protocol && one.endpoint === endpoint,
    );
    if (known) return { cloud: site.cloud, reply: { SubscriptionArn: shownArn(input, known) } };
    const issued = issueUuid(site.cloud);
    const arn = `${found.arn}:${issued.id}`;
    const bare: Subscription = {
      topic: found.arn,
      protocol,
      endpoint,
      owner: session.principal.account,
      by: session.principal.arn,
      attributes,
    };
    if (isConfirmedAtOnce(protocol, endpoint, bare.owner)) {
      const cloud = withSubscription(issued.cloud, found.owner, arn, bare);
      return { cloud, reply: { SubscriptionArn: arn } };
    }
    const token = issueHex(issued.cloud, 128);
    const pending = { ...bare, token: token.id };
    const made = withSubscription(token.cloud, found.owner, arn, pending);
    return {
      cloud: deliverConfirmation(made, found, pending),
      reply: { SubscriptionArn: shownArn(input, [arn, pending]) },
    };
  },
  {
    keys: (input) => ({
      'sns:Protocol': textOf(input, 'Protocol'),
      'sns:Endpoint': textOf(input, 'Endpoint'),
    }),
  },
);

function shownArn(input: Input, [arn, { token }]: readonly [string, Subscription]): string {
  return token === undefined || flagOf(input, 'ReturnSubscriptionArn') === true ? arn : PENDING;
}

const confirmSubscription = ofTopic('ConfirmSubscription', ({ cloud }, input, found) => {
  const wanted = textOf(input, 'Token');
  const known = subscriptionsTo(found.owner, found.arn).find(([, { token }]) => token === wanted);
  if (!known) return invalid('Token');
  const [arn, { token, ...confirmed }] = known;
  return token === undefined
    ? invalid('Token')
    : { cloud: withSubscription(cloud, found.owner, arn, confirmed), reply: { SubscriptionArn: arn } };
});

interface FoundSubscription {
  readonly arn: string;
  readonly topic: FoundTopic;
  readonly subscription: Subscription;
}

function subscriptionAt(
  cloud: Cloud,
  arns: ReturnType<typeof subscriptionArnIn>,
): FoundSubscription | Refused {
  if (isRefused(arns)) return arns;
  const topic = topicAt(cloud, arns.topic);
  const subscription = topic && lookup(topicsOf(topic.owner).subscriptions, arns.arn);
  return topic && subscription
    ? { arn: arns.arn, topic, subscription }
    : fault('NotFound', 'Subscription does not exist');
}

type Work = (site: Site, input: Input, found: FoundSubscription) => Done;

/** An operation on a subscription: SNS asks for the permission on its topic. Source: sns-actions. */
function ofSubscription(name: string, work: Work): Operation {
  return {
    name: `sns:${name}`,
    needs: (_site, input) => {
      const arns = subscriptionArnIn(input);
      return isRefused(arns) ? arns : [{ action: `sns:${name}`, on: arns.topic }];
    },
    run: (site, input) => {
      const found = subscriptionAt(site.cloud, subscriptionArnIn(input));
      return isRefused(found) ? found : work(site, input, found);
    },
  };
}

const getSubscriptionAttributes = ofSubscription(
  'GetSubscriptionAttributes',
  ({ cloud }, _input, { arn, subscription }) => ({
    cloud,
    reply: { Attributes: subscriptionAttributes(arn, subscription) },
  }),
);

const setSubscriptionAttributes = ofSubscription(
  'SetSubscriptionAttributes',
  ({ cloud }, input, { arn, topic, subscription }) => {
    const wanted = { [textOf(input, 'AttributeName')]: textOf(input, 'AttributeValue') };
    const wrong = subscriptionAttributesFault(wanted);
    if (wrong) return wrong;
    const attributes = { ...subscription.attributes, ...wanted };
    return { cloud: withSubscription(cloud, topic.owner, arn, { ...subscription, attributes }), reply: {} };
  },
);

/** A subscription that is not there is ended already. Source: api-sns. */
const unsubscribe: Operation = {
  ...ofSubscription('Unsubscribe', ({ cloud }) => ({ cloud, reply: {} })),
  run: ({ cloud }, input) => {
    const found = subscriptionAt(cloud, subscriptionArnIn(input));
    if (isRefused(found)) return { cloud, reply: {} };
    const { owner, arn, topic } = found.topic;
    const { topics, subscriptions } = topicsOf(owner);
    const state = { topics, subscriptions: without(subscriptions, found.arn) };
    const next = { ...topic, unsubscribed: (topic.unsubscribed ?? 0) + 1 };
    const account = { ...owner, topics: state };
    return { cloud: withTopic(withAccount(cloud, account), { owner: account, arn }, next), reply: {} };
  },
};

function listed([arn, { owner, protocol, endpoint, topic, token }]: readonly [string, Subscription]): Reply {
  return {
    SubscriptionArn: token === undefined ? arn : 'PendingConfirmation',
    Owner: owner,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topic,
  };
}

/** What the account subscribed to, also topics of others. */
const listSubscriptions: Operation = {
  name: 'sns:ListSubscriptions',
  needs: ({ account, region }) => [
    { action: 'sns:ListSubscriptions', on: topicArn(account.id, region, '*') },
  ],
  run: ({ cloud, account, region }, input) => {
    const all = Object.values(cloud.accounts)
      .flatMap((one) => Object.entries(topicsOf(one).subscriptions))
      .filter(([arn, { owner }]) => owner === account.id && arn.split(':')[3] === region);
    const reply = snsPage(input, 'Subscriptions', all.map(listed));
    return isRefused(reply) ? reply : { cloud, reply };
  },
};

const listSubscriptionsByTopic = ofTopic('ListSubscriptionsByTopic', ({ cloud }, input, { owner, arn }) => {
  const reply = snsPage(input, 'Subscriptions', subscriptionsTo(owner, arn).map(listed));
  return isRefused(reply) ? reply : { cloud, reply };
});

export const SUBSCRIPTIONS: readonly Operation[] = [
  ...[subscribe, confirmSubscription, unsubscribe, getSubscriptionAttributes, setSubscriptionAttributes],
  ...[listSubscriptions, listSubscriptionsByTopic],
];
