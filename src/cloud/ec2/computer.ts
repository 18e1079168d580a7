// What somebody inside an instance sees of the computer that it is.
import { accountOf, lookup, type Cloud } from '../cloud.ts';
import { launchOf, privateDns } from './instance.ts';

export interface InstanceComputer {
  /** What it calls itself, such as `ip-172-31-5-9`. */
  readonly host: string;
  readonly region: string;
}

/** @returns `undefined` when the account has no such instance */
export function describeComputer(cloud: Cloud, owner: string, id: string): InstanceComputer | undefined {
  const account = accountOf(cloud, owner);
  const instance = lookup(account.instances, id);
  if (!instance) return undefined;
  const launch = launchOf({ account }, instance);
  return { host: privateDns(launch).split('.')[0] ?? id, region: launch.region };
}
