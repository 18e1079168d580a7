// Tags of Systems Manager's things; of those that are simulated, parameters alone take them.
import type { BareRequest } from '../authorize.ts';
import { withAccount } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn, tagsOf, withTags } from '../tags.ts';
import { findParameter, onParameter, parameterArn } from './parameter.ts';

const MOST = 50;

/** The ARN of the parameter whose tags are meant. */
function taggedIn(site: Site, input: Input): string | Refused {
  const type = textOf(input, 'ResourceType');
  if (type !== 'Parameter')
    return fault('InvalidResourceType', `Tags of ${type || 'nothing'} are not simulated here.`);
  const found = findParameter(site, textOf(input, 'ResourceId'));
  return isRefused(found)
    ? fault(
        'InvalidResourceId',
        'The resource ID is not valid. Verify that you entered the correct ID and try again.',
      )
    : parameterArn(site, found.parameter.name);
}

function pair(site: Site, input: Input, action: string, context: BareRequest['context'] = {}): BareRequest {
  return onParameter(site, action, textOf(input, 'ResourceId'), context);
}

const addTagsToResource: Operation = {
  name: 'ssm:AddTagsToResource',
  needs: (site, input) => [pair(site, input, 'AddTagsToResource', requestTagKeys(tagsIn(input)))],
  run: (site, input) => {
    const arn = taggedIn(site, input);
    if (typeof arn !== 'string') return arn;
    const tags = { ...tagsOf(site.account, arn), ...tagsIn(input) };
    if (Object.keys(tags).length > MOST)
      return fault(
        'TooManyTagsError',
        'The Targets parameter includes too many tags. Remove one or more tags and try the command again.',
      );
    return { cloud: withAccount(site.cloud, withTags(site.account, arn, tags)), reply: {} };
  },
};

const removeTagsFromResource: Operation = {
  name: 'ssm:RemoveTagsFromResource',
  needs: (site, input) => [
    pair(site, input, 'RemoveTagsFromResource', { 'aws:TagKeys': textsOf(input, 'TagKeys') }),
  ],
  run: (site, input) => {
    const arn = taggedIn(site, input);
    if (typeof arn !== 'string') return arn;
    const gone = textsOf(input, 'TagKeys');
    const left = Object.entries(tagsOf(site.account, arn)).filter(([key]) => !gone.includes(key));
    return {
      cloud: withAccount(site.cloud, withTags(site.account, arn, Object.fromEntries(left))),
      reply: {},
    };
  },
};

const listTagsForResource: Operation = {
  name: 'ssm:ListTagsForResource',
  needs: (site, input) => [pair(site, input, 'ListTagsForResource')],
  run: (site, input) => {
    const arn = taggedIn(site, input);
    if (typeof arn !== 'string') return arn;
    return { cloud: site.cloud, reply: { TagList: tagList(tagsOf(site.account, arn)) } };
  },
};

export const TAGGING: readonly Operation[] = [addTagsToResource, removeTagsFromResource, listTagsForResource];
