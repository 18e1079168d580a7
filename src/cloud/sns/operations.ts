// SNS: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { TOPIC_PERMISSIONS } from './policy.ts';
import { PUBLISHING } from './publish.ts';
import { SUBSCRIPTIONS } from './subscriptions.ts';
import { TOPICS } from './topics.ts';

export const SNS: readonly Operation[] = [...TOPICS, ...TOPIC_PERMISSIONS, ...SUBSCRIPTIONS, ...PUBLISHING];
