// Tags that a call gives to what it makes: `TagSpecifications`, and what it needs to give them.
import type { BareRequest } from '../authorize.ts';
import type { Account } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { structuresOf, textOf, type Input, type Site } from '../operation.ts';
import { requestTagKeys, tagsIn, tagsOf, withTags, type Tags } from '../tags.ts';
import { ec2Arn } from './arns.ts';

/** Source: api-ec2. */
const MOST = 50;

/** The tags for one kind of thing. */
export function tagsFor(input: Input, kind: string): Tags {
  const [...all] = structuresOf(input, 'TagSpecifications').filter(
    (one) => textOf(one, 'ResourceType') === kind,
  );
  return Object.assign({}, ...all.map((one) => tagsIn(one))) as Tags;
}

/**
 * The pairs for giving tags while something is made. They carry `ec2:CreateAction`, by which a policy may tell them from
 * tagging what is there. Source: ug-ec2-tagging.
 */
export function taggingPairs(
  site: Site,
  input: Input,
  action: string,
  kinds: readonly string[],
): readonly BareRequest[] {
  return kinds.flatMap((kind) => {
    const tags = tagsFor(input, kind);
    if (Object.keys(tags).length === 0) return [];
    const context = {
      'ec2:CreateAction': action,
      'ec2:Region': site.region,
      ...requestTagKeys(tags),
    };
    return [{ action: 'ec2:CreateTags', on: ec2Arn(site, kind, '*'), context }];
  });
}

/** What is wrong with tags, if anything. */
export function tagFault(tags: Tags, before: Tags = {}): Refused | undefined {
  const keys = Object.keys(tags);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    return fault(
      'InvalidParameterValue',
      "Value ( aws: ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use",
    );
  if (keys.some((key) => key === '')) return fault('InvalidParameterValue', 'Tag key cannot be empty.');
  const long = keys.find((key) => key.length > 127);
  if (long !== undefined)
    return fault(
      'InvalidParameterValue',
      `Tag key exceeds the maximum length of 127 characters. Tag key: ${long}`,
    );
  if (Object.keys({ ...before, ...tags }).length > MOST)
    return fault('TagLimitExceeded', `The maximum number of Tags for a resource has been reached.`);
  return undefined;
}

/** Things that take tags when they are made, each once. */
export function specificationFault(input: Input, kinds: readonly string[]): Refused | undefined {
  const seen = new Set<string>();
  for (const one of structuresOf(input, 'TagSpecifications')) {
    const kind = textOf(one, 'ResourceType');
    if (kind === '')
      return fault('InvalidParameterValue', 'Tag specification resource type must have a value');
    if (!kinds.includes(kind))
      return fault(
        'InvalidParameterValue',
        `'${kind}' is not a valid taggable resource type for this operation.`,
      );
    if (seen.has(kind))
      return fault('InvalidParameterValue', `Duplicate '${kind}' resource type in tag specifications`);
    seen.add(kind);
    const wrong = tagFault(tagsIn(one));
    if (wrong) return wrong;
  }
  return undefined;
}

/** The account with those tags on what was made. */
export function tagged(account: Account, arn: string, tags: Tags): Account {
  return Object.keys(tags).length === 0
    ? account
    : withTags(account, arn, { ...tagsOf(account, arn), ...tags });
}
