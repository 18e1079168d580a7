// Attributes of an instance, one at a time, and the options of its metadata service.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { changed } from '../iam/changed.ts';
import {
  isStructure,
  present,
  textOf,
  textsOf,
  type Input,
  type Operation,
  type Reply,
} from '../operation.ts';
import { malformed } from './arns.ts';
import { instanceIn, onInstance, withLaunch, type Found } from './found-instances.ts';
import { stateOf } from './instance.ts';
import { metadataReply } from './instance-reply.ts';
import { volumeId } from './instance.ts';
import { wantedMetadata } from './metadata-options.ts';
import { groupsOf } from './networks.ts';
import type { Launch } from './state.ts';

type Show = (found: Found) => Reply;

/** What each attribute answers. */
const SHOWN: Readonly<Record<string, Show>> = {
  blockDeviceMapping: ({ instance, launch }) => ({
    BlockDeviceMappings: [
      {
        DeviceName: '/dev/xvda',
        Ebs: {
          AttachTime: launch.launched + 1000,
          DeleteOnTermination: true,
          Status: 'attached',
          VolumeId: volumeId(instance.id),
        },
      },
    ],
  }),
  disableApiTermination: ({ launch }) => ({ DisableApiTermination: { Value: launch.noTermination } }),
  disableApiStop: ({ launch }) => ({ DisableApiStop: { Value: launch.noStop } }),
  ebsOptimized: ({ launch }) => ({ EbsOptimized: { Value: launch.ebsOptimized } }),
  enaSupport: () => ({ EnaSupport: { Value: true } }),
  enclaveOptions: () => ({ EnclaveOptions: { Enabled: false } }),
  groupSet: ({ launch }) => ({ Groups: launch.groups.map((GroupId) => ({ GroupId })) }),
  instanceInitiatedShutdownBehavior: ({ launch }) => ({
    InstanceInitiatedShutdownBehavior: { Value: launch.onShutdown },
  }),
  instanceType: ({ launch }) => ({ InstanceType: { Value: launch.type } }),
  kernel: () => ({ KernelId: {} }),
  productCodes: () => ({ ProductCodes: [] }),
  ramdisk: () => ({ RamdiskId: {} }),
  rootDeviceName: () => ({ RootDeviceName: { Value: '/dev/xvda' } }),
  sourceDestCheck: ({ launch }) => ({ SourceDestCheck: { Value: launch.sourceCheck } }),
  sriovNetSupport: () => ({ SriovNetSupport: {} }),
  userData: ({ launch }) => ({ UserData: present({ Value: launch.userData }) }),
};

const describeInstanceAttribute: Operation = {
  name: 'ec2:DescribeInstanceAttribute',
  needs: (site, input) => {
    const id = textOf(input, 'InstanceId');
    return malformed('i', [id]) ?? [onInstance(site, 'DescribeInstanceAttribute', id)];
  },
  run: (site, input) => {
    const found = instanceIn(site, textOf(input, 'InstanceId'));
    if (isRefused(found)) return found;
    const name = textOf(input, 'Attribute');
    const shown = Object.hasOwn(SHOWN, name) ? SHOWN[name]?.(found) : undefined;
    return { cloud: site.cloud, reply: { InstanceId: found.instance.id, ...shown } };
  },
};

/** The value of `{Value: …}`, or the plain one of the old way with `Attribute` and `Value`. */
function valueOf(input: Input, member: string): unknown {
  const given = input[member];
  if (isStructure(given)) return given['Value'];
  const attribute = textOf(input, 'Attribute');
  const isIt = attribute !== '' && attribute.toLowerCase() === member.toLowerCase();
  const value = textOf(input, 'Value');
  return isIt ? (/^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value) : undefined;
}

function truth(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function changeIn(input: Input): Partial<Launch> {
  const groups = textsOf(input, 'Groups');
  const change = {
    noTermination: truth(valueOf(input, 'DisableApiTermination')),
    noStop: truth(valueOf(input, 'DisableApiStop')),
    sourceCheck: truth(valueOf(input, 'SourceDestCheck')),
    ebsOptimized: truth(valueOf(input, 'EbsOptimized')),
    type: words(valueOf(input, 'InstanceType')),
    onShutdown: words(valueOf(input, 'InstanceInitiatedShutdownBehavior')),
    userData: words(valueOf(input, 'UserData')),
    groups: groups.length > 0 ? groups : undefined,
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** What changes only while the instance is stopped. Source: api-ec2. */
const STOPPED: readonly (keyof Launch)[] = ['type', 'userData', 'ebsOptimized'];

const modifyInstanceAttribute: Operation = {
  name: 'ec2:ModifyInstanceAttribute',
  needs: (site, input) => {
    const id = textOf(input, 'InstanceId');
    const pair = onInstance(site, 'ModifyInstanceAttribute', id);
    const names = Object.keys(input).filter((name) => !/^(?:InstanceId|DryRun|Attribute|Value)$/.test(name));
    const attribute = words(input['Attribute']) ?? names[0];
    const key: BareRequest['context'] = attribute === undefined ? {} : { 'ec2:Attribute': attribute };
    return malformed('i', [id]) ?? [{ ...pair, context: { ...pair.context, ...key } }];
  },
  run: (site, input) => {
    const found = instanceIn(site, textOf(input, 'InstanceId'));
    if (isRefused(found)) return found;
    const change = changeIn(input);
    const wrong = unfit(found, change, site.cloud.time) ?? strangeGroup(site, change);
    if (wrong) return wrong;
    if (Object.keys(change).length === 0 && input['BlockDeviceMappings'] === undefined)
      return fault('InvalidParameterCombination', 'No attributes specified.');
    return changed(site.cloud, withLaunch(site.account, found, change));
  },
};

function unfit({ instance, launch }: Found, change: Partial<Launch>, now: number): Refused | undefined {
  const name = STOPPED.find((one) => Object.hasOwn(change, one));
  if (name === undefined || stateOf(launch, now) === 'stopped') return undefined;
  return fault('IncorrectInstanceState', `The instance '${instance.id}' is not in the 'stopped' state.`);
}

function strangeGroup(
  site: Parameters<typeof groupsOf>[0],
  { groups = [] }: Partial<Launch>,
): Refused | undefined {
  const all = groupsOf(site);
  const strange = groups.find((id) => !all.some((group) => group.id === id));
  return strange === undefined
    ? undefined
    : fault('InvalidGroup.NotFound', `The security group '${strange}' does not exist`);
}

const OPTIONS = ['HttpTokens', 'HttpPutResponseHopLimit', 'HttpEndpoint', 'HttpProtocolIpv6'];

const modifyInstanceMetadataOptions: Operation = {
  name: 'ec2:ModifyInstanceMetadataOptions',
  needs: (site, input) => {
    const id = textOf(input, 'InstanceId');
    const pair = onInstance(site, 'ModifyInstanceMetadataOptions', id);
    const given = OPTIONS.filter((name) => input[name] !== undefined);
    const each = given.map((name) => [`ec2:Attribute/${name}`, String(input[name])] as const);
    const context = {
      ...pair.context,
      ...(given.length > 0 ? { 'ec2:Attribute': given } : {}),
      ...Object.fromEntries(each),
    };
    return malformed('i', [id]) ?? [{ ...pair, context }];
  },
  run: (site, input) => {
    const found = instanceIn(site, textOf(input, 'InstanceId'));
    if (isRefused(found)) return found;
    const { instance, launch } = found;
    const state = stateOf(launch, site.cloud.time);
    if (state === 'terminated' || state === 'shutting-down')
      return fault(
        'IncorrectInstanceState',
        `The instance '${instance.id}' is not in a state from which its metadata options can be changed.`,
      );
    const metadata = wantedMetadata(input, launch.metadata);
    return changed(site.cloud, withLaunch(site.account, found, { metadata }), {
      InstanceId: instance.id,
      InstanceMetadataOptions: metadataReply(metadata, 'pending'),
    });
  },
};

export const INSTANCE_ATTRIBUTES: readonly Operation[] = [
  ...[describeInstanceAttribute, modifyInstanceAttribute, modifyInstanceMetadataOptions],
];
