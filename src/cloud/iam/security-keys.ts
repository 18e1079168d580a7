// Security keys, which the console alone speaks to: registered and touched there. IAM's API makes none, STS takes none.
import type { Context } from '#evaluator';
import type { Services, Outcome } from '../call.ts';
import { iamArn, lookup, type Cloud } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueSerial } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { handCredentials, type Handed } from '../service-credentials.ts';
import { rootSession, userSession } from '../session.ts';
import { callAs, type Credentials } from '../signed.ts';
import { changed } from './changed.ts';
import { DEVICES_PER_USER, devicesOf, withDevices } from './mfa.ts';
import { onOwn, ownIn } from './own.ts';
import { withUser } from './users.ts';

const HALF_A_DAY = 43_200;

/** What the key says of itself, and which of the two steps it is. Source: ug-mfa, ug-iam-condition-keys. */
const STEPS: readonly Context[] = [
  { 'iam:RegisterSecurityKey': 'Create' },
  { 'iam:RegisterSecurityKey': 'Activate', 'iam:FIDO-certification': 'L1' },
];

/** As the console calls it. It answers the serial number, by which the key is known from then on. */
const enableKey: Operation = {
  name: 'iam:EnableMFADevice',
  needs: (site, input) => {
    const pairs = onOwn('iam:EnableMFADevice', site, input);
    if (isRefused(pairs)) return pairs;
    return STEPS.flatMap((step) => pairs.map((pair) => ({ ...pair, context: { ...pair.context, ...step } })));
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    const devices = devicesOf(account, whose);
    if (devices.length >= DEVICES_PER_USER) return overQuota('MFADevicesPerUser', DEVICES_PER_USER);
    const issued = issueSerial(cloud);
    const owner = 'root' in whose ? 'root-account' : `user/${whose.name}`;
    const serial = iamArn(account.id, 'u2f', `/${owner}/`, `${textOf(input, 'Name')}-${issued.id}`);
    const next = withDevices(account, whose, [...devices, { serial, enabled: cloud.time }]);
    return changed(issued.cloud, next, { SerialNumber: serial });
  },
};

const CONSOLE: Services = { operations: new Map([[enableKey.name, enableKey]]) };

/** Registers a key in the console. @param user without one it is the caller's own */
export function registerSecurityKey(
  cloud: Cloud,
  credentials: Credentials,
  { user, name }: { readonly user?: string | undefined; readonly name: string },
): Outcome {
  const input = { Name: name, ...(user === undefined ? {} : { UserName: user }) };
  return callAs(cloud, credentials, { operation: enableKey.name, input, region: 'us-east-1' }, CONSOLE);
}

/** Signs the key's owner in to the console with password and key: a session with a second factor. Source: ug-mfa. */
export function touchSecurityKey(cloud: Cloud, serial: string): Handed | Refused {
  const account = lookup(cloud.accounts, serial.split(':')[4] ?? '');
  const isTheirs = ({ mfa = [] }: { readonly mfa?: readonly { readonly serial: string }[] }): boolean =>
    serial.includes(':u2f/') && mfa.some((device) => device.serial === serial);
  if (!account) return noKey(serial);
  const mfa = cloud.time;
  if (isTheirs({ mfa: account.iam?.rootMfa ?? [] }))
    return handCredentials(cloud, { ...rootSession(account), mfa }, HALF_A_DAY);
  const [name, user] = Object.entries(account.users).find(([, one]) => isTheirs(one)) ?? [];
  if (name === undefined || !user) return noKey(serial);
  if (!user.login) return fault('NoPassword', `${name} has no password for the console`);
  const signedIn = withUser(account, name, { ...user, login: { ...user.login, used: cloud.time } });
  const accounts = { ...cloud.accounts, [account.id]: signedIn };
  const session = { ...userSession(signedIn, name), holderId: user.id, mfa };
  return handCredentials({ ...cloud, accounts }, session, HALF_A_DAY);
}

function noKey(serial: string): Refused {
  return fault('NoSuchEntity', `nobody here has the security key ${serial}`);
}
