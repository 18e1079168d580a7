// Tags of functions, by ARN.
import { withAccount } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagsOf, withTags } from '../tags.ts';
import { functionIn, type Found } from './function.ts';
import { tagMap } from './functions.ts';

const MOST = 50;

function pair({ account }: Site, input: Input, action: string, context = {}) {
  const on = textOf(input, 'Resource') || `arn:aws:lambda:${account.region}:${account.id}:function:`;
  return { action: `lambda:${action}`, on, context };
}

function taggedIn(site: Site, input: Input): Found | Refused {
  return functionIn(site, { FunctionName: textOf(input, 'Resource') });
}

const tagResource: Operation = {
  name: 'lambda:TagResource',
  needs: (site, input) => [pair(site, input, 'TagResource', requestTagKeys(tagMap(input['Tags'])))],
  run: (site, input) => {
    const found = taggedIn(site, input);
    if (isRefused(found)) return found;
    const { owner, arn } = found;
    const tags = { ...tagsOf(owner, arn), ...tagMap(input['Tags']) };
    if (Object.keys(tags).some((key) => key.toLowerCase().startsWith('aws:')))
      return fault('InvalidParameterValueException', 'Tag keys that begin with aws: are reserved.');
    if (Object.keys(tags).length > MOST)
      return fault('InvalidParameterValueException', `A function has at most ${MOST} tags.`);
    return { cloud: withAccount(site.cloud, withTags(owner, arn, tags)), reply: {} };
  },
};

const untagResource: Operation = {
  name: 'lambda:UntagResource',
  needs: (site, input) => [pair(site, input, 'UntagResource', { 'aws:TagKeys': textsOf(input, 'TagKeys') })],
  run: (site, input) => {
    const found = taggedIn(site, input);
    if (isRefused(found)) return found;
    const { owner, arn } = found;
    const gone = textsOf(input, 'TagKeys');
    const left = Object.entries(tagsOf(owner, arn)).filter(([key]) => !gone.includes(key));
    const account = withTags(owner, arn, Object.fromEntries(left));
    return { cloud: withAccount(site.cloud, account), reply: {} };
  },
};

const listTags: Operation = {
  name: 'lambda:ListTags',
  needs: (site, input) => [pair(site, input, 'ListTags')],
  run: (site, input) => {
    const found = taggedIn(site, input);
    if (isRefused(found)) return found;
    return { cloud: site.cloud, reply: { Tags: tagsOf(found.owner, found.arn) } };
  },
};

export const TAGGING: readonly Operation[] = [tagResource, untagResource, listTags];
