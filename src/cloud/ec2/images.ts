// Machine images. A handful are listed; any id that is written as one means an image that somebody may launch.
import { fault, isRefused } from '../fault.ts';
import { answered } from '../iam/changed.ts';
import { hexOf } from '../ids.ts';
import { textsOf, type Operation, type Reply } from '../operation.ts';
import { malformed } from './arns.ts';
import { filtered, listed } from './filters.ts';
import { onAll } from './network-lists.ts';

interface Image {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  readonly alias?: string;
  readonly architecture: string;
  readonly created: string;
  readonly device: string;
}

interface Kind extends Omit<Image, 'id'> {
  /** Its public parameter, where it has one, below `/aws/service/`. */
  readonly parameter?: string;
}

const AMAZON = { owner: '137112412989', alias: 'amazon', device: '/dev/xvda' };
const VERSION = '2023.9.20261110.0-kernel-6.12';

const KINDS: readonly Kind[] = [
  {
    ...AMAZON,
    name: `al2023-ami-${VERSION}-x86_64`,
    description: 'Amazon Linux 2023 AMI 2023.9.20261110.0 x86_64 HVM kernel-6.12',
    architecture: 'x86_64',
    created: '2026-11-10T20:14:06.000Z',
    parameter: 'ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  },
  {
    ...AMAZON,
    name: `al2023-ami-${VERSION}-arm64`,
    description: 'Amazon Linux 2023 AMI 2023.9.20261110.0 arm64 HVM kernel-6.12',
    architecture: 'arm64',
    created: '2026-11-10T20:14:09.000Z',
    parameter: 'ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
  },
  {
    ...AMAZON,
    name: `al2023-ami-minimal-${VERSION}-x86_64`,
    description: 'Amazon Linux 2023 AMI 2023.9.20261110.0 x86_64 Minimal HVM kernel-6.12',
    architecture: 'x86_64',
    created: '2026-11-10T20:14:12.000Z',
    parameter: 'ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-x86_64',
  },
  {
    owner: '099720109477',
    device: '/dev/sda1',
    name: 'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-20261105',
    description: 'Canonical, Ubuntu, 24.04, amd64 noble image',
    architecture: 'x86_64',
    created: '2026-11-05T07:30:21.000Z',
    parameter: 'canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id',
  },
  {
    owner: '099720109477',
    device: '/dev/sda1',
    name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20261103',
    description: 'Canonical, Ubuntu, 22.04, amd64 jammy image',
    architecture: 'x86_64',
    created: '2026-11-03T06:12:48.000Z',
    parameter: 'canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id',
  },
];

/** The id of an image follows from the region and its name. */
function imagesOf(region: string): readonly (Image & Pick<Kind, 'parameter'>)[] {
  return KINDS.map((kind) => ({ ...kind, id: `ami-0${hexOf(`${region} ${kind.name}`, 16)}` }));
}

const PREFIX = '/aws/service/';

/** Public parameters that tell the newest images, by name. Source: ug-ssm-public-parameters. */
export function imageParameters(region: string): ReadonlyMap<string, string> {
  return new Map(
    imagesOf(region).flatMap(({ id, parameter }) =>
      parameter === undefined
        ? []
        : [
            [`${PREFIX}${parameter}`, id] as const,
            [`${PREFIX}${parameter.replace('kernel-default', 'kernel-6.12')}`, id] as const,
          ],
    ),
  );
}

function somebodys(id: string): Image {
  return {
    ...AMAZON,
    id,
    name: `al2023-ami-${id.slice(4)}`,
    description: 'Amazon Linux 2023 AMI',
    architecture: 'x86_64',
    created: '2026-10-01T08:00:00.000Z',
  };
}

function imageReply({ id, name, description, owner, alias, architecture, created, device }: Image): Reply {
  return {
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    BlockDeviceMappings: [
      {
        Ebs: {
          DeleteOnTermination: true,
          Iops: 3000,
          SnapshotId: `snap-0${hexOf(id, 16)}`,
          VolumeSize: 8,
          VolumeType: 'gp3',
          Throughput: 125,
          Encrypted: false,
        },
        DeviceName: device,
      },
    ],
    Description: description,
    EnaSupport: true,
    Hypervisor: 'xen',
    ...(alias === undefined ? {} : { ImageOwnerAlias: alias }),
    Name: name,
    RootDeviceName: device,
    RootDeviceType: 'ebs',
    SriovNetSupport: 'simple',
    VirtualizationType: 'hvm',
    BootMode: 'uefi-preferred',
    ImdsSupport: 'v2.0',
    ImageId: id,
    ImageLocation: `${alias ?? owner}/${name}`,
    State: 'available',
    OwnerId: owner,
    CreationDate: created,
    Public: true,
    Architecture: architecture,
    ImageType: 'machine',
  };
}

const FILTERS = [
  ...['architecture', 'creation-date', 'description', 'hypervisor', 'image-id', 'image-type', 'is-public'],
  ...['name', 'owner-alias', 'owner-id', 'platform', 'root-device-name', 'root-device-type', 'state'],
  ...['virtualization-type'],
];

const describeImages: Operation = {
  name: 'ec2:DescribeImages',
  needs: (site, input) =>
    malformed('ami', textsOf(input, 'ImageIds')) ?? onAll('DescribeImages')(site, input),
  run: (site, input) => {
    const known = imagesOf(site.region);
    const ids = textsOf(input, 'ImageIds');
    const owners = textsOf(input, 'Owners');
    const odd = owners.find(
      (owner) => !/^(?:\d{12}|self|amazon|aws-marketplace|aws-backup-vault)$/.test(owner),
    );
    if (odd !== undefined) return fault('InvalidUserID.Malformed', `Invalid user id: "${odd}"`);
    const all =
      ids.length === 0 ? known : ids.map((id) => known.find((one) => one.id === id) ?? somebodys(id));
    const owned = all.filter(({ owner, alias = '' }) =>
      owners.length === 0 ? true : owners.includes(owner) || owners.includes(alias),
    );
    const found = filtered(
      input,
      owned,
      ({ id, name, description, owner, alias, architecture, created, device }) => ({
        architecture: [architecture],
        'creation-date': [created],
        description: [description],
        hypervisor: ['xen'],
        'image-id': [id],
        'image-type': ['machine'],
        'is-public': ['true'],
        name: [name],
        'owner-alias': [alias],
        'owner-id': [owner],
        'root-device-name': [device],
        'root-device-type': ['ebs'],
        state: ['available'],
        'virtualization-type': ['hvm'],
      }),
      FILTERS,
    );
    return answered(site.cloud, listed(input, 'Images', isRefused(found) ? found : found.map(imageReply)));
  },
};

export const IMAGES: readonly Operation[] = [describeImages];
