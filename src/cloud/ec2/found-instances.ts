// Finding instances by id in the region of a call, and asking for permission on them.
import type { BareRequest } from '../authorize.ts';
import { profileArn, type Account, type Instance } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import type { Site } from '../operation.ts';
import { ec2Arn, malformed } from './arns.ts';
import { isForgotten, launchOf } from './instance.ts';
import type { Launch } from './state.ts';

export interface Found {
  readonly instance: Instance;
  readonly launch: Launch;
}

/** Every instance of the region that EC2 still tells of, the oldest first. */
export function instancesOf(site: Site): readonly Found[] {
  return Object.values(site.account.instances)
    .map((instance) => ({ instance, launch: launchOf(site, instance) }))
    .filter(({ launch }) => launch.region === site.region && !isForgotten(launch, site.cloud.time));
}

/** The instances of some ids, or the fault that names those that are not there. Source: api-ec2. */
export function instancesIn(site: Site, ids: readonly string[]): readonly Found[] | Refused {
  const bad = malformed('i', ids);
  if (bad) return bad;
  const all = instancesOf(site);
  const strange = ids.filter((id) => !all.some(({ instance }) => instance.id === id));
  if (strange.length > 0)
    return fault(
      'InvalidInstanceID.NotFound',
      strange.length === 1
        ? `The instance ID '${strange[0] ?? ''}' does not exist`
        : `The instance IDs '${strange.join(', ')}' do not exist`,
    );
  return all.filter(({ instance }) => ids.includes(instance.id));
}

export function instanceIn(site: Site, id: string): Found | Refused {
  const found = instancesIn(site, [id]);
  if (isRefused(found)) return found;
  return found[0] ?? fault('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
}

/** The pair for an instance, also for one that is not there: permission is asked first. Source: ug-ec2-supported-resources. */
export function onInstance(site: Site, action: string, id: string): BareRequest {
  const found = instanceIn(site, id);
  const known = isRefused(found) ? undefined : found;
  return {
    action: `ec2:${action}`,
    on: ec2Arn(site, 'instance', id),
    context: {
      'ec2:Region': site.region,
      'ec2:InstanceID': id,
      ...(known ? keysOf(site.account, known) : {}),
    },
  };
}

function keysOf(account: Account, { instance, launch }: Found): NonNullable<BareRequest['context']> {
  const { type, zone, metadata, ebsOptimized } = launch;
  return {
    'ec2:AvailabilityZone': zone,
    'ec2:EbsOptimized': String(ebsOptimized),
    ...(instance.profile === undefined
      ? {}
      : { 'ec2:InstanceProfile': profileArn(account, instance.profile) }),
    'ec2:InstanceType': type,
    'ec2:MetadataHttpEndpoint': metadata.endpoint,
    'ec2:MetadataHttpPutResponseHopLimit': String(metadata.hopLimit),
    'ec2:MetadataHttpTokens': metadata.tokens,
    'ec2:RootDeviceType': 'ebs',
    'ec2:Tenancy': 'default',
  };
}

/** The account with another state of one instance. */
export function withInstance(account: Account, instance: Instance): Account {
  return { ...account, instances: { ...account.instances, [instance.id]: instance } };
}

export function withLaunch(account: Account, { instance, launch }: Found, change: Partial<Launch>): Account {
  return withInstance(account, { ...instance, launch: { ...launch, ...change } });
}
