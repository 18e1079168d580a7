// Topics: made, listed, told, tagged and deleted. Subscriptions and messages have files of their own.
import { lookup, withAccount, without, type Named } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { textOf, textsOf, type Operation } from '../operation.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { requestTagKeys, tagList, tagsIn, tagsOf, withTags } from '../tags.ts';
import { textMapOf } from '../text-map.ts';
import { topicAttributes, topicAttributesFault } from './attributes.ts';
import { defaultPolicy } from './policy.ts';
import { snsPage } from './page.ts';
import type { Topic } from './state.ts';
import {
  invalid,
  ofTopic,
  subscriptionsTo,
  topicArn,
  topicArnIn,
  topicAt,
  topicsOf,
  withTopic,
} from './topic.ts';

const FIFO_NAME =
  'Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.';

const PLAIN = /^(?=.{1,256}$)[\w-]+$/;
const FIFO = /^(?=.{1,256}$)[\w-]+\.fifo$/;

/** Making a topic that is there with the same attributes answers it. Source: api-sns. */
const createTopic: Operation = {
  name: 'sns:CreateTopic',
  needs: ({ account, region }, input) => {
    const pair = {
      on: topicArn(account.id, region, textOf(input, 'Name')),
      context: requestTagKeys(tagsIn(input)),
    };
    return [
      { action: 'sns:CreateTopic', ...pair },
      ...(input['Tags'] === undefined ? [] : [{ action: 'sns:TagResource', ...pair }]),
    ];
  },
  run: ({ cloud, account, region }, input) => {
    const name = textOf(input, 'Name');
    const { FifoTopic: fifo, ...wanted } = textMapOf(input, 'Attributes');
    if (fifo?.toLowerCase() === 'true' && !FIFO.test(name)) return invalid(FIFO_NAME);
    if (fifo?.toLowerCase() !== 'true' && !PLAIN.test(name)) return invalid('Topic Name');
    const arn = topicArn(account.id, region, name);
    const wrong = topicAttributesFault(cloud, arn, wanted);
    if (wrong) return wrong;
    const tags = tagsIn(input);
    const known = topicAt(cloud, arn);
    if (known) {
      const now = topicAttributes(cloud, known);
      if (Object.entries(wanted).some(([key, value]) => (lookup(now, key) ?? '') !== value))
        return invalid('Attributes Reason: Topic already exists with different attributes');
      const had = tagsOf(account, arn);
      if (Object.entries(tags).some(([key, value]) => lookup(had, key) !== value))
        return invalid('Tags Reason: Topic already exists with different tags');
      return { cloud, reply: { TopicArn: arn } };
    }
    const { Policy: policy = '', ...attributes } = wanted;
    const topic: Topic = { created: cloud.time, attributes };
    const tagged = withTags(account, arn, tags);
    const owner = withResourcePolicy(
      cloud,
      tagged,
      arn,
      policy === '' ? defaultPolicy(account.id, arn) : policy,
    );
    return { cloud: withTopic(cloud, { owner, arn }, topic), reply: { TopicArn: arn } };
  },
};

/** A topic that is not there is deleted already. Source: api-sns. */
const deleteTopic: Operation = {
  name: 'sns:DeleteTopic',
  needs: (site, input) => {
    const on = topicArnIn(site, input);
    return typeof on === 'string' ? [{ action: 'sns:DeleteTopic', on }] : on;
  },
  run: ({ cloud }, input) => {
    const found = topicAt(cloud, textOf(input, 'TopicArn'));
    if (!found) return { cloud, reply: {} };
    const { owner, arn } = found;
    const { topics, subscriptions } = topicsOf(owner);
    const gone = new Set(subscriptionsTo(owner, arn).map(([one]) => one));
    const left = Object.entries(subscriptions).filter(([one]) => !gone.has(one));
    const bare = withTags(withResourcePolicy(cloud, owner, arn, undefined), arn, {});
    const state = { topics: without(topics, arn), subscriptions: Object.fromEntries(left) };
    return { cloud: withAccount(cloud, { ...bare, topics: state }), reply: {} };
  },
};

const listTopics: Operation = {
  name: 'sns:ListTopics',
  needs: ({ account, region }) => [{ action: 'sns:ListTopics', on: topicArn(account.id, region, '*') }],
  run: ({ cloud, account, region }, input) => {
    const topics = Object.keys(topicsOf(account).topics)
      .filter((arn) => arn.split(':')[3] === region)
      .sort()
      .map((TopicArn) => ({ TopicArn }));
    const reply = snsPage(input, 'Topics', topics);
    return isRefused(reply) ? reply : { cloud, reply };
  },
};

const getTopicAttributes = ofTopic('GetTopicAttributes', ({ cloud }, _input, found) => ({
  cloud,
  reply: { Attributes: topicAttributes(cloud, found) },
}));

const setTopicAttributes = ofTopic('SetTopicAttributes', ({ cloud }, input, found) => {
  const name = textOf(input, 'AttributeName');
  const value = textOf(input, 'AttributeValue');
  const { owner, arn, topic } = found;
  const wrong = topicAttributesFault(cloud, arn, { [name]: value });
  if (wrong) return wrong;
  if (name === 'Policy') {
    const told = withResourcePolicy(cloud, owner, arn, value === '' ? defaultPolicy(owner.id, arn) : value);
    return { cloud: withAccount(cloud, told), reply: {} };
  }
  const attributes: Named<string> = { ...topic.attributes, [name]: value };
  return { cloud: withTopic(cloud, found, { ...topic, attributes }), reply: {} };
});

/** Source: api-sns. */
const MOST_TAGS = 50;
const OF_RESOURCE = {
  member: 'ResourceArn',
  missing: fault('ResourceNotFound', 'Resource does not exist'),
};

const tagResource = ofTopic(
  'TagResource',
  ({ cloud }, input, { owner, arn }) => {
    const tags = { ...tagsOf(owner, arn), ...tagsIn(input) };
    if (Object.keys(tags).length > MOST_TAGS)
      return fault('TagLimitExceeded', 'Could not complete request: tag quota of per resource exceeded');
    return { cloud: withAccount(cloud, withTags(owner, arn, tags)), reply: {} };
  },
  { ...OF_RESOURCE, keys: (input) => requestTagKeys(tagsIn(input)) },
);

const untagResource = ofTopic(
  'UntagResource',
  ({ cloud }, input, { owner, arn }) => {
    const gone = new Set(textsOf(input, 'TagKeys'));
    const left = Object.entries(tagsOf(owner, arn)).filter(([key]) => !gone.has(key));
    return { cloud: withAccount(cloud, withTags(owner, arn, Object.fromEntries(left))), reply: {} };
  },
  { ...OF_RESOURCE, keys: (input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }) },
);

const listTagsForResource = ofTopic(
  'ListTagsForResource',
  ({ cloud }, _input, { owner, arn }) => ({ cloud, reply: { Tags: tagList(tagsOf(owner, arn)) } }),
  OF_RESOURCE,
);

export const TOPICS: readonly Operation[] = [
  ...[createTopic, deleteTopic, listTopics, getTopicAttributes, setTopicAttributes],
  ...[tagResource, untagResource, listTagsForResource],
];
