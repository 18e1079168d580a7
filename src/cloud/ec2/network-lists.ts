// Describing networks: VPCs, subnets, security groups.
import { fault, isRefused, type Refused } from '../fault.ts';
import { answered } from '../iam/changed.ts';
import { textsOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { malformed } from './arns.ts';
import { filtered, listed, type Facts } from './filters.ts';
import { factsOfTags, groupReply, routeTableReply, subnetReply, vpcReply } from './network-reply.ts';
import { groupsOf, routeTablesOf, subnetsOf, vpcsOf } from './networks.ts';
import { zoneId } from './regions.ts';

/** A list of EC2 is about everything, and no resource is named in asking for it. */
export function onAll(name: string): Operation['needs'] {
  return () => [{ action: `ec2:${name}`, on: '*' }];
}

interface Kind<T extends { readonly id: string }> {
  readonly member: string;
  /** The member with the ids that are wanted, the letters before them, and how one that is not there is refused. */
  readonly ids: string;
  readonly letters: string;
  readonly absent: (ids: readonly string[]) => Refused;
  readonly all: (site: Site) => readonly T[];
  readonly reply: (site: Site, one: T) => Reply;
  readonly facts: (site: Site, one: T) => Facts;
  readonly filters: readonly string[];
}

function describing<T extends { readonly id: string }>(name: string, kind: Kind<T>): Operation {
  const wanted = (site: Site, input: Input): readonly T[] | Refused => {
    const ids = textsOf(input, kind.ids);
    const all = kind.all(site);
    const strange = ids.filter((id) => !all.some((one) => one.id === id));
    if (strange.length > 0) return kind.absent(strange);
    const some = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
    return filtered(input, some, (one) => kind.facts(site, one), kind.filters);
  };
  return {
    name: `ec2:${name}`,
    needs: (site, input) => malformed(kind.letters, textsOf(input, kind.ids)) ?? onAll(name)(site, input),
    run: (site, input) => {
      const found = wanted(site, input);
      const replies = isRefused(found) ? found : found.map((one) => kind.reply(site, one));
      return answered(site.cloud, listed(input, kind.member, replies));
    },
  };
}

const describeVpcs = describing('DescribeVpcs', {
  member: 'Vpcs',
  ids: 'VpcIds',
  letters: 'vpc',
  absent: (ids) => fault('InvalidVpcID.NotFound', `The vpc ID '${ids.join(', ')}' does not exist`),
  all: vpcsOf,
  reply: vpcReply,
  facts: (site, { id, cidr, isDefault }) => ({
    'vpc-id': [id],
    cidr: [cidr],
    'cidr-block-association.cidr-block': [cidr],
    'is-default': [String(isDefault)],
    isDefault: [String(isDefault)],
    state: ['available'],
    'owner-id': [site.account.id],
    ...factsOfTags(site, 'vpc', id),
  }),
  filters: [
    ...[
      'vpc-id',
      'cidr',
      'cidr-block-association.cidr-block',
      'is-default',
      'isDefault',
      'state',
      'owner-id',
    ],
    'dhcp-options-id',
  ],
});

const describeSubnets = describing('DescribeSubnets', {
  member: 'Subnets',
  ids: 'SubnetIds',
  letters: 'subnet',
  absent: (ids) => fault('InvalidSubnetID.NotFound', `The subnet ID '${ids.join(', ')}' does not exist`),
  all: subnetsOf,
  reply: subnetReply,
  facts: (site, { id, vpc, zone, cidr, isDefault }) => ({
    'subnet-id': [id],
    'vpc-id': [vpc],
    'availability-zone': [zone],
    availabilityZone: [zone],
    'availability-zone-id': [zoneId(zone)],
    'cidr-block': [cidr],
    'default-for-az': [String(isDefault)],
    defaultForAz: [String(isDefault)],
    'map-public-ip-on-launch': [String(isDefault)],
    state: ['available'],
    'owner-id': [site.account.id],
    ...factsOfTags(site, 'subnet', id),
  }),
  filters: [
    ...['subnet-id', 'vpc-id', 'availability-zone', 'availabilityZone', 'availability-zone-id', 'cidr-block'],
    ...['default-for-az', 'defaultForAz', 'map-public-ip-on-launch', 'state', 'owner-id'],
  ],
});

const describeRouteTables = describing('DescribeRouteTables', {
  member: 'RouteTables',
  ids: 'RouteTableIds',
  letters: 'rtb',
  absent: (ids) =>
    fault('InvalidRouteTableID.NotFound', `The routeTable ID '${ids.join(', ')}' does not exist`),
  all: routeTablesOf,
  reply: routeTableReply,
  facts: (site, { id, vpc }) => ({
    'route-table-id': [id],
    'vpc-id': [vpc.id],
    'association.main': ['true'],
    'association.route-table-id': [id],
    'association.subnet-id': [],
    'owner-id': [site.account.id],
    ...factsOfTags(site, 'route-table', id),
  }),
  filters: [
    ...['route-table-id', 'vpc-id', 'association.main', 'association.route-table-id'],
    ...['association.subnet-id', 'owner-id'],
  ],
});

const describeGroups = describing('DescribeSecurityGroups', {
  member: 'SecurityGroups',
  ids: 'GroupIds',
  letters: 'sg',
  absent: ([id = '']) => fault('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  all: groupsOf,
  reply: groupReply,
  facts: (site, { id, name, description, vpc }) => ({
    'group-id': [id],
    'group-name': [name],
    description: [description],
    'vpc-id': [vpc],
    'owner-id': [site.account.id],
    ...factsOfTags(site, 'security-group', id),
  }),
  filters: ['group-id', 'group-name', 'description', 'vpc-id', 'owner-id'],
});

/** Groups may be wanted by name; those of the default VPC alone are found so. Source: api-ec2. */
const describeSecurityGroups: Operation = {
  ...describeGroups,
  run: (site, input) => {
    const names = textsOf(input, 'GroupNames');
    if (names.length === 0) return describeGroups.run(site, input);
    const home = vpcsOf(site)[0]?.id ?? '';
    const groups = groupsOf(site).filter(({ vpc }) => vpc === home);
    const ids = names.map((name) => groups.find((group) => group.name === name)?.id);
    const at = ids.indexOf(undefined);
    if (at !== -1)
      return fault(
        'InvalidGroup.NotFound',
        `The security group '${names[at] ?? ''}' does not exist in default VPC '${home}'`,
      );
    return describeGroups.run(site, { ...input, GroupIds: [...ids, ...textsOf(input, 'GroupIds')] });
  },
};

export const NETWORK_LISTS: readonly Operation[] = [
  ...[describeVpcs, describeSubnets, describeRouteTables, describeSecurityGroups],
];
