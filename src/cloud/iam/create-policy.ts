// A customer managed policy, made. Its versions are `policy-versions`, everything else `policies`.
import { iamArn, type ManagedPolicy } from '../cloud.ts';
import { fault, isRefused, overQuota } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { managedFault } from './managed-fault.ts';
import { withPolicy } from './own-policy.ts';
import { policyReply } from './policy-reply.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const MOST = 1500;

export const CREATE_POLICY: Operation = {
  name: 'iam:CreatePolicy',
  needs: ({ account }, input) => {
    const on = iamArn(account.id, 'policy', textOf(input, 'Path') || '/', textOf(input, 'PolicyName'));
    const context = requestTagKeys(tagsIn(input));
    return [
      { action: 'iam:CreatePolicy', on, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagPolicy', on, context }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'PolicyName');
    if (isTaken(account.policies, name)) {
      return fault(
        'EntityAlreadyExists',
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    }
    if (Object.keys(account.policies).length >= MOST) return overQuota('PoliciesPerAccount', MOST);
    const text = textOf(input, 'PolicyDocument');
    const bad = managedFault(cloud, text);
    if (bad) return { fault: bad };
    const given = withMoreTags({}, input);
    if (isRefused(given)) return given;
    const issued = issueId(cloud, 'ANPA');
    const description = textOf(input, 'Description');
    const policy: ManagedPolicy = {
      id: issued.id,
      path: textOf(input, 'Path') || '/',
      created: cloud.time,
      updated: cloud.time,
      ...(description === '' ? {} : { description }),
      tags: given.tags,
      versions: [{ id: 'v1', text, created: cloud.time }],
      default: 'v1',
      issued: 1,
    };
    const next = withPolicy(account, name, policy);
    const Tags = tagList(given.tags);
    const reply = { ...policyReply(next, name, policy), ...(Tags.length > 0 ? { Tags } : {}) };
    return changed(issued.cloud, next, { Policy: reply });
  },
};
