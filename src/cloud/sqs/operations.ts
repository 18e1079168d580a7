// SQS: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { QUEUE_PERMISSIONS } from './policy.ts';
import { QUEUES } from './queues.ts';
import { RECEIVING } from './receive.ts';
import { SENDING } from './send.ts';
import { QUEUE_TAGS } from './tagging.ts';

export const SQS: readonly Operation[] = [
  ...[...QUEUES, ...QUEUE_PERMISSIONS, ...QUEUE_TAGS],
  ...[...SENDING, ...RECEIVING],
];
