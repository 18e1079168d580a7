// What EC2 answers of a VPC endpoint.
import type { Endpoint } from '../cloud.ts';
import { hexOf } from '../ids.ts';
import type { Reply, Site } from '../operation.ts';
import { GATEWAYS } from './endpoint-services.ts';
import { beginningOf } from './instance.ts';
import { tagsReply } from './network-reply.ts';
import { groupsOf } from './networks.ts';
import type { EndpointDetail } from './state.ts';

/** What the making of an endpoint said; of one that a scenario has, what is usual. */
export function detailOf({ account }: Pick<Site, 'account'>, { service, detail }: Endpoint): EndpointDetail {
  return (
    detail ?? {
      region: account.region,
      serviceName: `com.amazonaws.${account.region}.${service}`,
      type: GATEWAYS.has(service) ? 'Gateway' : 'Interface',
      created: beginningOf(account),
      ready: 0,
      routeTables: [],
      subnets: [],
      groups: [],
      privateDns: !GATEWAYS.has(service),
    }
  );
}

export function stateOfEndpoint({ ready }: EndpointDetail, now: number): string {
  return now >= ready ? 'available' : 'pending';
}

/** The policies that AWS puts where nobody gives one. */
const OPEN = {
  Gateway:
    '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  Interface:
    '{\n  "Statement": [\n    {\n      "Action": "*", \n      "Effect": "Allow", \n      "Principal": "*", \n      "Resource": "*"\n    }\n  ]\n}',
};

export function endpointReply(site: Pick<Site, 'cloud' | 'account' | 'region'>, endpoint: Endpoint): Reply {
  const detail = detailOf(site, endpoint);
  const isGateway = detail.type === 'Gateway';
  const groups = groupsOf({ account: site.account, region: detail.region });
  const names = isGateway ? [] : dnsNames(endpoint, detail);
  return {
    VpcEndpointId: endpoint.id,
    VpcEndpointType: detail.type,
    VpcId: endpoint.vpc,
    ServiceName: detail.serviceName,
    State: stateOfEndpoint(detail, site.cloud.time),
    PolicyDocument: endpoint.policy ?? (isGateway ? OPEN.Gateway : OPEN.Interface),
    RouteTableIds: detail.routeTables,
    SubnetIds: detail.subnets,
    Groups: detail.groups.map((id) => ({
      GroupId: id,
      GroupName: groups.find((group) => group.id === id)?.name ?? '',
    })),
    ...(isGateway
      ? {}
      : {
          IpAddressType: 'ipv4',
          DnsOptions: { DnsRecordIpType: 'ipv4' },
        }),
    PrivateDnsEnabled: detail.privateDns,
    RequesterManaged: false,
    NetworkInterfaceIds: detail.subnets.map((id) => `eni-0${hexOf(`${endpoint.id} ${id}`, 16)}`),
    DnsEntries: names.map((DnsName) => ({ DnsName, HostedZoneId: 'Z7HUB22UULQXV' })),
    CreationTimestamp: detail.created,
    ...tagsReply({ ...site, region: detail.region }, 'vpc-endpoint', endpoint.id),
    OwnerId: site.account.id,
    ServiceRegion: detail.region,
  };
}

function dnsNames({ id, service }: Endpoint, { region, privateDns }: EndpointDetail): readonly string[] {
  const own = `${id}-${hexOf(`${id} dns`, 8)}.${service}.${region}.vpce.amazonaws.com`;
  return privateDns ? [own, `${service}.${region}.amazonaws.com`] : [own];
}
