// The policy of a table, and its tags.
import { lookup, withAccount, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { issueHex } from '../ids.ts';
import {
  present,
  structuresOf,
  textOf,
  textsOf,
  type Done,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { unpinned } from '../pins.ts';
import { policyFault } from '../policy-fault.ts';
import { withResourcePolicy } from '../resource-policy.ts';
import { requestTagKeys, tagList, tagsIn, withTags } from '../tags.ts';
import { findTable, invalid, statusOf, tableArn, withTable, type FoundTable } from './table.ts';

/** Source: dynamodb-quotas. */
const LARGEST_POLICY = 20_480;
const MOST_TAGS = 50;

/** What is wrong with a policy that somebody wants on a table. */
export function policyTextFault(cloud: Cloud, text: string): Refused | undefined {
  if (text.length > LARGEST_POLICY)
    return invalid(`Policy document exceeds the maximum size of ${LARGEST_POLICY} bytes`);
  const found = policyFault(cloud, text, 'resource');
  return found && invalid(`Invalid policy document: ${found.message}`);
}

type Work = (site: Site, input: Input, found: FoundTable & { readonly arn: string }) => Done;

/** An operation on the table that `ResourceArn` names. */
function onResource(
  name: string,
  work: Work,
  keys: (input: Input) => Record<string, string | readonly string[]> = () => ({}),
): Operation {
  return {
    name: `dynamodb:${name}`,
    needs: (_, input) => [
      { action: `dynamodb:${name}`, on: textOf(input, 'ResourceArn'), context: keys(input) },
    ],
    run: (site, input) => {
      const text = textOf(input, 'ResourceArn');
      if (!/^arn:aws[\w-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[^/]+$/.test(text))
        return invalid(`Invalid TableArn: Invalid ResourceArn provided as input ${text}`);
      const found = findTable(site, text);
      const arn = found && tableArn(found.owner.id, found.region, found.name);
      return found && arn !== undefined
        ? work(site, input, { ...found, arn })
        : fault('ResourceNotFoundException', `Requested resource not found: ResourcArn: ${text} not found`);
    },
  };
}

function busy({ cloud }: Site, { table, name }: FoundTable): Refused | undefined {
  return statusOf(cloud, table) === 'ACTIVE'
    ? undefined
    : fault('ResourceInUseException', `Attempt to change a resource which is still in use: Table: ${name}`);
}

function noPolicy(arn: string): Refused {
  return fault(
    'PolicyNotFoundException',
    `Resource-based policy not found for the provided ResourceArn: ${arn}`,
  );
}

/** Does the call expect another policy than the one that is there? */
function revisionFault(
  input: Input,
  { table, arn }: FoundTable & { readonly arn: string },
): Refused | undefined {
  const wanted = textOf(input, 'ExpectedRevisionId');
  if (wanted === '' || wanted === (table.revision ?? 'NO_POLICY')) return undefined;
  return noPolicy(arn);
}

const putResourcePolicy = onResource('PutResourcePolicy', (site, input, found) => {
  const { cloud } = site;
  const text = textOf(input, 'Policy');
  const wrong = busy(site, found) ?? policyTextFault(cloud, text) ?? revisionFault(input, found);
  if (wrong) return wrong;
  const issued = issueHex(cloud, 12);
  const revision = String(Number.parseInt(issued.id, 16)).padStart(13, '1').slice(0, 13);
  const next = withTable(issued.cloud, found, { ...found.table, revision });
  const owner = next.accounts[found.owner.id] ?? found.owner;
  return {
    cloud: withAccount(next, withResourcePolicy(next, owner, found.arn, text)),
    reply: { RevisionId: revision },
  };
});

const getResourcePolicy = onResource('GetResourcePolicy', ({ cloud }, _, { owner, arn, table }) => {
  const kept = lookup(owner.resourcePolicies ?? {}, arn);
  if (!kept) return noPolicy(arn);
  return {
    cloud,
    reply: present({ Policy: unpinned(cloud, kept.text, kept.pins), RevisionId: table.revision }),
  };
});

/** Deleting what is not there succeeds and says nothing. Source: api-dynamodb. */
const deleteResourcePolicy = onResource('DeleteResourcePolicy', (site, input, found) => {
  const wrong = busy(site, found) ?? revisionFault(input, found);
  if (wrong) return wrong;
  const { revision, ...table } = found.table;
  if (!lookup(found.owner.resourcePolicies ?? {}, found.arn)) return { cloud: site.cloud, reply: {} };
  const next = withTable(site.cloud, found, table);
  const owner = next.accounts[found.owner.id] ?? found.owner;
  return {
    cloud: withAccount(next, withResourcePolicy(next, owner, found.arn, undefined)),
    reply: present({ RevisionId: revision }),
  };
});

const tagResource = onResource(
  'TagResource',
  (site, input, found) => {
    const before = lookup(found.owner.resourceTags ?? {}, found.arn) ?? {};
    const tags = { ...before, ...tagsIn(input) };
    const keys = structuresOf(input, 'Tags').map((tag) => textOf(tag, 'Key'));
    if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
      return invalid('One or more parameter values were invalid: Tag key prefix aws: is reserved');
    if (Object.keys(tags).length > MOST_TAGS)
      return fault('LimitExceededException', `A table has at most ${MOST_TAGS} tags.`);
    const stop = busy(site, found);
    return stop ?? { cloud: withAccount(site.cloud, withTags(found.owner, found.arn, tags)), reply: {} };
  },
  (input) => ({ ...requestTagKeys(tagsIn(input)) }),
);

const untagResource = onResource(
  'UntagResource',
  (site, input, found) => {
    const stop = busy(site, found);
    if (stop) return stop;
    const keys = textsOf(input, 'TagKeys');
    const tags = Object.entries(lookup(found.owner.resourceTags ?? {}, found.arn) ?? {});
    const rest = Object.fromEntries(tags.filter(([key]) => !keys.includes(key)));
    return { cloud: withAccount(site.cloud, withTags(found.owner, found.arn, rest)), reply: {} };
  },
  (input) => ({ 'aws:TagKeys': textsOf(input, 'TagKeys') }),
);

const listTagsOfResource = onResource('ListTagsOfResource', ({ cloud }, _, { owner, arn }) => ({
  cloud,
  reply: { Tags: tagList(lookup(owner.resourceTags ?? {}, arn) ?? {}) },
}));

export const TABLE_POLICIES: readonly Operation[] = [
  ...[putResourcePolicy, getResourcePolicy, deleteResourcePolicy],
  ...[tagResource, untagResource, listTagsOfResource],
];
