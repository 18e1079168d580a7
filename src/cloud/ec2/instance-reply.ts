// What EC2 answers of an instance.
import { lookup, profileArn, type Instance } from '../cloud.ts';
import { hexOf } from '../ids.ts';
import { present, type Reply, type Site } from '../operation.ts';
import {
  interfaceId,
  launchOf,
  macOf,
  privateDns,
  publicDns,
  stateOf,
  stateReply,
  volumeId,
  type Place,
  type StateName,
} from './instance.ts';
import { tagsReply } from './network-reply.ts';
import { groupsOf } from './networks.ts';
import { zoneId } from './regions.ts';
import type { Launch, MetadataOptions } from './state.ts';

/** The profile of an instance, as EC2 answers it. */
export function profileReply({ account }: Pick<Site, 'account'>, name: string): Reply {
  const known = lookup(account.instanceProfiles, name);
  return present({ Arn: profileArn(account, name), Id: known?.id });
}

export function metadataReply(
  { tokens, hopLimit, endpoint, ipv6, tags }: MetadataOptions,
  state = 'applied',
): Reply {
  return {
    State: state,
    HttpTokens: tokens,
    HttpPutResponseHopLimit: hopLimit,
    HttpEndpoint: endpoint,
    HttpProtocolIpv6: ipv6,
    InstanceMetadataTags: tags,
  };
}

/** Everything that EC2 answers of an instance. */
export function instanceReply(place: Place, instance: Instance): Reply {
  const { cloud, account } = place;
  const launch = launchOf(place, instance);
  const state = stateOf(launch, cloud.time);
  const isGone = state === 'terminated';
  const hasNetwork = state !== 'terminated';
  const groups = groupsOf({ account, region: launch.region })
    .filter(({ id }) => launch.groups.includes(id))
    .map(({ id, name }) => ({ GroupId: id, GroupName: name }));
  const isPublic = launch.publicAddress !== undefined && (state === 'running' || state === 'pending');
  return present({
    Architecture: /^[a-z]\d+g/.test(launch.type) || launch.type.startsWith('a1') ? 'arm64' : 'x86_64',
    BlockDeviceMappings: isGone ? [] : [volumeReply(instance.id, launch)],
    ClientToken: launch.token,
    EbsOptimized: launch.ebsOptimized,
    EnaSupport: true,
    Hypervisor: 'xen',
    IamInstanceProfile: instance.profile === undefined ? undefined : profileReply(place, instance.profile),
    NetworkInterfaces: hasNetwork ? [interfaceReply(place, instance, groups, isPublic)] : [],
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    SecurityGroups: hasNetwork ? groups : [],
    SourceDestCheck: hasNetwork ? launch.sourceCheck : undefined,
    ...changeReply(launch, state),
    ...instanceTags(place, instance, launch),
    VirtualizationType: 'hvm',
    CpuOptions: { CoreCount: 1, ThreadsPerCore: 2 },
    CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
    HibernationOptions: { Configured: false },
    MetadataOptions: metadataReply(launch.metadata, state === 'pending' ? 'pending' : 'applied'),
    EnclaveOptions: { Enabled: false },
    BootMode: 'uefi-preferred',
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    UsageOperationUpdateTime: launch.launched,
    PrivateDnsNameOptions: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    MaintenanceOptions: { AutoRecovery: 'default', RebootMigration: 'default' },
    CurrentInstanceBootMode: 'uefi',
    NetworkPerformanceOptions: { BandwidthWeighting: 'default' },
    Operator: { Managed: false },
    InstanceId: instance.id,
    ImageId: launch.image,
    State: stateReply(state),
    PrivateDnsName: hasNetwork ? privateDns(launch) : '',
    PublicDnsName: isPublic ? publicDns(launch) : '',
    StateTransitionReason: launch.wanted === 'running' ? '' : `User initiated (${stamp(launch.since)})`,
    KeyName: launch.keyName,
    AmiLaunchIndex: launch.order,
    ProductCodes: [],
    InstanceType: launch.type,
    LaunchTime: launch.started,
    Placement: {
      AvailabilityZoneId: zoneId(launch.zone),
      GroupName: '',
      Tenancy: 'default',
      AvailabilityZone: launch.zone,
    },
    Monitoring: { State: launch.monitoring ? 'enabled' : 'disabled' },
    SubnetId: hasNetwork ? launch.subnet : undefined,
    VpcId: hasNetwork ? launch.vpc : undefined,
    PrivateIpAddress: hasNetwork ? launch.address : undefined,
    PublicIpAddress: isPublic ? launch.publicAddress : undefined,
  });
}

const stamp = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ') + ' GMT';

/** Why it is not running. */
function changeReply({ wanted }: Launch, state: StateName): Reply {
  if (state === 'pending') return { StateReason: { Code: 'pending', Message: 'pending' } };
  if (wanted === 'running') return {};
  const Code = 'Client.UserInitiatedShutdown';
  return { StateReason: { Code, Message: `${Code}: User initiated shutdown` } };
}

/** Its tags; the name of one that a scenario has is one. */
export function instanceTags(
  { account }: Pick<Site, 'account'>,
  { id, name, launch: own }: Instance,
  { region }: Launch,
): Reply {
  const tags = tagsReply({ account, region }, 'instance', id);
  return own || 'Tags' in tags || name === id ? tags : { Tags: [{ Key: 'Name', Value: name }] };
}

function volumeReply(id: string, { launched }: Launch): Reply {
  return {
    DeviceName: '/dev/xvda',
    Ebs: {
      AttachTime: launched + 1000,
      DeleteOnTermination: true,
      Status: 'attached',
      VolumeId: volumeId(id),
    },
  };
}

function interfaceReply(
  { account }: Place,
  instance: Instance,
  groups: readonly Reply[],
  isPublic: boolean,
): Reply {
  const launch = launchOf({ account }, instance);
  const association = isPublic
    ? { IpOwnerId: 'amazon', PublicDnsName: publicDns(launch), PublicIp: launch.publicAddress }
    : undefined;
  return present({
    Association: association,
    Attachment: {
      AttachTime: launch.launched,
      AttachmentId: `eni-attach-0${hexOf(`${instance.id} attach`, 16)}`,
      DeleteOnTermination: true,
      DeviceIndex: 0,
      Status: 'attached',
      NetworkCardIndex: 0,
    },
    Description: '',
    Groups: groups,
    Ipv6Addresses: [],
    MacAddress: macOf(instance.id),
    NetworkInterfaceId: interfaceId(instance.id),
    OwnerId: account.id,
    PrivateDnsName: privateDns(launch),
    PrivateIpAddress: launch.address,
    PrivateIpAddresses: [
      present({
        Association: association,
        Primary: true,
        PrivateDnsName: privateDns(launch),
        PrivateIpAddress: launch.address,
      }),
    ],
    SourceDestCheck: launch.sourceCheck,
    Status: 'in-use',
    SubnetId: launch.subnet,
    VpcId: launch.vpc,
    InterfaceType: 'interface',
    Operator: { Managed: false },
  });
}
