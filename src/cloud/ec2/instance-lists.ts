// Describing instances and how they are.
import { profileArn } from '../cloud.ts';
import { isRefused, type Refused } from '../fault.ts';
import { answered } from '../iam/changed.ts';
import { flagOf, textsOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { malformed } from './arns.ts';
import { filtered, listed, type Facts } from './filters.ts';
import { instancesIn, instancesOf, type Found } from './found-instances.ts';
import { privateDns, publicDns, stateOf, stateReply } from './instance.ts';
import { instanceReply } from './instance-reply.ts';
import { onAll } from './network-lists.ts';
import { factsOfTags } from './network-reply.ts';
import { zoneId } from './regions.ts';

const CODES = { pending: 0, running: 16, 'shutting-down': 32, terminated: 48, stopping: 64, stopped: 80 };

/** What instances may be filtered by, those that somebody types. Source: api-ec2. */
function factsOf(site: Site, { instance, launch }: Found): Facts {
  const state = stateOf(launch, site.cloud.time);
  const tags = factsOfTags(site, 'instance', instance.id);
  const name = !instance.launch && instance.name !== instance.id ? { 'tag:Name': [instance.name] } : {};
  return {
    architecture: ['x86_64'],
    'availability-zone': [launch.zone],
    'client-token': [launch.token],
    'iam-instance-profile.arn': [
      instance.profile === undefined ? undefined : profileArn(site.account, instance.profile),
    ],
    'iam-instance-profile.name': [instance.profile],
    'image-id': [launch.image],
    'instance-id': [instance.id],
    'instance-state-code': [String(CODES[state])],
    'instance-state-name': [state],
    'instance-type': [launch.type],
    'instance.group-id': launch.groups,
    'ip-address': [launch.publicAddress],
    'key-name': [launch.keyName],
    'metadata-options.http-endpoint': [launch.metadata.endpoint],
    'metadata-options.http-tokens': [launch.metadata.tokens],
    'network-interface.subnet-id': [launch.subnet],
    'network-interface.vpc-id': [launch.vpc],
    'owner-id': [site.account.id],
    'private-dns-name': [privateDns(launch)],
    'private-ip-address': [launch.address],
    'dns-name': [publicDns(launch)],
    'reservation-id': [launch.reservation],
    'root-device-type': ['ebs'],
    'subnet-id': [launch.subnet],
    'virtualization-type': ['hvm'],
    'vpc-id': [launch.vpc],
    ...name,
    ...tags,
  };
}

const FILTERS = [
  ...['architecture', 'availability-zone', 'client-token', 'iam-instance-profile.arn', 'image-id'],
  ...[
    'iam-instance-profile.name',
    'instance-id',
    'instance-state-code',
    'instance-state-name',
    'instance-type',
  ],
  ...['instance.group-id', 'ip-address', 'key-name', 'metadata-options.http-endpoint', 'dns-name', 'vpc-id'],
  ...['metadata-options.http-tokens', 'network-interface.subnet-id', 'network-interface.vpc-id', 'owner-id'],
  ...['private-dns-name', 'private-ip-address', 'reservation-id', 'root-device-type', 'subnet-id'],
  ...['virtualization-type', 'instance-lifecycle', 'platform', 'platform-details', 'launch-time', 'tenancy'],
];

function wantedIn(site: Site, input: Input): readonly Found[] | Refused {
  const ids = textsOf(input, 'InstanceIds');
  const some = ids.length === 0 ? instancesOf(site) : instancesIn(site, ids);
  return isRefused(some) ? some : filtered(input, some, (one) => factsOf(site, one), FILTERS);
}

const describeInstances: Operation = {
  name: 'ec2:DescribeInstances',
  needs: (site, input) =>
    malformed('i', textsOf(input, 'InstanceIds')) ?? onAll('DescribeInstances')(site, input),
  run: (site, input) => {
    const found = wantedIn(site, input);
    return answered(
      site.cloud,
      listed(input, 'Reservations', isRefused(found) ? found : reserved(site, found)),
    );
  },
};

/** Instances that were launched together are one reservation. */
function reserved(site: Site, found: readonly Found[]): readonly Reply[] {
  const ids = [...new Set(found.map(({ launch }) => launch.reservation))];
  return ids.map((id) => ({
    ReservationId: id,
    OwnerId: site.account.id,
    Groups: [],
    Instances: found
      .filter(({ launch }) => launch.reservation === id)
      .map(({ instance }) => instanceReply(site, instance)),
  }));
}

/** How long an instance's checks take after its start. */
const CHECKS = 120_000;

/** Without `IncludeAllInstances` only what runs. Source: api-ec2. */
const describeInstanceStatus: Operation = {
  name: 'ec2:DescribeInstanceStatus',
  needs: (site, input) =>
    malformed('i', textsOf(input, 'InstanceIds')) ?? onAll('DescribeInstanceStatus')(site, input),
  run: (site, input) => {
    const found = wantedIn(site, input);
    if (isRefused(found)) return found;
    const all = flagOf(input, 'IncludeAllInstances') === true;
    const shown = found.filter(({ launch }) => all || stateOf(launch, site.cloud.time) === 'running');
    return answered(
      site.cloud,
      listed(
        input,
        'InstanceStatuses',
        shown.map((one) => statusReply(site, one)),
      ),
    );
  },
};

function statusReply(site: Site, { instance, launch }: Found): Reply {
  const state = stateOf(launch, site.cloud.time);
  const passed = site.cloud.time - launch.started >= CHECKS;
  const summary =
    state === 'running'
      ? {
          Details: [{ Name: 'reachability', Status: passed ? 'passed' : 'initializing' }],
          Status: passed ? 'ok' : 'initializing',
        }
      : { Status: 'not-applicable' };
  return {
    AvailabilityZone: launch.zone,
    AvailabilityZoneId: zoneId(launch.zone),
    Operator: { Managed: false },
    InstanceId: instance.id,
    InstanceState: stateReply(state),
    InstanceStatus: summary,
    SystemStatus: summary,
    AttachedEbsStatus: summary,
  };
}

export const INSTANCE_LISTS: readonly Operation[] = [describeInstances, describeInstanceStatus];
