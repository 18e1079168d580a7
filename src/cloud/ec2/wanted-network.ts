// Where a launch goes: the subnet and the security groups that it names, or those that every account has.
import { fault, isRefused, type Refused } from '../fault.ts';
import { isStructure, structuresOf, textOf, textsOf, type Input, type Site } from '../operation.ts';
import { malformed } from './arns.ts';
import { groupsOf, subnetsOf } from './networks.ts';
import { zonesOf } from './regions.ts';
import type { SecurityGroup, Subnet } from './state.ts';

export interface WantedNetwork {
  readonly subnet: Subnet;
  readonly groups: readonly SecurityGroup[];
}

/** Source: api-ec2. */
export function wantedNetwork(site: Site, input: Input): WantedNetwork | Refused {
  const [face = {}] = structuresOf(input, 'NetworkInterfaces');
  const subnet = subnetIn(site, textOf(input, 'SubnetId') || textOf(face, 'SubnetId'), input);
  if (isRefused(subnet)) return subnet;
  const ids = [...textsOf(input, 'SecurityGroupIds'), ...textsOf(face, 'Groups')];
  const groups = groupsIn(site, subnet, ids, textsOf(input, 'SecurityGroups'));
  return isRefused(groups) ? groups : { subnet, groups };
}

function subnetIn(site: Site, wanted: string, input: Input): Subnet | Refused {
  const all = subnetsOf(site);
  if (wanted !== '') {
    return (
      malformed('subnet', [wanted]) ??
      all.find(({ id }) => id === wanted) ??
      fault('InvalidSubnetID.NotFound', `The subnet ID '${wanted}' does not exist`)
    );
  }
  const placement = input['Placement'];
  const zone = isStructure(placement) ? textOf(placement, 'AvailabilityZone') : '';
  const subnet = all.find((one) => one.isDefault && (zone === '' || one.zone === zone));
  return (
    subnet ??
    fault(
      'InvalidParameterValue',
      `Invalid availability zone: [${zone}]. The zones of ${site.region} are ${zonesOf(site.region).join(', ')}.`,
    )
  );
}

function groupsIn(
  site: Site,
  { vpc }: Subnet,
  ids: readonly string[],
  names: readonly string[],
): readonly SecurityGroup[] | Refused {
  const bad = malformed('sg', ids);
  if (bad) return bad;
  const all = groupsOf(site);
  const inside = all.filter((group) => group.vpc === vpc);
  const strange = ids.find((id) => !all.some((group) => group.id === id));
  if (strange !== undefined)
    return fault('InvalidGroup.NotFound', `The security group '${strange}' does not exist`);
  const elsewhere = ids.find((id) => !inside.some((group) => group.id === id));
  if (elsewhere !== undefined)
    return fault('InvalidParameter', `Security group ${elsewhere} and subnet belong to different networks.`);
  const unnamed = names.find((name) => !inside.some((group) => group.name === name));
  if (unnamed !== undefined)
    return fault(
      'InvalidGroup.NotFound',
      `The security group '${unnamed}' does not exist in default VPC '${vpc}'`,
    );
  const wanted = inside.filter(({ id, name }) => ids.includes(id) || names.includes(name));
  return ids.length + names.length > 0 ? wanted : inside.filter(({ name }) => name === 'default');
}
