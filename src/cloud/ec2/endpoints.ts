// VPC endpoints, and the policies on them that every request through them must pass. Source: vpc-endpoint-policies.
import { without, type Account, type Endpoint } from '../cloud.ts';
import { fault, isRefused } from '../fault.ts';
import { answered, changed } from '../iam/changed.ts';
import { issueHex } from '../ids.ts';
import { flagOf, textOf, textsOf, type Input, type Operation, type Site } from '../operation.ts';
import { requestTagKeys, withTags } from '../tags.ts';
import { ec2Arn, malformed } from './arns.ts';
import { endpointReply, stateOfEndpoint } from './endpoint-reply.ts';
import { documentFault, endpointIn, endpointsOf, wantedEndpoint, type Named } from './found-endpoints.ts';
import { filtered, listed, type Facts } from './filters.ts';
import { onAll } from './network-lists.ts';
import { factsOfTags } from './network-reply.ts';
import type { EndpointDetail } from './state.ts';
import { tagged, taggingPairs, tagsFor } from './tag-specifications.ts';

const arnOf = (site: Site, id: string): string => ec2Arn(site, 'vpc-endpoint', id);

function withEndpoint(account: Account, name: string, endpoint: Endpoint): Account {
  return { ...account, endpoints: { ...account.endpoints, [name]: endpoint } };
}

const createVpcEndpoint: Operation = {
  name: 'ec2:CreateVpcEndpoint',
  needs: (site, input) => {
    const vpc = textOf(input, 'VpcId');
    const bad = malformed('vpc', [vpc]);
    const keys = { 'ec2:Region': site.region };
    const service = { 'ec2:VpceServiceName': textOf(input, 'ServiceName') };
    const touched = [
      ...textsOf(input, 'RouteTableIds').map((id) => ec2Arn(site, 'route-table', id)),
      ...textsOf(input, 'SecurityGroupIds').map((id) => ec2Arn(site, 'security-group', id)),
      ...textsOf(input, 'SubnetIds').map((id) => ec2Arn(site, 'subnet', id)),
    ];
    const pair = (on: string, context: Readonly<Record<string, string | readonly string[]>>) => ({
      action: 'ec2:CreateVpcEndpoint',
      on,
      context: { ...keys, ...context },
    });
    return (
      bad ?? [
        pair(arnOf(site, '*'), { ...service, ...requestTagKeys(tagsFor(input, 'vpc-endpoint')) }),
        pair(ec2Arn(site, 'vpc', vpc), { 'ec2:VpcID': vpc }),
        ...touched.map((on) => pair(on, {})),
        ...taggingPairs(site, input, 'CreateVpcEndpoint', ['vpc-endpoint']),
      ]
    );
  },
  run: (site, input) => {
    const wanted = wantedEndpoint(site, input);
    if (isRefused(wanted)) return wanted;
    const issued = issueHex(site.cloud, 17);
    const endpoint: Endpoint = { id: `vpce-${issued.id}`, ...wanted };
    const account = tagged(
      withEndpoint(site.account, endpoint.id, endpoint),
      arnOf(site, endpoint.id),
      tagsFor(input, 'vpc-endpoint'),
    );
    const token = textOf(input, 'ClientToken');
    return changed(issued.cloud, account, {
      VpcEndpoint: endpointReply({ ...site, account }, endpoint),
      ...(token === '' ? {} : { ClientToken: token }),
    });
  },
};

/** A new document, or the one that lets everything through; route tables, subnets and groups more or less. */
const modifyVpcEndpoint: Operation = {
  name: 'ec2:ModifyVpcEndpoint',
  needs: (site, input) => {
    const id = textOf(input, 'VpcEndpointId');
    const found = endpointIn(site, id);
    const service = isRefused(found) ? {} : { 'ec2:VpceServiceName': found.detail.serviceName };
    return (
      malformed('vpce', [id]) ?? [
        {
          action: 'ec2:ModifyVpcEndpoint',
          on: arnOf(site, id),
          context: { 'ec2:Region': site.region, ...service },
        },
      ]
    );
  },
  run: (site, input) => {
    const found = endpointIn(site, textOf(input, 'VpcEndpointId'));
    if (isRefused(found)) return found;
    const text = textOf(input, 'PolicyDocument');
    const wrong = documentFault(site, text);
    if (wrong) return wrong;
    const isReset = flagOf(input, 'ResetPolicy') === true;
    if (isReset && text !== '')
      return fault(
        'InvalidParameterCombination',
        'PolicyDocument cannot be specified when ResetPolicy is set.',
      );
    const { policy, ...rest } = found.endpoint;
    const kept = text === '' ? policy : text;
    const detail = { ...found.detail, ...changedPlaces(found.detail, input) };
    const endpoint = { ...rest, detail, ...(kept === undefined || isReset ? {} : { policy: kept }) };
    return changed(site.cloud, withEndpoint(site.account, found.name, endpoint), { Return: true });
  },
};

function changedPlaces(detail: EndpointDetail, input: Input): Partial<EndpointDetail> {
  const after = (list: readonly string[], noun: string): readonly string[] => {
    const gone = textsOf(input, `Remove${noun}`);
    return [...new Set([...list, ...textsOf(input, `Add${noun}`)])].filter((id) => !gone.includes(id));
  };
  return {
    routeTables: after(detail.routeTables, 'RouteTableIds'),
    subnets: after(detail.subnets, 'SubnetIds'),
    groups: after(detail.groups, 'SecurityGroupIds'),
    privateDns: flagOf(input, 'PrivateDnsEnabled') ?? detail.privateDns,
  };
}

/** What cannot be deleted is said in the answer. Source: api-ec2. */
const deleteVpcEndpoints: Operation = {
  name: 'ec2:DeleteVpcEndpoints',
  needs: (site, input) => {
    const ids = textsOf(input, 'VpcEndpointIds');
    const context = { 'ec2:Region': site.region };
    return (
      malformed('vpce', ids) ??
      ids.map((id) => ({ action: 'ec2:DeleteVpcEndpoints', on: arnOf(site, id), context }))
    );
  },
  run: (site, input) => {
    const Unsuccessful: object[] = [];
    let { account } = site;
    for (const id of textsOf(input, 'VpcEndpointIds')) {
      const found = endpointIn(site, id);
      if (isRefused(found)) {
        const { code, message } = found.fault;
        Unsuccessful.push({ Error: { Code: code, Message: message }, ResourceId: id });
      } else {
        account = withTags(
          { ...account, endpoints: without(account.endpoints ?? {}, found.name) },
          arnOf(site, id),
          {},
        );
      }
    }
    return changed(site.cloud, account, { Unsuccessful });
  },
};

function factsOf(site: Site, { endpoint, detail }: Named): Facts {
  return {
    'vpc-endpoint-id': [endpoint.id],
    'vpc-id': [endpoint.vpc],
    'service-name': [detail.serviceName],
    'vpc-endpoint-type': [detail.type],
    'vpc-endpoint-state': [stateOfEndpoint(detail, site.cloud.time)],
    ...factsOfTags(site, 'vpc-endpoint', endpoint.id),
  };
}

const FILTERS = [
  ...['vpc-endpoint-id', 'vpc-id', 'service-name', 'vpc-endpoint-type', 'vpc-endpoint-state'],
  'ip-address-type',
];

const describeVpcEndpoints: Operation = {
  name: 'ec2:DescribeVpcEndpoints',
  needs: (site, input) =>
    malformed('vpce', textsOf(input, 'VpcEndpointIds')) ?? onAll('DescribeVpcEndpoints')(site, input),
  run: (site, input) => {
    const ids = textsOf(input, 'VpcEndpointIds');
    const all = endpointsOf(site);
    const strange = ids.find((id) => !all.some(({ endpoint }) => endpoint.id === id));
    if (strange !== undefined)
      return fault('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${strange}' does not exist`);
    const some = all.filter(({ endpoint }) => ids.length === 0 || ids.includes(endpoint.id));
    const found = filtered(input, some, (one) => factsOf(site, one), FILTERS);
    const replies = isRefused(found) ? found : found.map(({ endpoint }) => endpointReply(site, endpoint));
    return answered(site.cloud, listed(input, 'VpcEndpoints', replies));
  },
};

export const ENDPOINTS: readonly Operation[] = [
  ...[createVpcEndpoint, modifyVpcEndpoint, deleteVpcEndpoints, describeVpcEndpoints],
];
