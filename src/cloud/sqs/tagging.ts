// Tags of queues.
import { withAccount } from '../cloud.ts';
import { textsOf, type Operation } from '../operation.ts';
import { requestTagKeys, tagsOf, withTags } from '../tags.ts';
import { textMapOf } from '../text-map.ts';
import { invalid, ofOwnQueue } from './queue.ts';

/** Source: sqs-quotas. */
const MOST = 50;

const tagQueue = ofOwnQueue(
  'TagQueue',
  ({ cloud }, input, { owner, arn, name }) => {
    const tags = { ...tagsOf(owner, arn), ...textMapOf(input, 'Tags') };
    if (Object.keys(tags).length > MOST) return invalid(`Too many tags added for queue ${name}.`);
    return { cloud: withAccount(cloud, withTags(owner, arn, tags)), reply: {} };
  },
  { keys: (input) => requestTagKeys(textMapOf(input, 'Tags')) },
);

const untagQueue = ofOwnQueue(
  'UntagQueue',
  ({ cloud }, input, { owner, arn }) => {
    const gone = new Set(textsOf(input, 'TagKeys'));
    const left = Object.entries(tagsOf(owner, arn)).filter(([key]) => !gone.has(key));
    return { cloud: withAccount(cloud, withTags(owner, arn, Object.fromEntries(left))), reply: {} };
  },
  { keys: (input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }) },
);

const listQueueTags = ofOwnQueue('ListQueueTags', ({ cloud }, _input, { owner, arn }) => {
  const tags = tagsOf(owner, arn);
  return { cloud, reply: Object.keys(tags).length > 0 ? { Tags: tags } : {} };
});

export const QUEUE_TAGS: readonly Operation[] = [tagQueue, untagQueue, listQueueTags];
