// Finding VPC endpoints in the region of a call, and the one that a call wants to make.
import type { Endpoint } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { flagOf, textOf, textsOf, type Input, type Site } from '../operation.ts';
import { policyFault } from '../policy-fault.ts';
import { malformed } from './arns.ts';
import { detailOf } from './endpoint-reply.ts';
import { endpointService, GATEWAYS } from './endpoint-services.ts';
import { groupsOf, subnetsOf, vpcsOf } from './networks.ts';
import type { EndpointDetail } from './state.ts';
import { specificationFault } from './tag-specifications.ts';

/** How long an interface takes until requests go through it, milliseconds. A gateway is there at once. */
const INTERFACE_TAKES = 60_000;

export interface Named {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly detail: EndpointDetail;
}

export function endpointsOf(site: Site): readonly Named[] {
  return Object.entries(site.account.endpoints ?? {})
    .map(([name, endpoint]) => ({ name, endpoint, detail: detailOf(site, endpoint) }))
    .filter(({ detail }) => detail.region === site.region);
}

export function endpointIn(site: Site, id: string): Named | Refused {
  return (
    endpointsOf(site).find(({ endpoint }) => endpoint.id === id) ??
    fault('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`)
  );
}

export function documentFault(site: Site, text: string): Refused | undefined {
  if (text === '') return undefined;
  const wrong = policyFault(site.cloud, text, 'vpce');
  return wrong && fault('InvalidParameter', `Policy is invalid: ${wrong.message}`);
}

export function wantedEndpoint(site: Site, input: Input): Omit<Endpoint, 'id'> | Refused {
  const vpc = textOf(input, 'VpcId');
  if (!vpcsOf(site).some(({ id }) => id === vpc))
    return fault('InvalidVpcId.NotFound', `The Vpc Id ${vpc} does not exist`);
  const serviceName = textOf(input, 'ServiceName');
  const service = endpointService(serviceName, site.region);
  if (service === undefined)
    return fault('InvalidServiceName', `The Vpc Endpoint Service '${serviceName}' does not exist`);
  const type = textOf(input, 'VpcEndpointType') || 'Gateway';
  if (type === 'Gateway' && !GATEWAYS.has(service))
    return fault(
      'InvalidParameter',
      `The service ${serviceName} does not support ${type} endpoints. Please use Interface instead.`,
    );
  const places = placesIn(site, input, vpc);
  if (isRefused(places)) return places;
  const policy = textOf(input, 'PolicyDocument');
  const wrong =
    documentFault(site, policy) ??
    specificationFault(input, ['vpc-endpoint']) ??
    doubleFault(site, vpc, service, type, serviceName);
  if (wrong) return wrong;
  const { time } = site.cloud;
  const detail: EndpointDetail = {
    region: site.region,
    serviceName,
    type,
    created: time,
    ready: type === 'Gateway' ? time : time + INTERFACE_TAKES,
    privateDns: type === 'Interface' && flagOf(input, 'PrivateDnsEnabled') !== false,
    ...places,
  };
  return { vpc, service, ...(policy === '' ? {} : { policy }), detail };
}

function placesIn(
  site: Site,
  input: Input,
  vpc: string,
): Pick<EndpointDetail, 'routeTables' | 'subnets' | 'groups'> | Refused {
  const subnets = textsOf(input, 'SubnetIds');
  const groups = textsOf(input, 'SecurityGroupIds');
  const routeTables = textsOf(input, 'RouteTableIds');
  const bad = malformed('subnet', subnets) ?? malformed('sg', groups) ?? malformed('rtb', routeTables);
  if (bad) return bad;
  const strange = subnets.find((id) => !subnetsOf(site).some((one) => one.id === id && one.vpc === vpc));
  if (strange !== undefined)
    return fault('InvalidSubnetId.NotFound', `The subnet ID '${strange}' does not exist`);
  const inside = groupsOf(site).filter((one) => one.vpc === vpc);
  const unknown = groups.find((id) => !inside.some((one) => one.id === id));
  if (unknown !== undefined)
    return fault('InvalidSecurityGroupId.NotFound', `The security group '${unknown}' does not exist`);
  const usual = inside.filter(({ name }) => name === 'default').map(({ id }) => id);
  const isInterface = textOf(input, 'VpcEndpointType') === 'Interface';
  return { routeTables, subnets, groups: isInterface && groups.length === 0 ? usual : groups };
}

/** Only one interface of a service in a VPC may have the service's own name in private. */
function doubleFault(
  site: Site,
  vpc: string,
  service: string,
  type: string,
  name: string,
): Refused | undefined {
  const other = endpointsOf(site).find(
    ({ endpoint, detail }) => endpoint.vpc === vpc && endpoint.service === service && detail.type === type,
  );
  if (!other) return undefined;
  return type === 'Gateway'
    ? fault(
        'RouteAlreadyExists',
        `route table already has a route with destination-prefix-list-id of ${name}`,
      )
    : fault(
        'InvalidParameter',
        `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${service}.${site.region}.amazonaws.com in the VPC ${vpc}`,
      );
}
