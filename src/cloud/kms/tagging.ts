// Tags of keys. KMS calls the members of a tag `TagKey` and `TagValue`.
import { lookup, withAccount } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { structuresOf, textOf, textsOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, withTags, type Tags } from '../tags.ts';
import { pending } from './key.ts';
import { kmsPage } from './lists.ts';
import { ofKey } from './needs.ts';

/** Source: kms-quotas. */
const MOST = 50;

export function tagsIn(input: Input): Tags {
  return Object.fromEntries(
    structuresOf(input, 'Tags').map((tag) => [textOf(tag, 'TagKey'), textOf(tag, 'TagValue')] as const),
  );
}

/** What is wrong with the tags of an input, given over those that are there. */
export function tagFault(tags: Tags, input: Input): Refused | undefined {
  const more = structuresOf(input, 'Tags').map((tag) => textOf(tag, 'TagKey'));
  if (new Set(more).size < more.length) return fault('TagException', 'Duplicate tag keys');
  if (more.some((key) => key.toLowerCase().startsWith('aws:')))
    return fault('TagException', 'Tags beginning with aws: are reserved');
  const all = new Set([...Object.keys(tags), ...more]);
  return all.size > MOST ? fault('LimitExceededException', 'Too many tags') : undefined;
}

const tagResource = ofKey(
  'TagResource',
  ({ cloud }, input, { owner, arn, key }) => {
    const tags = lookup(owner.resourceTags ?? {}, arn) ?? {};
    const wrong = pending(arn, key) ?? tagFault(tags, input);
    if (wrong) return wrong;
    return { cloud: withAccount(cloud, withTags(owner, arn, { ...tags, ...tagsIn(input) })), reply: {} };
  },
  (input) => requestTagKeys(tagsIn(input)),
);

const untagResource = ofKey(
  'UntagResource',
  ({ cloud }, input, { owner, arn, key }) => {
    const keys = textsOf(input, 'TagKeys');
    const stop = pending(arn, key);
    if (stop) return stop;
    if (keys.some((one) => one.toLowerCase().startsWith('aws:')))
      return fault('TagException', 'Tags beginning with aws: are reserved');
    const tags = Object.entries(lookup(owner.resourceTags ?? {}, arn) ?? {});
    const rest = Object.fromEntries(tags.filter(([one]) => !keys.includes(one)));
    return { cloud: withAccount(cloud, withTags(owner, arn, rest)), reply: {} };
  },
  (input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }),
);

const listResourceTags = ofKey('ListResourceTags', ({ cloud }, input, { owner, arn }) => {
  const tags = Object.entries(lookup(owner.resourceTags ?? {}, arn) ?? {});
  return kmsPage(
    cloud,
    input,
    'Tags',
    tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    50,
  );
});

export const KEY_TAGS: readonly Operation[] = [tagResource, untagResource, listResourceTags];
