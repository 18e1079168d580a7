// RunInstances: what comes of a launch. Source: api-ec2.
import { withAccount, type Account, type Cloud, type Instance } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { issueHex, issueInstanceId, issueUuid } from '../ids.ts';
import {
  flagOf,
  numberOf,
  structuresOf,
  textOf,
  type Input,
  type Operation,
  type Site,
} from '../operation.ts';
import { ec2Arn } from './arns.ts';
import { blockOf } from './cidr.ts';
import { freeAddress, interfaceId, publicAddress, volumeId } from './instance.ts';
import { instanceReply } from './instance-reply.ts';
import { pairsOf, wantedIn, type WantedLaunch } from './launch-pairs.ts';
import { wantedMetadata } from './metadata-options.ts';
import { withRoleTaken } from './role-credentials.ts';
import type { Launch, Subnet } from './state.ts';
import { specificationFault, tagged, tagsFor } from './tag-specifications.ts';

const TAGGABLE = ['instance', 'volume', 'network-interface', 'spot-instances-request', 'elastic-gpu'];

/** How many are launched: as many as there may be. Source: api-ec2. */
function countOf(input: Input): number | Refused {
  const least = numberOf(input, 'MinCount') ?? 1;
  const most = numberOf(input, 'MaxCount') ?? least;
  if (least < 1)
    return fault(
      'InvalidParameterValue',
      `Value (${least}) for parameter minCount is invalid. It must be at least 1.`,
    );
  if (most < least)
    return fault(
      'InvalidParameterValue',
      `Value (${most}) for parameter maxCount is invalid. It must be greater than or equal to minCount.`,
    );
  return most > MOST
    ? fault(
        'VcpuLimitExceeded',
        `You have requested more vCPU capacity than your current vCPU limit of ${MOST} allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.`,
      )
    : most;
}

/** A small account's limit. */
const MOST = 32;

export const runInstances: Operation = {
  name: 'ec2:RunInstances',
  needs: (site, input) => {
    const wanted = wantedIn(site, input);
    return isRefused(wanted) ? wanted : pairsOf(site, input, wanted);
  },
  run: (site, input) => {
    const wanted = wantedIn(site, input);
    if (isRefused(wanted)) return wanted;
    const count = countOf(input);
    if (typeof count !== 'number') return count;
    const wrong = specificationFault(input, TAGGABLE) ?? addressFault(site, input, wanted.subnet, count);
    if (wrong) return wrong;
    return launched(site, input, wanted, count);
  },
};

function addressFault(site: Site, input: Input, subnet: Subnet, count: number): Refused | undefined {
  const address = textOf(input, 'PrivateIpAddress');
  if (address === '') return undefined;
  const block = blockOf(`${address}/32`);
  const outer = blockOf(subnet.cidr);
  if (!block || !outer || block.first < outer.first || block.first >= outer.first + outer.size)
    return fault(
      'InvalidParameterValue',
      `Address ${address} does not fall within the subnet's address range`,
    );
  const isTaken = Object.values(site.account.instances).some(
    ({ launch }) => launch?.subnet === subnet.id && launch.address === address,
  );
  return isTaken || count > 1 ? fault('InvalidIPAddress.InUse', 'Address is in use.') : undefined;
}

function launched(site: Site, input: Input, wanted: WantedLaunch, count: number) {
  const reservation = issueHex(site.cloud, 16);
  const token = issueUuid(reservation.cloud);
  let cloud: Cloud = token.cloud;
  let { account } = site;
  const instances: Instance[] = [];
  for (let order = 0; order < count; order += 1) {
    const issued = issueInstanceId(cloud);
    cloud = issued.cloud;
    let association: Instance['association'];
    if (wanted.profile) {
      const given = issueHex(cloud, 16);
      cloud = given.cloud;
      association = { id: `iip-assoc-0${given.id}`, since: cloud.time };
    }
    const instance: Instance = {
      id: issued.id,
      name: tagsFor(input, 'instance')['Name'] ?? issued.id,
      ...(wanted.profile ? { profile: wanted.profile.name } : {}),
      ...(association ? { association } : {}),
      launch: {
        ...launchOf({ ...site, cloud, account }, input, wanted, issued.id),
        reservation: `r-0${reservation.id}`,
        token: textOf(input, 'ClientToken') || token.id,
        order,
      },
    };
    instances.push(instance);
    account = withInstance(site, account, instance, input);
  }
  const after = { ...site, cloud, account };
  return {
    cloud: instances.reduce((sum, one) => withRoleTaken(sum, account.id, one), withAccount(cloud, account)),
    reply: {
      ReservationId: `r-0${reservation.id}`,
      OwnerId: account.id,
      Groups: [],
      Instances: instances.map((one) => instanceReply(after, one)),
    },
  };
}

/** The account with the instance and the tags of what came with it. */
function withInstance(site: Site, account: Account, instance: Instance, input: Input): Account {
  const withIt = { ...account, instances: { ...account.instances, [instance.id]: instance } };
  const ids = [
    ['instance', instance.id],
    ['volume', volumeId(instance.id)],
    ['network-interface', interfaceId(instance.id)],
  ] as const;
  return ids.reduce((sum, [kind, id]) => tagged(sum, ec2Arn(site, kind, id), tagsFor(input, kind)), withIt);
}

function launchOf(
  site: Site,
  input: Input,
  { subnet, groups, type, image }: WantedLaunch,
  id: string,
): Omit<Launch, 'reservation' | 'token' | 'order'> {
  const [face] = structuresOf(input, 'NetworkInterfaces');
  const isPublic = (face && flagOf(face, 'AssociatePublicIpAddress')) ?? subnet.isDefault;
  const key = textOf(input, 'KeyName');
  const data = textOf(input, 'UserData');
  const monitoring = input['Monitoring'];
  return {
    region: site.region,
    image,
    type,
    subnet: subnet.id,
    vpc: subnet.vpc,
    zone: subnet.zone,
    address: textOf(input, 'PrivateIpAddress') || freeAddress(site, subnet, id),
    ...(isPublic ? { publicAddress: publicAddress(id) } : {}),
    groups: groups.map((group) => group.id),
    ...(key === '' ? {} : { keyName: key }),
    ...(data === '' ? {} : { userData: data }),
    metadata: wantedMetadata(input['MetadataOptions']),
    noTermination: flagOf(input, 'DisableApiTermination') === true,
    noStop: flagOf(input, 'DisableApiStop') === true,
    onShutdown: textOf(input, 'InstanceInitiatedShutdownBehavior') || 'stop',
    ebsOptimized: flagOf(input, 'EbsOptimized') === true,
    sourceCheck: true,
    monitoring: typeof monitoring === 'object' && JSON.stringify(monitoring) === '{"Enabled":true}',
    started: site.cloud.time,
    launched: site.cloud.time,
    wanted: 'running',
    since: site.cloud.time,
  };
}
