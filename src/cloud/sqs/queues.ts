// Queues: made, found, told, emptied and deleted. Messages have files of their own.
import { lookup, withAccount, without } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { numberOf, present, textOf, textsOf, type Operation } from '../operation.ts';
import { pageOf } from '../paging.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { requestTagKeys, withTags } from '../tags.ts';
import { textMapOf } from '../text-map.ts';
import { attributesFault, attributesOf, badAttribute, isAttribute } from './attributes.ts';
import {
  badValue,
  invalid,
  legacy,
  noQueue,
  ofOwnQueue,
  ofQueue,
  queueArn,
  queueAt,
  queuesOf,
  queueUrl,
  withQueue,
  type FoundQueue,
} from './queue.ts';
import type { Queue } from './state.ts';

const NAME = 'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length';
const FIFO_NAME =
  'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length';

function nameFault(name: string, fifo: string | undefined): Refused | undefined {
  if (fifo === 'true')
    return name.length <= 80 && /^[\w-]+\.fifo$/.test(name) ? undefined : invalid(FIFO_NAME);
  if (!/^[\w-]{1,80}$/.test(name)) return invalid(NAME);
  if (fifo === undefined) return undefined;
  return fifo === 'false'
    ? fault('InvalidAttributeName', 'Unknown Attribute FifoQueue.')
    : badAttribute('FifoQueue');
}

/** For so long the name of a deleted queue cannot be had again. Source: api-sqs. */
const REST = 60_000;

const createQueue: Operation = {
  name: 'sqs:CreateQueue',
  needs: ({ account, region }, input) => {
    const on = queueArn(account.id, region, textOf(input, 'QueueName'));
    const tags = textMapOf(input, 'tags');
    const context = requestTagKeys(tags);
    return [
      { action: 'sqs:CreateQueue', on, context },
      ...(Object.keys(tags).length > 0 ? [{ action: 'sqs:TagQueue', on, context }] : []),
    ];
  },
  run: ({ cloud, account, region }, input) => {
    const name = textOf(input, 'QueueName');
    const { FifoQueue: fifo, ...wanted } = textMapOf(input, 'Attributes');
    const arn = queueArn(account.id, region, name);
    const wrong = nameFault(name, fifo) ?? attributesFault(cloud, arn, wanted);
    if (wrong) return wrong;
    const known = queueAt(cloud, arn);
    const reply = { QueueUrl: queueUrl(arn) };
    if (known) {
      const now = attributesOf(cloud, known);
      const other = Object.entries(wanted).find(([key, value]) => (lookup(now, key) ?? '') !== value);
      if (!other) return { cloud, reply };
      return fault(
        'QueueAlreadyExists',
        `A queue already exists with the same name and a different value for attribute ${other[0]}`,
      );
    }
    const { deleted = {}, queues } = queuesOf(account);
    const gone = lookup(deleted, arn);
    if (gone !== undefined && cloud.time - gone < REST)
      return legacy(
        'QueueDeletedRecently',
        'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
      );
    const { Policy: policy = '', ...attributes } = wanted;
    const queue: Queue = { created: cloud.time, modified: cloud.time, attributes, messages: [] };
    const made = {
      ...account,
      queues: { deleted: without(deleted, arn), queues: { ...queues, [arn]: queue } },
    };
    const told = policy === '' ? made : withResourcePolicy(cloud, made, arn, policy);
    return { cloud: withAccount(cloud, withTags(told, arn, textMapOf(input, 'tags'))), reply };
  },
};

const deleteQueue = ofOwnQueue('DeleteQueue', ({ cloud }, _input, { owner, arn }) => {
  const { deleted = {}, queues } = queuesOf(owner);
  const state = { deleted: { ...deleted, [arn]: cloud.time }, queues: without(queues, arn) };
  const bare = withTags(withResourcePolicy(cloud, owner, arn, undefined), arn, {});
  return { cloud: withAccount(cloud, { ...bare, queues: state }), reply: {} };
});

const getQueueUrl: Operation = {
  name: 'sqs:GetQueueUrl',
  needs: ({ account, region }, input) => [
    {
      action: 'sqs:GetQueueUrl',
      on: queueArn(textOf(input, 'QueueOwnerAWSAccountId') || account.id, region, textOf(input, 'QueueName')),
    },
  ],
  run: ({ cloud, account, region }, input) => {
    const owner = textOf(input, 'QueueOwnerAWSAccountId') || account.id;
    const arn = queueArn(owner, region, textOf(input, 'QueueName'));
    return queueAt(cloud, arn) ? { cloud, reply: { QueueUrl: queueUrl(arn) } } : noQueue();
  },
};

const MOST_LISTED = 1000;

/** Tokens are given only to those who say how many they want. Source: api-sqs. */
const listQueues: Operation = {
  name: 'sqs:ListQueues',
  needs: ({ account, region }) => [{ action: 'sqs:ListQueues', on: queueArn(account.id, region, '') }],
  run: ({ cloud, account, region }, input) => {
    const wanted = numberOf(input, 'MaxResults');
    if (wanted !== undefined && (wanted < 1 || wanted > MOST_LISTED))
      return badValue('MaxResults', wanted, 'MaxResults must be an integer between 1 and 1000.');
    const urls = Object.keys(queuesOf(account).queues)
      .filter((arn) => arn.startsWith(queueArn(account.id, region, textOf(input, 'QueueNamePrefix'))))
      .map(queueUrl)
      .sort();
    const page = pageOf(input, urls, { size: 'MaxResults', token: 'NextToken', most: MOST_LISTED });
    if (!page) return badValue('NextToken', textOf(input, 'NextToken'), 'Invalid NextToken value.');
    const { items, next } = page;
    return {
      cloud,
      reply: present({
        QueueUrls: items.length > 0 ? items : undefined,
        NextToken: wanted === undefined ? undefined : next,
      }),
    };
  },
};

const getQueueAttributes = ofQueue('GetQueueAttributes', ({ cloud }, input, found) => {
  const names = textsOf(input, 'AttributeNames');
  const unknown = names.find((name) => !isAttribute(name));
  if (unknown !== undefined) return fault('InvalidAttributeName', `Unknown Attribute ${unknown}.`);
  const all = attributesOf(cloud, found);
  const entries = names.includes('All')
    ? Object.entries(all)
    : names.flatMap((name) => (Object.hasOwn(all, name) ? [[name, all[name]] as const] : []));
  return { cloud, reply: entries.length > 0 ? { Attributes: Object.fromEntries(entries) } : {} };
});

const setQueueAttributes = ofOwnQueue('SetQueueAttributes', ({ cloud }, input, found) => {
  const wanted = textMapOf(input, 'Attributes');
  const wrong = attributesFault(cloud, found.arn, wanted);
  if (wrong) return wrong;
  const { Policy: policy, ...attributes } = wanted;
  const { owner, arn, queue } = found;
  const told: FoundQueue = {
    ...found,
    owner:
      policy === undefined
        ? owner
        : withResourcePolicy(cloud, owner, arn, policy === '' ? undefined : policy),
  };
  const next = { ...queue, modified: cloud.time, attributes: { ...queue.attributes, ...attributes } };
  return { cloud: withQueue(cloud, told, next), reply: {} };
});

const purgeQueue = ofQueue('PurgeQueue', ({ cloud }, _input, found) => {
  const { queue, name } = found;
  if (queue.purged !== undefined && cloud.time - queue.purged < REST)
    return legacy(
      'PurgeQueueInProgress',
      `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`,
    );
  return { cloud: withQueue(cloud, found, { ...queue, messages: [], purged: cloud.time }), reply: {} };
});

export const QUEUES: readonly Operation[] = [
  ...[createQueue, deleteQueue, getQueueUrl, listQueues],
  ...[getQueueAttributes, setQueueAttributes, purgeQueue],
];
