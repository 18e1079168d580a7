// An instance as it is at a moment: its launch, its state, its address.
import type { Instance } from '../cloud.ts';
import { hexOf } from '../ids.ts';
import type { Reply, Site } from '../operation.ts';
import { addressText, blockOf } from './cidr.ts';
import { groupsOf, subnetsOf } from './networks.ts';
import type { Launch, MetadataOptions, Subnet } from './state.ts';

export type Place = Pick<Site, 'cloud' | 'account' | 'region'>;

export type StateName = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';

const CODES: Readonly<Record<StateName, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** How long a change of state takes, and how long a terminated instance is still told of; milliseconds. */
const CHANGE = { running: 10_000, stopped: 20_000, terminated: 20_000 };
const REMEMBERED = 3_600_000;

export const IMDS_DEFAULTS: MetadataOptions = {
  tokens: 'required',
  hopLimit: 2,
  endpoint: 'enabled',
  ipv6: 'disabled',
  tags: 'disabled',
};

export const DEFAULT_TYPE = 't3.micro';

/** An address in a subnet that nobody there has; the first four and the last one are AWS's own. */
export function freeAddress({ account }: Pick<Site, 'account'>, { id, cidr }: Subnet, seed: string): string {
  const { first, size } = blockOf(cidr) ?? { first: 0, size: 16 };
  const taken = new Set(
    Object.values(account.instances).flatMap(({ launch }) => (launch?.subnet === id ? [launch.address] : [])),
  );
  let place = Number.parseInt(hexOf(seed, 6), 16) % (size - 5);
  for (let tries = 0; tries < size && taken.has(addressText(first + 4 + place)); tries += 1)
    place = (place + 1) % (size - 5);
  return addressText(first + 4 + place);
}

/** An address that looks public, from a block that is kept for examples. */
export function publicAddress(seed: string): string {
  return `203.0.113.${(Number.parseInt(hexOf(`${seed} public`, 4), 16) % 254) + 1}`;
}

/** The launch of an instance; of one that a scenario has, AWS's defaults in the account's own region. */
export function launchOf({ account }: Pick<Site, 'account'>, { id, launch }: Instance): Launch {
  if (launch) return launch;
  const place = { account, region: account.region };
  const [subnet] = subnetsOf(place);
  const vpc = subnet?.vpc ?? '';
  return {
    region: account.region,
    image: `ami-0${hexOf('al2023', 16)}`,
    type: DEFAULT_TYPE,
    reservation: `r-0${hexOf(`${id} r`, 16)}`,
    order: 0,
    subnet: subnet?.id ?? '',
    vpc,
    zone: subnet?.zone ?? `${account.region}a`,
    address: subnet ? freeAddress({ account }, subnet, id) : '',
    publicAddress: publicAddress(id),
    groups: groupsOf(place)
      .filter((one) => one.vpc === vpc && one.name === 'default')
      .map((one) => one.id),
    token: hexOf(`${id} token`, 32),
    metadata: IMDS_DEFAULTS,
    noTermination: false,
    noStop: false,
    onShutdown: 'stop',
    ebsOptimized: false,
    sourceCheck: true,
    monitoring: false,
    started: beginningOf(account),
    launched: beginningOf(account),
    wanted: 'running',
    since: 0,
  };
}

/** The last moment that there is. */
const LATEST = 8.64e15;

/** Since when there is something in an account: what a scenario has was there then. */
export function beginningOf({ created, users, roles, instanceProfiles }: Site['account']): number {
  const all = [...Object.values(users), ...Object.values(roles), ...Object.values(instanceProfiles)];
  return created ?? Math.min(...all.map((one) => one.created), LATEST);
}

export function stateOf({ wanted, since }: Launch, now: number): StateName {
  const isDone = now - since >= CHANGE[wanted];
  if (wanted === 'running') return isDone ? 'running' : 'pending';
  if (wanted === 'stopped') return isDone ? 'stopped' : 'stopping';
  return isDone ? 'terminated' : 'shutting-down';
}

/** EC2 tells of a terminated instance for a while. */
export function isForgotten({ wanted, since }: Launch, now: number): boolean {
  return wanted === 'terminated' && now - since >= REMEMBERED;
}

export function stateReply(name: StateName): Reply {
  return { Code: CODES[name], Name: name };
}

/** The ids of what comes with an instance follow from its own. */
export function volumeId(id: string): string {
  return `vol-0${hexOf(`${id} vol`, 16)}`;
}

export function interfaceId(id: string): string {
  return `eni-0${hexOf(`${id} eni`, 16)}`;
}

export function macOf(id: string): string {
  return ['02', ...(hexOf(`${id} mac`, 10).match(/../g) ?? [])].join(':');
}

const domain = (region: string): string =>
  region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;

export function privateDns({ address, region }: Launch): string {
  return `ip-${address.replaceAll('.', '-')}.${domain(region)}`;
}

export function publicDns({ region, publicAddress: address }: Launch): string {
  if (address === undefined) return '';
  const zone = region === 'us-east-1' ? 'compute-1' : `${region}.compute`;
  return `ec2-${address.replaceAll('.', '-')}.${zone}.amazonaws.com`;
}
