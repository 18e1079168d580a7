// Tags of the root, units, accounts and policies.
import { lookup } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, textsOf, type Input, type Operation } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn, type Tags } from '../tags.ts';
import { placeArn } from './arns.ts';
import { byManagement, byReaders, withOrganization, type Inside } from './caller.ts';
import { policyArnIn, policyIn } from './kept-policies.ts';
import { listed } from './page.ts';
import { placeOf } from './places.ts';

/** Source: org-quotas. */
const MOST = 50;

/** The id of what an input names, when it is there. */
function taggedIn({ cloud, organization }: Inside, input: Input): string | Refused {
  const id = textOf(input, 'ResourceId');
  const isThere = placeOf(cloud, organization, id) !== undefined || !isRefused(policyIn(organization, id));
  return isThere ? id : fault('TargetNotFoundException', "You specified a target that doesn't exist.");
}

const onTagged = ({ organization }: Inside, input: Input): readonly string[] => {
  const id = textOf(input, 'ResourceId');
  const policy = policyIn(organization, id);
  return [isRefused(policy) ? placeArn(organization, id) : policyArnIn(organization, policy)];
};

function tagsOf({ organization }: Inside, id: string): Tags {
  return lookup(organization.tags ?? {}, id) ?? {};
}

function withTags({ cloud, organization }: Inside, id: string, tags: Tags) {
  const next = { ...organization, tags: { ...organization.tags, [id]: tags } };
  return { cloud: withOrganization(cloud, next), reply: {} };
}

const tag = byManagement({
  name: 'TagResource',
  on: onTagged,
  context: (_, input) => requestTagKeys(tagsIn(input)),
  run: (inside, input) => {
    const id = taggedIn(inside, input);
    if (typeof id !== 'string') return id;
    const tags = { ...tagsOf(inside, id), ...tagsIn(input) };
    if (Object.keys(tags).length > MOST)
      return fault(
        'ConstraintViolationException',
        'You have exceeded the number of tags allowed on this resource.',
      );
    return withTags(inside, id, tags);
  },
});

const untag = byManagement({
  name: 'UntagResource',
  on: onTagged,
  context: (_, input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }),
  run: (inside, input) => {
    const id = taggedIn(inside, input);
    if (typeof id !== 'string') return id;
    const gone = new Set(textsOf(input, 'TagKeys'));
    const left = Object.entries(tagsOf(inside, id)).filter(([key]) => !gone.has(key));
    return withTags(inside, id, Object.fromEntries(left));
  },
});

const list = byReaders({
  name: 'ListTagsForResource',
  on: onTagged,
  run: (inside, input) => {
    const id = taggedIn(inside, input);
    return typeof id === 'string' ? listed(input, 'Tags', tagList(tagsOf(inside, id))) : id;
  },
});

export const TAGS: readonly Operation[] = [tag, untag, list];
