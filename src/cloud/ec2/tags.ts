// Tags of EC2's things, put on and taken off by id.
import type { BareRequest } from '../authorize.ts';
import type { Account } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { answered, changed } from '../iam/changed.ts';
import { structuresOf, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, tagsIn, tagsOf, withTags, type Tags } from '../tags.ts';
import { ec2Arn, kindOf } from './arns.ts';
import { filtered, listed } from './filters.ts';
import { instancesIn, instancesOf, onInstance } from './found-instances.ts';
import { interfaceId, volumeId } from './instance.ts';
import { onAll } from './network-lists.ts';
import { groupsOf, subnetsOf, vpcsOf } from './networks.ts';
import { tagFault } from './tag-specifications.ts';

interface Target {
  readonly id: string;
  readonly kind: string;
  readonly arn: string;
}

/** The things that the input names. Something whose id says nothing is none. Source: api-ec2. */
function targetsIn(site: Site, input: Input): readonly Target[] | Refused {
  const ids = textsOf(input, 'Resources');
  const strange = ids.find((id) => kindOf(id) === undefined);
  if (strange !== undefined) return fault('InvalidID', `The ID '${strange}' is not valid`);
  return ids.map((id) => {
    const kind = kindOf(id) ?? '';
    return { id, kind, arn: ec2Arn(site, kind, id) };
  });
}

function pairsOf(site: Site, action: string, targets: readonly Target[], tags: Tags): readonly BareRequest[] {
  return targets.map(({ id, kind, arn }) => {
    const context = { 'ec2:Region': site.region, ...requestTagKeys(tags) };
    const own = kind === 'instance' ? onInstance(site, action, id) : undefined;
    return { action: `ec2:${action}`, on: arn, context: { ...own?.context, ...context } };
  });
}

const ABSENT: Readonly<Record<string, (id: string) => Refused>> = {
  vpc: (id) => fault('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
  subnet: (id) => fault('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`),
  'security-group': (id) => fault('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  'vpc-endpoint': (id) =>
    fault('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`),
  volume: (id) => fault('InvalidVolume.NotFound', `The volume '${id}' does not exist.`),
  'network-interface': (id) =>
    fault('InvalidNetworkInterfaceID.NotFound', `The networkInterface ID '${id}' does not exist`),
};

/** The first of the things that is not there. */
function absentIn(site: Site, targets: readonly Target[]): Refused | undefined {
  const instances = targets.filter(({ kind }) => kind === 'instance').map(({ id }) => id);
  const found = instancesIn(site, instances);
  if (isRefused(found)) return found;
  const all = instancesOf(site).map(({ instance }) => instance.id);
  const there = new Set([
    ...[...vpcsOf(site), ...subnetsOf(site), ...groupsOf(site)].map(({ id }) => id),
    ...Object.values(site.account.endpoints ?? {}).map(({ id }) => id),
    ...all.flatMap((id) => [volumeId(id), interfaceId(id)]),
  ]);
  const missing = targets.find(({ id, kind }) => kind !== 'instance' && !there.has(id));
  if (!missing) return undefined;
  const absent = Object.hasOwn(ABSENT, missing.kind) ? ABSENT[missing.kind] : undefined;
  return absent?.(missing.id) ?? fault('InvalidID', `The ID '${missing.id}' is not valid`);
}

const createTags: Operation = {
  name: 'ec2:CreateTags',
  needs: (site, input) => {
    const targets = targetsIn(site, input);
    return isRefused(targets) ? targets : pairsOf(site, 'CreateTags', targets, tagsIn(input));
  },
  run: (site, input) => {
    const targets = targetsIn(site, input);
    if (isRefused(targets)) return targets;
    const tags = tagsIn(input);
    const wrong =
      absentIn(site, targets) ??
      targets.map(({ arn }) => tagFault(tags, tagsOf(site.account, arn))).find((one) => one !== undefined);
    if (wrong) return wrong;
    const account = targets.reduce<Account>(
      (sum, { arn }) => withTags(sum, arn, { ...tagsOf(sum, arn), ...tags }),
      site.account,
    );
    return changed(site.cloud, account);
  },
};

/** Without tags all go; a tag with a value goes only if it has that value. Source: api-ec2. */
const deleteTags: Operation = {
  name: 'ec2:DeleteTags',
  needs: (site, input) => {
    const targets = targetsIn(site, input);
    if (isRefused(targets)) return targets;
    const keys = structuresOf(input, 'Tags').map((tag) => textOf(tag, 'Key'));
    return pairsOf(site, 'DeleteTags', targets, {}).map((pair) =>
      keys.length === 0 ? pair : { ...pair, context: { ...pair.context, 'aws:TagKeys': keys } },
    );
  },
  run: (site, input) => {
    const targets = targetsIn(site, input);
    if (isRefused(targets)) return targets;
    const gone = structuresOf(input, 'Tags');
    const stays = ([key, value]: [string, string]): boolean =>
      input['Tags'] !== undefined &&
      !gone.some((tag) => tag['Key'] === key && (tag['Value'] === undefined || tag['Value'] === value));
    const account = targets.reduce<Account>((sum, { arn }) => {
      const left = Object.fromEntries(Object.entries(tagsOf(sum, arn)).filter(stays));
      return withTags(sum, arn, left);
    }, site.account);
    return changed(site.cloud, account);
  },
};

interface Described {
  readonly Key: string;
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly Value: string;
}

const describeTags: Operation = {
  name: 'ec2:DescribeTags',
  needs: onAll('DescribeTags'),
  run: (site, input) => {
    const prefix = ec2Arn(site, '', '').replace(/:\/$/, ':');
    const all: readonly Described[] = Object.entries(site.account.resourceTags ?? {}).flatMap(
      ([arn, tags]) => {
        if (!arn.startsWith(prefix)) return [];
        const [ResourceType = '', ResourceId = ''] = arn.slice(prefix.length).split('/');
        return Object.entries(tags).map(([Key, Value]) => ({ Key, ResourceId, ResourceType, Value }));
      },
    );
    const found = filtered(
      input,
      all,
      ({ Key, Value, ResourceId, ResourceType }) => ({
        key: [Key],
        value: [Value],
        'resource-id': [ResourceId],
        'resource-type': [ResourceType],
        [`tag:${Key}`]: [Value],
      }),
      ['key', 'value', 'resource-id', 'resource-type'],
    );
    return answered(site.cloud, listed(input, 'Tags', found));
  },
};

export const TAGS: readonly Operation[] = [createTags, deleteTags, describeTags];
