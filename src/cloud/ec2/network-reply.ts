// What EC2 answers of networks, and the tags of anything.
import { hexOf } from '../ids.ts';
import type { Reply, Site } from '../operation.ts';
import { tagList, tagsOf } from '../tags.ts';
import { ec2Arn } from './arns.ts';
import { tagFacts, type Facts } from './filters.ts';
import { zoneId } from './regions.ts';
import { endpointsOf } from './found-endpoints.ts';
import { gatewayOf, type RouteTable } from './networks.ts';
import type { SecurityGroup, Subnet, Vpc } from './state.ts';

/** The tags of something, as a reply has them: absent when there are none. */
export function tagsReply(site: Pick<Site, 'account' | 'region'>, kind: string, id: string): Reply {
  const tags = tagsOf(site.account, ec2Arn(site, kind, id));
  return Object.keys(tags).length === 0 ? {} : { Tags: tagList(tags) };
}

export function factsOfTags(site: Site, kind: string, id: string): Facts {
  return tagFacts(tagsOf(site.account, ec2Arn(site, kind, id)));
}

export function vpcReply(site: Site, { id, cidr, isDefault, tenancy = 'default' }: Vpc): Reply {
  const AssociationId = `vpc-cidr-assoc-0${hexOf(id, 16)}`;
  return {
    OwnerId: site.account.id,
    InstanceTenancy: tenancy,
    CidrBlockAssociationSet: [{ AssociationId, CidrBlock: cidr, CidrBlockState: { State: 'associated' } }],
    IsDefault: isDefault,
    ...tagsReply(site, 'vpc', id),
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
    VpcId: id,
    State: 'available',
    CidrBlock: cidr,
    DhcpOptionsId: `dopt-0${hexOf(`${site.account.id} ${site.region} dopt`, 16)}`,
  };
}

export function subnetReply(site: Site, { id, vpc, zone, cidr, isDefault }: Subnet): Reply {
  const bits = Number(cidr.split('/')[1] ?? 24);
  const used = Object.values(site.account.instances).filter(({ launch }) => launch?.subnet === id).length;
  return {
    AvailabilityZoneId: zoneId(zone),
    MapCustomerOwnedIpOnLaunch: false,
    OwnerId: site.account.id,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    ...tagsReply(site, 'subnet', id),
    SubnetArn: ec2Arn(site, 'subnet', id),
    EnableDns64: false,
    Ipv6Native: false,
    PrivateDnsNameOptionsOnLaunch: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    BlockPublicAccessStates: { InternetGatewayBlockMode: 'off' },
    SubnetId: id,
    State: 'available',
    VpcId: vpc,
    CidrBlock: cidr,
    // Five addresses of each subnet are AWS's own.
    AvailableIpAddressCount: 2 ** (32 - bits) - 5 - used,
    AvailabilityZone: zone,
    DefaultForAz: isDefault,
    MapPublicIpOnLaunch: isDefault,
  };
}

export function routeTableReply(site: Site, { id, vpc }: RouteTable): Reply {
  const made = (to: object, GatewayId: string) => ({
    ...to,
    GatewayId,
    Origin: 'CreateRoute',
    State: 'active',
  });
  const inside = { DestinationCidrBlock: vpc.cidr, GatewayId: 'local', State: 'active' };
  const endpoints = endpointsOf(site).filter(({ detail }) => detail.routeTables.includes(id));
  return {
    Associations: [
      {
        Main: true,
        RouteTableAssociationId: `rtbassoc-0${hexOf(id, 16)}`,
        RouteTableId: id,
        AssociationState: { State: 'associated' },
      },
    ],
    PropagatingVgws: [],
    RouteTableId: id,
    Routes: [
      { ...inside, Origin: 'CreateRouteTable' },
      ...(vpc.isDefault ? [made({ DestinationCidrBlock: '0.0.0.0/0' }, gatewayOf(site))] : []),
      ...endpoints.map(({ endpoint, detail }) =>
        made({ DestinationPrefixListId: `pl-${hexOf(detail.serviceName, 8)}` }, endpoint.id),
      ),
    ],
    Tags: tagList(tagsOf(site.account, ec2Arn(site, 'route-table', id))),
    VpcId: vpc.id,
    OwnerId: site.account.id,
  };
}

export function groupReply(site: Site, { id, name, description, vpc }: SecurityGroup): Reply {
  const anywhere = {
    IpProtocol: '-1',
    UserIdGroupPairs: [],
    IpRanges: [{ CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
  };
  const itself = { ...anywhere, UserIdGroupPairs: [{ UserId: site.account.id, GroupId: id }], IpRanges: [] };
  return {
    GroupId: id,
    IpPermissionsEgress: [anywhere],
    ...tagsReply(site, 'security-group', id),
    VpcId: vpc,
    SecurityGroupArn: ec2Arn(site, 'security-group', id),
    OwnerId: site.account.id,
    GroupName: name,
    Description: description,
    IpPermissions: name === 'default' ? [itself] : [],
  };
}
