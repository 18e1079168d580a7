// The metadata service of an instance: what it answers at the world's time to whoever asks from inside. Source: ug-imds.
import { bytesOf, textOfBytes, utf8 } from '../bytes.ts';
import { accountOf, lookup, type Account, type Cloud, type Instance } from '../cloud.ts';
import { isoTime } from '../context.ts';
import { tagsOf } from '../tags.ts';
import { ec2Arn } from './arns.ts';
import { launchOf, macOf, privateDns, publicDns } from './instance.ts';
import { isToken, makeToken } from './metadata-token.ts';
import { groupsOf } from './networks.ts';
import { zoneId } from './regions.ts';
import { credentialsOf, roleOfInstance, type Delivery } from './role-credentials.ts';
import type { Launch } from './state.ts';

/** A request to the metadata address. Headers by lower-case name. */
export interface MetadataRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface MetadataAnswer {
  /** The cloud in which it was asked: credentials are made when they are wanted. */
  readonly cloud: Cloud;
  readonly status: number;
  readonly body: string;
}

const TOKEN = 'x-aws-ec2-metadata-token';
const TTL = 'x-aws-ec2-metadata-token-ttl-seconds';
const LONGEST = 21_600;

/**
 * What an instance's metadata service answers. A token is asked for first; without one only where the instance allows it.
 * @throws when there is no such instance: a programmer's mistake
 */
export function answerMetadata(
  cloud: Cloud,
  owner: string,
  id: string,
  request: MetadataRequest,
): MetadataAnswer {
  const account = accountOf(cloud, owner);
  const instance = lookup(account.instances, id);
  if (!instance) throw new Error(`no instance ${id}`);
  const launch = launchOf({ account }, instance);
  const { metadata } = launch;
  if (metadata.endpoint === 'disabled') return refusal(cloud, 403);
  const path = request.path.replace(/[?#].*$/, '').replace(/\/{2,}/g, '/');
  if (path === '/latest/api/token') return tokenAnswer(cloud, id, request);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(cloud, 405);
  const token = request.headers.get(TOKEN);
  const isGood = token !== undefined && isToken(token, id, cloud.time);
  if (!isGood && (token !== undefined || metadata.tokens === 'required')) return refusal(cloud, 401);
  return read({ cloud, account, instance, launch }, path, isGood ? '2.0' : '1.0');
}

function tokenAnswer(cloud: Cloud, id: string, { method, headers }: MetadataRequest): MetadataAnswer {
  if (method !== 'PUT') return refusal(cloud, 405);
  if (headers.has('x-forwarded-for')) return refusal(cloud, 403);
  const seconds = Number(headers.get(TTL) ?? Number.NaN);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST) return refusal(cloud, 400);
  return { cloud, status: 200, body: makeToken(id, cloud.time + seconds * 1000) };
}

interface Inside {
  readonly cloud: Cloud;
  readonly account: Account;
  readonly instance: Instance;
  readonly launch: Launch;
}

function read(inside: Inside, path: string, delivery: Delivery): MetadataAnswer {
  const { cloud } = inside;
  const [, version = '', rest = ''] = /^\/(latest|\d{4}-\d{2}-\d{2}|1\.0)(?:\/(.*))?$/.exec(path) ?? [];
  if (path === '/') return { cloud, status: 200, body: '1.0\n2021-07-15\nlatest' };
  if (version === '') return refusal(cloud, 404);
  if (rest === '') return { cloud, status: 200, body: 'dynamic\nmeta-data\nuser-data' };
  const role = roleOfInstance(inside.account, inside.instance);
  const wanted = /^meta-data\/iam\/security-credentials\/(.+)$/.exec(rest)?.[1]?.replace(/\/$/, '');
  if (role && wanted === role.name) return keys(inside, role.name, delivery);
  if (rest === 'user-data') {
    const { userData } = inside.launch;
    return userData === undefined
      ? refusal(cloud, 404)
      : { cloud, status: 200, body: textOfBytes(bytesOf(userData) ?? utf8(userData)) };
  }
  const body = lookedUp(treeOf(inside), rest);
  return body === undefined ? refusal(cloud, 404) : { cloud, status: 200, body };
}

function keys({ cloud, account, instance }: Inside, role: string, delivery: Delivery): MetadataAnswer {
  const given = credentialsOf(cloud, account, instance, role, delivery);
  if (!given)
    return {
      cloud,
      status: 200,
      body: written({
        Code: 'AssumeRoleUnauthorizedAccess',
        Message: `EC2 cannot assume the role ${role}. Please see documentation at https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html#troubleshoot_iam-ec2_errors-info-doc.`,
        LastUpdated: isoTime(cloud.time),
      }),
    };
  return {
    cloud: given.cloud,
    status: 200,
    body: written({
      Code: 'Success',
      LastUpdated: isoTime(given.since),
      Type: 'AWS-HMAC',
      AccessKeyId: given.key,
      SecretAccessKey: given.credentials.secret,
      Token: given.credentials.token,
      Expiration: isoTime(given.credentials.expires),
    }),
  };
}

/** JSON as the service writes it: two spaces, and one before each colon. */
function written(value: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(value).map(
    ([key, one]) => `  ${JSON.stringify(key)} : ${JSON.stringify(one)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

/** Every path below the version with what stands there. */
function treeOf({ cloud, account, instance, launch }: Inside): ReadonlyMap<string, string> {
  const mac = `meta-data/network/interfaces/macs/${macOf(instance.id)}/`;
  const groups = groupsOf({ account, region: launch.region }).filter(({ id }) => launch.groups.includes(id));
  const role = roleOfInstance(account, instance);
  const tags = tagsOf(account, ec2Arn({ account, region: launch.region }, 'instance', instance.id));
  const isPublic = launch.publicAddress !== undefined;
  return new Map<string, string>([
    ['dynamic/instance-identity/document', identityDocument(account, instance, launch)],
    ['meta-data/ami-id', launch.image],
    ['meta-data/ami-launch-index', String(launch.order)],
    ['meta-data/hostname', privateDns(launch)],
    ...(role
      ? [
          ['meta-data/iam/info', info(cloud, role.profile, role.profileId)] as const,
          [`meta-data/iam/security-credentials/${role.name}`, ''] as const,
        ]
      : []),
    ['meta-data/instance-action', 'none'],
    ['meta-data/instance-id', instance.id],
    ['meta-data/instance-life-cycle', 'on-demand'],
    ['meta-data/instance-type', launch.type],
    ['meta-data/local-hostname', privateDns(launch)],
    ['meta-data/local-ipv4', launch.address],
    ['meta-data/mac', macOf(instance.id)],
    [`${mac}local-ipv4s`, launch.address],
    [`${mac}owner-id`, account.id],
    [`${mac}subnet-id`, launch.subnet],
    [`${mac}vpc-id`, launch.vpc],
    ['meta-data/placement/availability-zone', launch.zone],
    ['meta-data/placement/availability-zone-id', zoneId(launch.zone)],
    ['meta-data/placement/region', launch.region],
    ['meta-data/profile', 'default-hvm'],
    ...(isPublic
      ? [
          ['meta-data/public-hostname', publicDns(launch)] as const,
          ['meta-data/public-ipv4', launch.publicAddress] as const,
        ]
      : []),
    ['meta-data/reservation-id', launch.reservation],
    ['meta-data/security-groups', groups.map(({ name }) => name).join('\n')],
    ['meta-data/services/domain', 'amazonaws.com'],
    ['meta-data/services/partition', 'aws'],
    ...(launch.metadata.tags === 'enabled'
      ? Object.entries(tags).map(([key, value]) => [`meta-data/tags/instance/${key}`, value] as const)
      : []),
  ]);
}

/** A path's own text, or the names of what lies below it. */
function lookedUp(tree: ReadonlyMap<string, string>, path: string): string | undefined {
  const own = tree.get(path);
  if (own !== undefined) return own;
  const folder = path.endsWith('/') ? path : `${path}/`;
  const below = [...tree.keys()].filter((name) => name.startsWith(folder));
  const names = below.map((name) => name.slice(folder.length).replace(/\/.*$/, '/'));
  return names.length === 0 ? undefined : [...new Set(names)].sort().join('\n');
}

function info(cloud: Cloud, arn: string, id: string): string {
  return written({
    Code: 'Success',
    LastUpdated: isoTime(cloud.time),
    InstanceProfileArn: arn,
    InstanceProfileId: id,
  });
}

function identityDocument(account: Account, { id }: Instance, launch: Launch): string {
  return written({
    accountId: account.id,
    architecture: 'x86_64',
    availabilityZone: launch.zone,
    billingProducts: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    imageId: launch.image,
    instanceId: id,
    instanceType: launch.type,
    kernelId: null,
    pendingTime: isoTime(launch.launched),
    privateIp: launch.address,
    ramdiskId: null,
    region: launch.region,
    version: '2017-09-30',
  });
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

function refusal(cloud: Cloud, status: number): MetadataAnswer {
  const line = `${status} - ${REASONS[status] ?? ''}`;
  const body = [
    '<?xml version="1.0" encoding="iso-8859-1"?>',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"',
    '\t"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">',
    ' <head>',
    `  <title>${line}</title>`,
    ' </head>',
    ' <body>',
    `  <h1>${line}</h1>`,
    ' </body>',
    '</html>',
    '',
  ].join('\n');
  return { cloud, status, body };
}
