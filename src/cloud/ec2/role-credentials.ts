// The credentials of an instance's role: made when it has one, and new ones every six hours when somebody asks for them.
// Source: ug-instance-profiles, ug-context-keys.
import { partOf } from '../authorize.ts';
import {
  accountOf,
  lookup,
  profileArn,
  roleArn,
  withAccount,
  type Account,
  type Cloud,
  type Instance,
} from '../cloud.ts';
import type { TemporaryCredentials } from '../cloud.ts';
import { roleSession, serviceSession, type Session } from '../session.ts';
import { takeRole } from '../taken-role.ts';
import { ec2Arn } from './arns.ts';
import { launchOf } from './instance.ts';
import { withNetwork } from './networks.ts';
import type { Delivered } from './state.ts';

const EC2 = 'ec2.amazonaws.com';

/** Seconds. New credentials come half an hour before the old ones end. */
const RENEWED = 6 * 3600;
const GOOD_FOR = RENEWED + 1800;

export interface InstanceRole {
  readonly name: string;
  readonly profile: string;
  readonly profileId: string;
}

/** The role in the profile of an instance; `undefined` when it has none. */
export function roleOfInstance(account: Account, { profile }: Instance): InstanceRole | undefined {
  const known = profile === undefined ? undefined : lookup(account.instanceProfiles, profile);
  if (profile === undefined || known?.role === undefined || !lookup(account.roles, known.role))
    return undefined;
  return { name: known.role, profile: profileArn(account, profile), profileId: known.id };
}

export type Delivery = '1.0' | '2.0';

export interface Handover {
  readonly cloud: Cloud;
  readonly since: number;
  readonly key: string;
  readonly credentials: TemporaryCredentials;
}

/**
 * The credentials that the metadata service gives at the present time.
 * @param delivery the version of the service by which they were asked for
 * @returns `undefined` when the role does not let EC2 take it
 */
export function credentialsOf(
  cloud: Cloud,
  account: Account,
  instance: Instance,
  role: string,
  delivery: Delivery,
): Handover | undefined {
  const on = roleArn(account, role);
  const trust = partOf(cloud, serviceSession(EC2), { action: 'sts:AssumeRole', on });
  if (trust.verdict.decision !== 'allowed') return undefined;
  const id = lookup(account.roles, role)?.id ?? '';
  const place = `${instance.id} ${delivery}`;
  const before = lookup(account.network?.delivered ?? {}, place);
  const known = before && lookup(cloud.temporary ?? {}, before.key);
  if (before && known && before.role === id && cloud.time - before.since < RENEWED * 1000)
    return { cloud, since: before.since, key: before.key, credentials: known };
  const session = sessionOf(account, instance, role, delivery);
  const handed = takeRole(cloud, {
    ...{ service: EC2, region: launchOf({ account }, instance).region, trust },
    ...{ session: { ...session, holderId: id }, seconds: GOOD_FOR },
  });
  const now: Delivered = { key: handed.key, role: id, since: cloud.time };
  const delivered = { ...account.network?.delivered, [place]: now };
  return {
    ...handed,
    since: cloud.time,
    cloud: withAccount(handed.cloud, withNetwork(account, { delivered })),
  };
}

/** The cloud in which EC2 has taken the role of an instance: it does so at once, whether or not anybody asks for the keys. */
export function withRoleTaken(cloud: Cloud, owner: string, instance: Instance): Cloud {
  const account = accountOf(cloud, owner);
  const role = roleOfInstance(account, instance);
  return (role && credentialsOf(cloud, account, instance, role.name, '2.0')?.cloud) ?? cloud;
}

function sessionOf(account: Account, instance: Instance, role: string, delivery: Delivery): Session {
  const launch = launchOf({ account }, instance);
  return {
    ...roleSession(account, role, instance.id),
    instance: instance.id,
    vpc: launch.vpc,
    keys: {
      'ec2:RoleDelivery': delivery,
      'ec2:SourceInstanceArn': ec2Arn({ account, region: launch.region }, 'instance', instance.id),
      'aws:Ec2InstanceSourceVpc': launch.vpc,
      'aws:Ec2InstanceSourcePrivateIPv4': launch.address,
    },
  };
}
