// The instances that Systems Manager knows: those that run, and have told it that they are there. Source: ug-session-manager.
import { partOf } from '../authorize.ts';
import { lookup, type Account, type Cloud, type Instance } from '../cloud.ts';
import { ec2Arn } from '../ec2/arns.ts';
import { launchOf, privateDns, stateOf } from '../ec2/instance.ts';
import { credentialsOf, roleOfInstance } from '../ec2/role-credentials.ts';
import type { Launch } from '../ec2/state.ts';
import { fault, type Refused } from '../fault.ts';
import {
  present,
  structuresOf,
  textOf,
  textsOf,
  type Input,
  type Operation,
  type Reply,
  type Site,
} from '../operation.ts';
import { tagsOf } from '../tags.ts';
import { ssmPage } from './page.ts';
import { onRegion } from './parameter.ts';

/** How long after its start an instance is known, milliseconds. */
const REGISTERS = 45_000;

/** Is an instance there to be talked to? */
export function isConnected(cloud: Cloud, account: Account, instance: Instance): boolean {
  const launch = launchOf({ account }, instance);
  const runs = stateOf(launch, cloud.time) === 'running' && cloud.time - launch.since >= REGISTERS;
  return runs && (account.systems?.needsRole !== true || mayRegister(cloud, account, instance));
}

/** Has the instance a role that lets it say that it is there? */
function mayRegister(cloud: Cloud, account: Account, instance: Instance): boolean {
  const role = roleOfInstance(account, instance);
  const keys = role && credentialsOf(cloud, account, instance, role.name, '2.0');
  if (!keys) return false;
  const { region } = launchOf({ account }, instance);
  const on = ec2Arn({ account, region }, 'instance', instance.id);
  const asked = { action: 'ssm:UpdateInstanceInformation', on };
  return partOf(keys.cloud, keys.credentials.session, asked, region).verdict.decision === 'allowed';
}

/** The instance that a session is wanted with; `undefined` when it is not there. */
export function connectedInstance(site: Site, id: string): Instance | undefined {
  const instance = lookup(site.account.instances, id);
  if (!instance || launchOf(site, instance).region !== site.region) return undefined;
  return isConnected(site.cloud, site.account, instance) ? instance : undefined;
}

interface Known {
  readonly instance: Instance;
  readonly launch: Launch;
  readonly isOnline: boolean;
}

/** Every instance that once told of itself: one that has stopped is lost, one that is terminated is gone. */
function knownInstances(site: Site): readonly Known[] {
  return Object.values(site.account.instances).flatMap((instance) => {
    const launch = launchOf(site, instance);
    const isHere = launch.region === site.region && launch.wanted !== 'terminated';
    const isOnline = isConnected(site.cloud, site.account, instance);
    const wasOnline = launch.wanted === 'stopped' && site.account.systems?.needsRole !== true;
    return isHere && (isOnline || wasOnline) ? [{ instance, launch, isOnline }] : [];
  });
}

const KEYS = [
  ...['InstanceIds', 'AgentVersion', 'PingStatus', 'PlatformTypes', 'ActivationIds', 'IamRole'],
  ...['ResourceType', 'AssociationStatus', 'SourceIds', 'SourceTypes'],
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  PingStatus: ['Online', 'ConnectionLost', 'Inactive'],
  PlatformTypes: ['Windows', 'Linux', 'MacOS'],
  ResourceType: ['ManagedInstance', 'EC2Instance'],
};

function wantedIn(input: Input): readonly { readonly key: string; readonly values: readonly string[] }[] {
  return [
    ...structuresOf(input, 'Filters').map((one) => ({
      key: textOf(one, 'Key'),
      values: textsOf(one, 'Values'),
    })),
    ...structuresOf(input, 'InstanceInformationFilterList').map((one) => ({
      key: textOf(one, 'key'),
      values: textsOf(one, 'valueSet'),
    })),
  ];
}

function filterFault(input: Input): Refused | undefined {
  for (const { key, values } of wantedIn(input)) {
    if (!KEYS.includes(key) && !key.startsWith('tag:') && key !== 'tag-key')
      return fault('InvalidFilterKey', `The filter key ${key} is not valid.`);
    const allowed = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
    if (allowed && values.some((value) => !allowed.includes(value)))
      return fault('InvalidInstanceInformationFilterValue', 'The specified filter value is not valid.');
    if (key === 'InstanceIds' && values.some((id) => !/^m?i-[0-9a-f]{8,17}$/.test(id)))
      return fault(
        'InvalidInstanceId',
        'The following problems can cause this exception: the instance ID is not valid.',
      );
  }
  return undefined;
}

function passes(site: Site, input: Input, { instance, isOnline }: Known): boolean {
  const tags = tagsOf(site.account, ec2Arn(site, 'instance', instance.id));
  const facts: Readonly<Record<string, readonly (string | undefined)[]>> = {
    InstanceIds: [instance.id],
    PingStatus: [isOnline ? 'Online' : 'ConnectionLost'],
    PlatformTypes: ['Linux'],
    AgentVersion: [AGENT],
    ResourceType: ['EC2Instance'],
    'tag-key': Object.keys(tags),
  };
  return wantedIn(input).every(({ key, values }) => {
    const own = key.startsWith('tag:') ? [tags[key.slice(4)]] : (facts[key] ?? []);
    return own.some((one) => one !== undefined && values.includes(one));
  });
}

const AGENT = '3.3.3050.0';

const describeInstanceInformation: Operation = {
  name: 'ssm:DescribeInstanceInformation',
  needs: (site) => [onRegion(site, 'DescribeInstanceInformation')],
  run: (site, input) => {
    const wrong = filterFault(input);
    if (wrong) return wrong;
    const found = knownInstances(site).filter((one) => passes(site, input, one));
    return ssmPage(
      site,
      input,
      'InstanceInformationList',
      found.map((one) => reply(site, one)),
      50,
    );
  },
};

function reply(site: Site, { instance, launch, isOnline }: Known): Reply {
  const lost = launch.wanted === 'stopped' ? launch.since : site.cloud.time;
  return present({
    InstanceId: instance.id,
    PingStatus: isOnline ? 'Online' : 'ConnectionLost',
    LastPingDateTime: isOnline ? site.cloud.time : lost,
    AgentVersion: AGENT,
    IsLatestVersion: true,
    PlatformType: 'Linux',
    PlatformName: 'Amazon Linux',
    PlatformVersion: '2023',
    ResourceType: 'EC2Instance',
    IPAddress: launch.address,
    ComputerName: privateDns(launch),
    SourceId: instance.id,
    SourceType: 'AWS::EC2::Instance',
  });
}

export const INSTANCES: readonly Operation[] = [describeInstanceInformation];
