// Making and deleting networks: VPCs, subnets, security groups.
import { withAccount, without, type Account } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { changed } from '../iam/changed.ts';
import { issueHex } from '../ids.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { requestTagKeys, tagList, withTags } from '../tags.ts';
import { ec2Arn, malformed } from './arns.ts';
import { blockOf, isInside, overlaps, type Block } from './cidr.ts';
import { subnetReply, vpcReply } from './network-reply.ts';
import { groupsOf, subnetsOf, vpcsOf, withNetwork } from './networks.ts';
import { zoneId, zonesOf } from './regions.ts';
import type { SecurityGroup, Subnet, Vpc } from './state.ts';
import { specificationFault, tagged, taggingPairs, tagsFor } from './tag-specifications.ts';

/** How many bits a block of a network may have. Source: vpc-default. */
const LARGEST = 16;
const SMALLEST = 28;

function blockIn(input: Input, code: string): Block | Refused {
  const text = textOf(input, 'CidrBlock');
  if (text === '')
    return fault('MissingParameter', "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
  const block = blockOf(text);
  if (!block)
    return fault(
      'InvalidParameterValue',
      `Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  return block.bits < LARGEST || block.bits > SMALLEST
    ? fault(code, `The CIDR '${text}' is invalid.`)
    : block;
}

function vpcIn(site: Site, input: Input): Vpc | Refused {
  const wanted = textOf(input, 'VpcId');
  const vpc = vpcsOf(site).find(({ id }) => id === wanted);
  return vpc ?? fault('InvalidVpcID.NotFound', `The vpc ID '${wanted}' does not exist`);
}

const vpcArn = (site: Site, id: string): string => ec2Arn(site, 'vpc', id);

/** The pair for something new. */
function making(site: Site, input: Input, action: string, kind: string) {
  const context = { 'ec2:Region': site.region, ...requestTagKeys(tagsFor(input, kind)) };
  return { action: `ec2:${action}`, on: ec2Arn(site, kind, '*'), context };
}

const createVpc: Operation = {
  name: 'ec2:CreateVpc',
  needs: (site, input) => [
    making(site, input, 'CreateVpc', 'vpc'),
    ...taggingPairs(site, input, 'CreateVpc', ['vpc']),
  ],
  run: (site, input) => {
    const block = blockIn(input, 'InvalidVpc.Range');
    if (isRefused(block)) return block;
    const wrong = specificationFault(input, ['vpc']);
    if (wrong) return wrong;
    const issued = issueHex(site.cloud, 16);
    const id = `vpc-0${issued.id}`;
    const vpc: Vpc = {
      id,
      region: site.region,
      cidr: textOf(input, 'CidrBlock'),
      isDefault: false,
      tenancy: textOf(input, 'InstanceTenancy') || 'default',
    };
    const { network } = site.account;
    const account = tagged(
      withNetwork(site.account, { vpcs: { ...network?.vpcs, [id]: vpc } }),
      vpcArn(site, id),
      tagsFor(input, 'vpc'),
    );
    const reply = {
      ...vpcReply({ ...site, account }, vpc),
      State: 'pending',
      Ipv6CidrBlockAssociationSet: [],
    };
    return changed(issued.cloud, account, { Vpc: reply });
  },
};

const deleteVpc: Operation = {
  name: 'ec2:DeleteVpc',
  needs: (site, input) =>
    malformed('vpc', [textOf(input, 'VpcId')]) ?? [
      {
        action: 'ec2:DeleteVpc',
        on: vpcArn(site, textOf(input, 'VpcId')),
        context: { 'ec2:Region': site.region, 'ec2:VpcID': textOf(input, 'VpcId') },
      },
    ],
  run: (site, input) => {
    const vpc = vpcIn(site, input);
    if (isRefused(vpc)) return vpc;
    if (isUsed(site, vpc.id))
      return fault('DependencyViolation', `The vpc '${vpc.id}' has dependencies and cannot be deleted.`);
    const vpcs = without(site.account.network?.vpcs ?? {}, vpc.id);
    const account = withTags(withNetwork(site.account, { vpcs }), vpcArn(site, vpc.id), {});
    return changed(site.cloud, account);
  },
};

/** Something lies in it beside its own security group. */
function isUsed(site: Site, id: string): boolean {
  return (
    subnetsOf(site).some(({ vpc }) => vpc === id) ||
    groupsOf(site).some(({ vpc, name }) => vpc === id && name !== 'default') ||
    Object.values(site.account.endpoints ?? {}).some(({ vpc }) => vpc === id)
  );
}

/** The zone that is wanted by name or id; the first one where nothing is said. */
function zoneIn({ region }: Site, input: Input): string | Refused {
  const wanted = textOf(input, 'AvailabilityZone') || textOf(input, 'AvailabilityZoneId');
  const all = zonesOf(region);
  const zone = wanted === '' ? all[0] : all.find((one) => one === wanted || zoneId(one) === wanted);
  return (
    zone ??
    fault(
      'InvalidParameterValue',
      `Value (${wanted}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${all.join(', ')}.`,
    )
  );
}

const createSubnet: Operation = {
  name: 'ec2:CreateSubnet',
  needs: (site, input) =>
    malformed('vpc', [textOf(input, 'VpcId')]) ?? [
      making(site, input, 'CreateSubnet', 'subnet'),
      {
        action: 'ec2:CreateSubnet',
        on: vpcArn(site, textOf(input, 'VpcId')),
        context: { 'ec2:Region': site.region, 'ec2:VpcID': textOf(input, 'VpcId') },
      },
      ...taggingPairs(site, input, 'CreateSubnet', ['subnet']),
    ],
  run: (site, input) => {
    const vpc = vpcIn(site, input);
    if (isRefused(vpc)) return vpc;
    const block = blockIn(input, 'InvalidSubnet.Range');
    if (isRefused(block)) return block;
    const wrong = placeFault(site, vpc, block, textOf(input, 'CidrBlock'));
    const zone = zoneIn(site, input);
    const unfit = wrong ?? specificationFault(input, ['subnet']);
    if (unfit) return unfit;
    if (typeof zone !== 'string') return zone;
    const issued = issueHex(site.cloud, 16);
    const id = `subnet-0${issued.id}`;
    const cidr = textOf(input, 'CidrBlock');
    const subnet: Subnet = { id, vpc: vpc.id, region: site.region, zone, cidr, isDefault: false };
    const made = withNetwork(site.account, {
      subnets: { ...site.account.network?.subnets, [id]: subnet },
    });
    const account = tagged(made, ec2Arn(site, 'subnet', id), tagsFor(input, 'subnet'));
    return changed(issued.cloud, account, { Subnet: subnetReply({ ...site, account }, subnet) });
  },
};

function placeFault(site: Site, vpc: Vpc, block: Block, text: string): Refused | undefined {
  const outer = blockOf(vpc.cidr);
  if (outer && !isInside(block, outer)) return fault('InvalidSubnet.Range', `The CIDR '${text}' is invalid.`);
  const others = subnetsOf(site).filter((one) => one.vpc === vpc.id);
  const clashes = others.some(({ cidr }) => {
    const other = blockOf(cidr);
    return other !== undefined && overlaps(block, other);
  });
  return clashes
    ? fault('InvalidSubnet.Conflict', `The CIDR '${text}' conflicts with another subnet`)
    : undefined;
}

const createSecurityGroup: Operation = {
  name: 'ec2:CreateSecurityGroup',
  needs: (site, input) => {
    const vpc = textOf(input, 'VpcId');
    const bad = vpc === '' ? undefined : malformed('vpc', [vpc]);
    const on = vpcArn(site, vpc || (vpcsOf(site)[0]?.id ?? ''));
    return (
      bad ?? [
        making(site, input, 'CreateSecurityGroup', 'security-group'),
        { action: 'ec2:CreateSecurityGroup', on, context: { 'ec2:Region': site.region } },
        ...taggingPairs(site, input, 'CreateSecurityGroup', ['security-group']),
      ]
    );
  },
  run: (site, input) => {
    const vpc = textOf(input, 'VpcId') === '' ? vpcsOf(site)[0] : vpcIn(site, input);
    if (!vpc || isRefused(vpc)) return vpc ?? fault('VPCIdNotSpecified', 'No default VPC for this user');
    const name = textOf(input, 'GroupName');
    const wrong = nameFault(site, vpc.id, name) ?? specificationFault(input, ['security-group']);
    if (wrong) return wrong;
    const issued = issueHex(site.cloud, 16);
    const id = `sg-0${issued.id}`;
    const description = textOf(input, 'Description');
    const group: SecurityGroup = { id, name, description, vpc: vpc.id, region: site.region };
    const made: Account = withNetwork(site.account, {
      groups: { ...site.account.network?.groups, [id]: group },
    });
    const arn = ec2Arn(site, 'security-group', id);
    const tags = tagsFor(input, 'security-group');
    const reply: Reply = {
      GroupId: id,
      ...(Object.keys(tags).length === 0 ? {} : { Tags: tagList(tags) }),
      SecurityGroupArn: arn,
    };
    return { cloud: withAccount(issued.cloud, tagged(made, arn, tags)), reply };
  },
};

function nameFault(site: Site, vpc: string, name: string): Refused | undefined {
  if (name.startsWith('sg-'))
    return fault(
      'InvalidParameterValue',
      `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
    );
  return groupsOf(site).some((group) => group.vpc === vpc && group.name === name)
    ? fault('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpc}'`)
    : undefined;
}

export const NETWORK_CHANGES: readonly Operation[] = [
  ...[createVpc, deleteVpc, createSubnet, createSecurityGroup],
];
