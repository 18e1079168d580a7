// The table's rows for EC2's networks, endpoints, images and tags.
import type { Reply } from '../../operation.ts';
import type { Row, Step } from './row.ts';

const VPC: Step = ['default', 'ec2:CreateVpc', { CidrBlock: '10.0.0.0/16' }];
const NO_VPC = 'vpc-0123456789abcdef0';
const idIn = (letters: string, replies: readonly Reply[]): string =>
  new RegExp(`"(${letters}-[0-9a-f]{17})"`).exec(JSON.stringify(replies))?.[1] ?? '';
const inVpc = (more: object) => (replies: readonly Reply[]) => ({ VpcId: idIn('vpc', replies), ...more });
const GATEWAY = { ServiceName: 'com.amazonaws.us-east-1.s3' };
const ENDPOINT: readonly Step[] = [VPC, ['default', 'ec2:CreateVpcEndpoint', inVpc(GATEWAY)]];
const NO_ENDPOINT = 'vpce-0123456789abcdef0';
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
});
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));
const dry = { code: 'DryRunOperation' };

function list(name: string, reply: Reply, fault: NonNullable<Row['faults']>[number]): Row {
  return { operation: `ec2:${name}`, input: {}, needs: [`ec2:${name}`], reply, faults: [fault] };
}

export const EC2_NETWORK_ROWS: readonly Row[] = [
  {
    operation: 'ec2:CreateVpc',
    input: {
      CidrBlock: '10.0.0.0/16',
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'Name', Value: 'quay' }] }],
    },
    needs: ['ec2:CreateVpc', 'ec2:CreateTags'],
    reply: { Vpc: { CidrBlock: '10.0.0.0/16', State: 'pending', IsDefault: false } },
    faults: [
      {
        code: 'InvalidVpc.Range',
        input: { CidrBlock: '10.0.0.0/8' },
        message: "The CIDR '10.0.0.0/8' is invalid.",
      },
      { code: 'InvalidParameterValue', input: { CidrBlock: 'ten' } },
      { code: 'MissingParameter', input: {} },
      { ...dry, input: { CidrBlock: '10.0.0.0/16', DryRun: true } },
    ],
  },
  {
    operation: 'ec2:DeleteVpc',
    before: [VPC],
    input: inVpc({}),
    needs: ['ec2:DeleteVpc'],
    faults: [
      {
        code: 'InvalidVpcID.NotFound',
        input: { VpcId: NO_VPC },
        message: `The vpc ID '${NO_VPC}' does not exist`,
      },
      {
        code: 'DependencyViolation',
        before: [VPC, ['default', 'ec2:CreateSubnet', inVpc({ CidrBlock: '10.0.1.0/24' })]],
        input: inVpc({}),
      },
      { code: 'InvalidVpcID.Malformed', input: { VpcId: 'quay' } },
    ],
  },
  {
    operation: 'ec2:CreateSubnet',
    before: [VPC],
    input: inVpc({ CidrBlock: '10.0.1.0/24' }),
    needs: ['ec2:CreateSubnet', 'ec2:CreateSubnet'],
    reply: { Subnet: { CidrBlock: '10.0.1.0/24', AvailableIpAddressCount: 251 } },
    faults: [
      { code: 'InvalidVpcID.NotFound', input: { VpcId: NO_VPC, CidrBlock: '10.0.1.0/24' } },
      { code: 'InvalidSubnet.Range', input: inVpc({ CidrBlock: '192.168.0.0/24' }) },
      {
        code: 'InvalidSubnet.Conflict',
        before: [VPC, ['default', 'ec2:CreateSubnet', inVpc({ CidrBlock: '10.0.0.0/20' })]],
        input: inVpc({ CidrBlock: '10.0.1.0/24' }),
        message: "The CIDR '10.0.1.0/24' conflicts with another subnet",
      },
      {
        code: 'InvalidParameterValue',
        input: inVpc({ CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-west-1a' }),
      },
    ],
  },
  {
    operation: 'ec2:CreateSecurityGroup',
    input: { GroupName: 'web', Description: 'the web' },
    needs: ['ec2:CreateSecurityGroup', 'ec2:CreateSecurityGroup'],
    faults: [
      {
        code: 'InvalidGroup.Duplicate',
        before: [['default', 'ec2:CreateSecurityGroup', { GroupName: 'web', Description: 'x' }]],
        input: { GroupName: 'web', Description: 'again' },
      },
      { code: 'InvalidVpcID.NotFound', input: { GroupName: 'w', Description: 'x', VpcId: NO_VPC } },
      { code: 'InvalidParameterValue', input: { GroupName: 'sg-web', Description: 'x' } },
    ],
  },
  list(
    'DescribeVpcs',
    { Vpcs: [{ CidrBlock: '172.31.0.0/16', IsDefault: true }] },
    { code: 'InvalidVpcID.NotFound', input: { VpcIds: [NO_VPC] } },
  ),
  list(
    'DescribeSubnets',
    { Subnets: [{ AvailabilityZone: 'us-east-1a' }, {}, {}, {}, {}, {}] },
    { code: 'InvalidSubnetID.NotFound', input: { SubnetIds: ['subnet-0123456789abcdef0'] } },
  ),
  list(
    'DescribeRouteTables',
    {
      RouteTables: [
        {
          Associations: [{ Main: true }],
          Routes: [{ DestinationCidrBlock: '172.31.0.0/16' }, { DestinationCidrBlock: '0.0.0.0/0' }],
        },
      ],
    },
    {
      code: 'InvalidRouteTableID.NotFound',
      input: { RouteTableIds: ['rtb-0123456789abcdef0'] },
      message: "The routeTable ID 'rtb-0123456789abcdef0' does not exist",
    },
  ),
  list(
    'DescribeSecurityGroups',
    { SecurityGroups: [{ GroupName: 'default' }] },
    {
      code: 'InvalidGroup.NotFound',
      input: { GroupIds: ['sg-0123456789abcdef0'] },
      message: "The security group 'sg-0123456789abcdef0' does not exist",
    },
  ),
  {
    operation: 'ec2:DescribeRegions',
    input: { RegionNames: ['us-east-1'] },
    needs: ['ec2:DescribeRegions'],
    reply: {
      Regions: [
        {
          OptInStatus: 'opt-in-not-required',
          RegionName: 'us-east-1',
          Endpoint: 'ec2.us-east-1.amazonaws.com',
        },
      ],
    },
    faults: [{ code: 'InvalidParameterValue', input: { RegionNames: ['moon-1'] } }],
  },
  {
    operation: 'ec2:DescribeAvailabilityZones',
    input: { ZoneNames: ['us-east-1b'] },
    needs: ['ec2:DescribeAvailabilityZones'],
    reply: { AvailabilityZones: [{ ZoneName: 'us-east-1b', ZoneId: 'use1-az2', State: 'available' }] },
    faults: [{ code: 'InvalidParameterValue', input: { ZoneNames: ['us-east-1z'] } }],
  },
  {
    operation: 'ec2:CreateVpcEndpoint',
    before: [VPC],
    input: inVpc({ ...GATEWAY, PolicyDocument: POLICY }),
    needs: ['ec2:CreateVpcEndpoint', 'ec2:CreateVpcEndpoint'],
    reply: { VpcEndpoint: { VpcEndpointType: 'Gateway', State: 'available', PolicyDocument: POLICY } },
    faults: [
      { code: 'InvalidVpcId.NotFound', input: { VpcId: NO_VPC, ...GATEWAY } },
      {
        code: 'InvalidServiceName',
        input: inVpc({ ServiceName: 'com.amazonaws.us-east-1.moon' }),
        message: "The Vpc Endpoint Service 'com.amazonaws.us-east-1.moon' does not exist",
      },
      { code: 'InvalidParameter', input: inVpc({ ...GATEWAY, PolicyDocument: '{' }) },
      { code: 'RouteAlreadyExists', before: ENDPOINT, input: inVpc(GATEWAY) },
    ],
  },
  {
    operation: 'ec2:ModifyVpcEndpoint',
    before: ENDPOINT,
    input: (replies) => ({ VpcEndpointId: idIn('vpce', replies), PolicyDocument: POLICY }),
    needs: ['ec2:ModifyVpcEndpoint'],
    reply: { Return: true },
    faults: [
      {
        code: 'InvalidVpcEndpointId.NotFound',
        input: { VpcEndpointId: NO_ENDPOINT },
        message: `The Vpc Endpoint Id '${NO_ENDPOINT}' does not exist`,
      },
    ],
  },
  {
    operation: 'ec2:DeleteVpcEndpoints',
    before: ENDPOINT,
    input: (replies) => ({ VpcEndpointIds: [idIn('vpce', replies), NO_ENDPOINT] }),
    needs: ['ec2:DeleteVpcEndpoints', 'ec2:DeleteVpcEndpoints'],
    reply: {
      Unsuccessful: [{ ResourceId: NO_ENDPOINT, Error: { Code: 'InvalidVpcEndpointId.NotFound' } }],
    },
    faults: [{ code: 'InvalidVpcEndpointId.Malformed', input: { VpcEndpointIds: ['quay'] } }],
  },
  {
    operation: 'ec2:DescribeVpcEndpoints',
    before: ENDPOINT,
    input: { Filters: [{ Name: 'service-name', Values: ['*.s3'] }] },
    needs: ['ec2:DescribeVpcEndpoints'],
    reply: { VpcEndpoints: [{ State: 'available' }] },
    faults: [{ code: 'InvalidVpcEndpointId.NotFound', input: { VpcEndpointIds: [NO_ENDPOINT] } }],
  },
  {
    operation: 'ec2:DescribeImages',
    input: { ImageIds: ['ami-0123456789abcdef0'] },
    needs: ['ec2:DescribeImages'],
    reply: { Images: [{ ImageId: 'ami-0123456789abcdef0', State: 'available' }] },
    faults: [{ code: 'InvalidAMIID.Malformed', input: { ImageIds: ['linux'] } }],
  },
  {
    operation: 'ec2:CreateTags',
    before: [VPC],
    input: (replies) => ({ Resources: [idIn('vpc', replies)], Tags: [{ Key: 'team', Value: 'quay' }] }),
    needs: ['ec2:CreateTags'],
    faults: [
      {
        code: 'InvalidID',
        input: { Resources: ['quay'], Tags: tags(1) },
        message: "The ID 'quay' is not valid",
      },
      { code: 'InvalidVpcID.NotFound', input: { Resources: [NO_VPC], Tags: tags(1) } },
      {
        code: 'TagLimitExceeded',
        input: (replies) => ({ Resources: [idIn('vpc', replies)], Tags: tags(51) }),
      },
      {
        code: 'InvalidParameterValue',
        input: (replies) => ({ Resources: [idIn('vpc', replies)], Tags: [{ Key: 'aws:x', Value: '' }] }),
      },
    ],
  },
  {
    operation: 'ec2:DeleteTags',
    before: [VPC],
    input: (replies) => ({ Resources: [idIn('vpc', replies)], Tags: [{ Key: 'team' }] }),
    needs: ['ec2:DeleteTags'],
    faults: [{ code: 'InvalidID', input: { Resources: ['quay'] } }],
  },
  {
    operation: 'ec2:DescribeTags',
    before: [
      VPC,
      [
        'default',
        'ec2:CreateTags',
        (replies) => ({ Resources: [idIn('vpc', replies)], Tags: [{ Key: 'team', Value: 'quay' }] }),
      ],
    ],
    input: { Filters: [{ Name: 'resource-type', Values: ['vpc'] }] },
    needs: ['ec2:DescribeTags'],
    reply: { Tags: [{ Key: 'team', ResourceType: 'vpc', Value: 'quay' }] },
    faults: [{ code: 'InvalidParameterValue', input: { Filters: [{ Name: 'mood', Values: ['x'] }] } }],
  },
];
