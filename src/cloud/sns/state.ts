// Topics of an account and who is subscribed to them. A topic's policy is in `resourcePolicies`, its tags in `resourceTags`.
import type { Named } from '../cloud.ts';

export interface TopicState {
  /** By ARN. */
  readonly topics: Named<Topic>;
  /** By ARN, of the topics of this account, whosever they are. */
  readonly subscriptions: Named<Subscription>;
}

export interface Topic {
  readonly created: number;
  /** What was set, without the policy. */
  readonly attributes: Named<string>;
  /** How many subscriptions were deleted. */
  readonly unsubscribed?: number;
}

export interface Subscription {
  /** The ARN of the topic. */
  readonly topic: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** The account of whoever subscribed, and their ARN. */
  readonly owner: string;
  readonly by: string;
  readonly attributes: Named<string>;
  /** What confirms it, while nobody has. */
  readonly token?: string;
}
