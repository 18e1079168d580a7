// The networks of an account in a region: those that AWS made with the account, and those that were made since.
import type { Account } from '../cloud.ts';
import { hexOf } from '../ids.ts';
import type { Site } from '../operation.ts';
import { zonesOf } from './regions.ts';
import type { SecurityGroup, Subnet, Vpc } from './state.ts';

type Place = Pick<Site, 'account' | 'region'>;

export interface RouteTable {
  readonly id: string;
  readonly vpc: Vpc;
}

/** The ids of what every account has follow from the account and the region. */
const idOf = (letters: string, { account, region }: Place, what: string): string =>
  `${letters}-0${hexOf(`${account.id} ${region} ${what}`, 16)}`;

function defaultVpc(place: Place): Vpc {
  return { id: idOf('vpc', place, 'vpc'), region: place.region, cidr: '172.31.0.0/16', isDefault: true };
}

/** One in each zone. Source: vpc-default. */
function defaultSubnets(place: Place): readonly Subnet[] {
  const vpc = defaultVpc(place).id;
  return zonesOf(place.region).map((zone, i) => {
    const id = idOf('subnet', place, zone);
    return { id, vpc, region: place.region, zone, cidr: `172.31.${i * 16}.0/20`, isDefault: true };
  });
}

function made<T extends { readonly region: string }>(
  named: Readonly<Record<string, T>> | undefined,
  region: string,
): readonly T[] {
  return Object.values(named ?? {}).filter((one) => one.region === region);
}

export function vpcsOf(place: Place): readonly Vpc[] {
  return [defaultVpc(place), ...made(place.account.network?.vpcs, place.region)];
}

export function subnetsOf(place: Place): readonly Subnet[] {
  return [...defaultSubnets(place), ...made(place.account.network?.subnets, place.region)];
}

/** Every VPC has a main table of routes, which counts for all its subnets. Source: vpc-route-tables. */
export function routeTablesOf(place: Place): readonly RouteTable[] {
  return vpcsOf(place).map((vpc) => ({ id: idOf('rtb', place, vpc.id), vpc }));
}

/** What leads a default VPC out of AWS. */
export function gatewayOf(place: Place): string {
  return idOf('igw', place, 'igw');
}

/** Every VPC has a group called `default`, which goes with it. */
export function groupsOf(place: Place): readonly SecurityGroup[] {
  const ofVpcs = vpcsOf(place).map(({ id, region }) => ({
    id: idOf('sg', place, id),
    name: 'default',
    description: 'default VPC security group',
    vpc: id,
    region,
  }));
  return [...ofVpcs, ...made(place.account.network?.groups, place.region)];
}

/** The account with more of one kind of network. */
export function withNetwork(account: Account, change: Account['network']): Account {
  return { ...account, network: { ...account.network, ...change } };
}
