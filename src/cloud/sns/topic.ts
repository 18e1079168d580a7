// Finding a topic or a subscription by its ARN, and the pair of a call on it. How messages are delivered is not known here.
import type { Context } from '#evaluator';
import type { BareRequest } from '../authorize.ts';
import { lookup, withAccount, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Done, type Input, type Operation, type Site } from '../operation.ts';
import type { Subscription, Topic, TopicState } from './state.ts';

export interface FoundTopic {
  readonly owner: Account;
  readonly name: string;
  readonly arn: string;
  readonly topic: Topic;
}

const NOTHING: TopicState = { topics: {}, subscriptions: {} };

export function topicsOf(account: Account): TopicState {
  return account.topics ?? NOTHING;
}

export function topicArn(account: string, region: string, name: string): string {
  return `arn:aws:sns:${region}:${account}:${name}`;
}

/** `Invalid parameter: …`, as SNS words what it refuses. Source: api-sns. */
export function invalid(what: string): Refused {
  return fault('InvalidParameter', `Invalid parameter: ${what}`);
}

export function noTopic(): Refused {
  return fault('NotFound', 'Topic does not exist');
}

/** What keeps a text from being an ARN. */
function arnFault(member: string, text: string): Refused | undefined {
  const count = text.split(':').length;
  if (count < 6) return invalid(`${member} Reason: An ARN must have at least 6 elements, not ${count}`);
  return /^arn:aws[\w-]*:sns:[a-z0-9-]+:\d{12}:[\w.:-]+$/.test(text) ? undefined : invalid(member);
}

/** The ARN of a topic in a member of an input. Topics of other regions are not at this endpoint. */
export function topicArnIn({ region }: Site, input: Input, member = 'TopicArn'): string | Refused {
  const text = textOf(input, member);
  const wrong = arnFault(member, text);
  if (wrong) return wrong;
  return text.split(':')[3] === region && text.split(':').length === 6 ? text : invalid(member);
}

/** The ARN of a subscription and that of its topic. */
export function subscriptionArnIn(input: Input): { readonly arn: string; readonly topic: string } | Refused {
  const arn = textOf(input, 'SubscriptionArn');
  const wrong = arnFault('SubscriptionArn', arn);
  if (wrong) return wrong;
  const parts = arn.split(':');
  if (parts.length !== 7) return invalid('SubscriptionId');
  return { arn, topic: parts.slice(0, 6).join(':') };
}

/** The topic of an ARN. */
export function topicAt(cloud: Cloud, arn: string): FoundTopic | undefined {
  const [, , , , number = '', name = ''] = arn.split(':');
  const owner = lookup(cloud.accounts, number);
  const topic = owner && lookup(topicsOf(owner).topics, arn);
  return owner && topic && { owner, name, arn, topic };
}

/** The subscriptions to a topic, by ARN. */
export function subscriptionsTo(
  account: Account,
  topic: string,
): readonly (readonly [string, Subscription])[] {
  return Object.entries(topicsOf(account).subscriptions).filter(([, one]) => one.topic === topic);
}

/** The cloud with another state of one topic. */
export function withTopic(
  cloud: Cloud,
  { owner, arn }: Pick<FoundTopic, 'owner' | 'arn'>,
  topic: Topic,
): Cloud {
  const state = topicsOf(owner);
  return withAccount(cloud, { ...owner, topics: { ...state, topics: { ...state.topics, [arn]: topic } } });
}

/** The cloud with another state of one subscription. */
export function withSubscription(
  cloud: Cloud,
  owner: Account,
  arn: string,
  subscription: Subscription,
): Cloud {
  const state = topicsOf(owner);
  const subscriptions = { ...state.subscriptions, [arn]: subscription };
  return withAccount(cloud, { ...owner, topics: { ...state, subscriptions } });
}

type Work = (site: Site, input: Input, found: FoundTopic) => Done;

interface Parts {
  /** Condition keys that the request gives. */
  readonly keys?: (input: Input) => Context;
  /** Pairs beside the topic's own. */
  readonly more?: (site: Site, found: FoundTopic | undefined) => readonly BareRequest[] | Refused;
  readonly rewords?: Operation['rewords'];
  /** The member that names the topic. */
  readonly member?: string;
  readonly missing?: Refused;
}

/** An operation on the topic that a member of the input names, whosever it is. */
export function ofTopic(name: string, work: Work, parts: Parts = {}): Operation {
  const { keys, more, rewords, member = 'TopicArn', missing = noTopic() } = parts;
  return {
    name: `sns:${name}`,
    needs: (site, input) => {
      const arn = topicArnIn(site, input, member);
      if (typeof arn !== 'string') return arn;
      const own = { action: `sns:${name}`, on: arn, context: keys?.(input) ?? {} };
      const others = more?.(site, topicAt(site.cloud, arn)) ?? [];
      return isRefused(others) ? others : [own, ...others];
    },
    run: (site, input) => {
      const arn = topicArnIn(site, input, member);
      if (typeof arn !== 'string') return arn;
      const found = topicAt(site.cloud, arn);
      return found ? work(site, input, found) : missing;
    },
    ...(rewords ? { rewords } : {}),
  };
}
