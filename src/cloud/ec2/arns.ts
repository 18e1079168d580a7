// ARNs and ids of EC2's things. The letters before an id say what it is.
import { fault, type Refused } from '../fault.ts';
import type { Site } from '../operation.ts';

/** Kinds of resources by the beginning of their ids. Source: api-ec2. */
const KINDS: Readonly<Record<string, string>> = {
  i: 'instance',
  ami: 'image',
  vpc: 'vpc',
  subnet: 'subnet',
  sg: 'security-group',
  vpce: 'vpc-endpoint',
  vol: 'volume',
  eni: 'network-interface',
  rtb: 'route-table',
  snap: 'snapshot',
  igw: 'internet-gateway',
  'iip-assoc': 'instance-profile-association',
};

/** The kind of resource that an id means; `undefined` when it looks like none. */
export function kindOf(id: string): string | undefined {
  const [, letters = ''] = /^([a-z-]+)-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.exec(id) ?? [];
  return Object.hasOwn(KINDS, letters) ? KINDS[letters] : undefined;
}

/** Images belong to no account in their ARNs. */
export function ec2Arn(
  { account, region }: Pick<Site, 'account' | 'region'>,
  kind: string,
  id: string,
): string {
  return `arn:aws:ec2:${region}:${kind === 'image' ? '' : account.id}:${kind}/${id}`;
}

/** How each kind of id is refused. Source: api-ec2. */
const CODES: Readonly<Record<string, string>> = {
  i: 'InvalidInstanceID',
  ami: 'InvalidAMIID',
  vpc: 'InvalidVpcID',
  subnet: 'InvalidSubnetID',
  sg: 'InvalidGroupId',
  vpce: 'InvalidVpcEndpointId',
  'iip-assoc': 'InvalidAssociationID',
  rtb: 'InvalidRouteTableID',
};

/** The fault of the first id that is not written as one, such as `i-0a1b2c3d4e5f60718`. */
export function malformed(letters: string, ids: readonly string[]): Refused | undefined {
  const wrong = ids.find((id) => !new RegExp(`^${letters}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`).test(id));
  if (wrong === undefined) return undefined;
  const hint = wrong.startsWith(`${letters}-`) ? '' : ` (expecting "${letters}-...")`;
  return fault(`${CODES[letters] ?? 'InvalidID'}.Malformed`, `Invalid id: "${wrong}"${hint}`);
}
