// What a launch names, and every pair that it needs. Source: ug-ec2-supported-resources, ug-passrole.
import type { BareRequest } from '../authorize.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, type Input, type Site } from '../operation.ts';
import { findParameter, onParameter } from '../ssm/parameter.ts';
import { requestTagKeys } from '../tags.ts';
import { ec2Arn, malformed } from './arns.ts';
import { DEFAULT_TYPE } from './instance.ts';
import { passingOf, profileOf, type Profile } from './profile.ts';
import type { SecurityGroup, Subnet } from './state.ts';
import { taggingPairs, tagsFor } from './tag-specifications.ts';
import { wantedNetwork } from './wanted-network.ts';

/** What a launch is made of: everything that it names was found. */
export interface WantedLaunch {
  readonly subnet: Subnet;
  readonly groups: readonly SecurityGroup[];
  readonly profile?: Profile;
  readonly type: string;
  readonly image: string;
}

const RESOLVE = 'resolve:ssm:';

/** The image that the call names, or that a parameter names for it. Source: ug-ssm-public-parameters. */
function imageIn(site: Site, input: Input): string | Refused {
  const given = textOf(input, 'ImageId');
  if (given === '') return fault('MissingParameter', 'The request must contain the parameter ImageId');
  const found = given.startsWith(RESOLVE) ? findParameter(site, given.slice(RESOLVE.length)) : undefined;
  if (found && isRefused(found))
    return fault(
      'InvalidParameterValue',
      `Value (${given}) for parameter imageId is invalid. Parameter was not found.`,
    );
  const image = found ? found.version.value : given;
  return malformed('ami', [image]) ?? image;
}

/** Whoever lets a parameter name the image must be able to read it. */
function resolving(site: Site, input: Input): readonly BareRequest[] {
  const given = textOf(input, 'ImageId');
  return given.startsWith(RESOLVE) ? [onParameter(site, 'GetParameters', given.slice(RESOLVE.length))] : [];
}

export function wantedIn(site: Site, input: Input): WantedLaunch | Refused {
  const image = imageIn(site, input);
  if (typeof image !== 'string') return image;
  const profile = profileOf(site.account, input);
  if (isRefused(profile)) return profile;
  const network = wantedNetwork(site, input);
  if (isRefused(network)) return network;
  return { ...network, ...profile, image, type: textOf(input, 'InstanceType') || DEFAULT_TYPE };
}

/** Every resource that a launch touches, in the order in which EC2 asks. Source: ug-ec2-supported-resources. */
export function pairsOf(site: Site, input: Input, wanted: WantedLaunch): readonly BareRequest[] {
  const { subnet, groups, profile, type, image } = wanted;
  const arn = (kind: string, id: string): string => ec2Arn(site, kind, id);
  const vpc = arn('vpc', subnet.vpc);
  const everywhere = { 'ec2:Region': site.region };
  const pair = (on: string, context: BareRequest['context']): BareRequest => ({
    action: 'ec2:RunInstances',
    on,
    context: { ...everywhere, ...context },
  });
  const tags = (kind: string) => requestTagKeys(tagsFor(input, kind));
  const key = textOf(input, 'KeyName');
  return [
    pair(arn('instance', '*'), {
      'ec2:AvailabilityZone': subnet.zone,
      'ec2:EbsOptimized': String(flagOf(input, 'EbsOptimized') === true),
      'ec2:InstanceMarketType': 'on-demand',
      ...(profile ? { 'ec2:InstanceProfile': profile.arn } : {}),
      'ec2:InstanceType': type,
      ...metadataKeys(input),
      'ec2:RootDeviceType': 'ebs',
      'ec2:Tenancy': 'default',
      ...tags('instance'),
    }),
    pair(arn('image', image), {
      'ec2:ImageID': image,
      'ec2:ImageType': 'machine',
      'ec2:Owner': 'amazon',
      'ec2:Public': 'true',
      'ec2:RootDeviceType': 'ebs',
    }),
    pair(arn('network-interface', '*'), {
      'ec2:AvailabilityZone': subnet.zone,
      'ec2:Subnet': arn('subnet', subnet.id),
      'ec2:Vpc': vpc,
      ...tags('network-interface'),
    }),
    ...groups.map(({ id }) => pair(arn('security-group', id), { 'ec2:SecurityGroupID': id, 'ec2:Vpc': vpc })),
    pair(arn('subnet', subnet.id), {
      'ec2:AvailabilityZone': subnet.zone,
      'ec2:SubnetID': subnet.id,
      'ec2:Vpc': vpc,
    }),
    pair(arn('volume', '*'), {
      'ec2:AvailabilityZone': subnet.zone,
      'ec2:Encrypted': 'false',
      'ec2:VolumeIops': '3000',
      'ec2:VolumeSize': '8',
      'ec2:VolumeType': 'gp3',
      ...tags('volume'),
    }),
    ...(key === '' ? [] : [pair(arn('key-pair', key), { 'ec2:KeyPairName': key })]),
    ...resolving(site, input),
    ...taggingPairs(site, input, 'RunInstances', ['instance', 'volume', 'network-interface']),
    ...(profile ? [passingOf(site.account, profile, arn('instance', '*'))] : []),
  ];
}

/** Options of the metadata service, where the call says them: one that it leaves out gives no key. */
function metadataKeys(input: Input): Record<string, string> {
  const wanted = input['MetadataOptions'];
  if (typeof wanted !== 'object' || wanted === null) return {};
  const names = ['HttpEndpoint', 'HttpTokens', 'HttpPutResponseHopLimit'];
  const given = new Map(Object.entries(wanted));
  return Object.fromEntries(
    names.filter((name) => given.has(name)).map((name) => [`ec2:Metadata${name}`, String(given.get(name))]),
  );
}
