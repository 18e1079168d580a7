// Devices for a second factor: given to a user with two of their codes, taken away, set right. Source: ug-mfa.
import { iamArn, lookup, type Account, type Cloud, type MfaDevice } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { present, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { stepOfPair, stepsAhead, withVirtualMfa } from '../totp.ts';
import { answered, changed } from './changed.ts';
import { page } from './found.ts';
import { onOwn, ownIn, type Whose } from './own.ts';
import type { VirtualMfa } from './state.ts';
import { onUser, userIn, withUser } from './users.ts';

/** Source: ug-quotas. */
export const DEVICES_PER_USER = 8;

/** The ARN that a serial number stands for; those of hardware are no ARNs. */
export function mfaArn(account: Account, serial: string): string {
  return serial.startsWith('arn:') ? serial : iamArn(account.id, 'mfa', '/', serial);
}

export function noSuchDevice(serial: string): Refused {
  return fault('NoSuchEntity', `VirtualMFADevice with serial number ${serial} doesn't exist.`);
}

/** The enabled devices of a user or of root. */
export function devicesOf(account: Account, whose: Whose): readonly MfaDevice[] {
  return ('root' in whose ? account.iam?.rootMfa : whose.is.mfa) ?? [];
}

export function withDevices(account: Account, whose: Whose, devices: readonly MfaDevice[]): Account {
  return 'root' in whose
    ? { ...account, iam: { ...account.iam, rootMfa: devices } }
    : withUser(account, whose.name, { ...whose.is, mfa: devices });
}

/** Whether somebody in the account has the device. */
export function isAssigned(account: Account, serial: string): boolean {
  const all = [account.iam?.rootMfa ?? [], ...Object.values(account.users).map(({ mfa = [] }) => mfa)];
  return all.some((devices) => devices.some((device) => device.serial === serial));
}

const INVALID_CODE = fault('InvalidAuthenticationCode', 'Authentication code for device is not valid.');

/** The device after the two codes of the input; a fault when they are not its codes. */
function afterCodes(
  cloud: Cloud,
  device: VirtualMfa,
  input: Input,
  within?: 'far',
): { readonly device: VirtualMfa } | Refused {
  const codes = [textOf(input, 'AuthenticationCode1'), textOf(input, 'AuthenticationCode2')] as const;
  const spent = stepOfPair(device, codes, cloud.time, within);
  return spent === undefined
    ? INVALID_CODE
    : { device: { ...device, spent, ahead: stepsAhead(spent, cloud.time) } };
}

const enableMfaDevice: Operation = {
  name: 'iam:EnableMFADevice',
  needs: (site, input) => [onUser('iam:EnableMFADevice', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const serial = mfaArn(account, textOf(input, 'SerialNumber'));
    const device = lookup(account.iam?.virtualMfa ?? {}, serial);
    if (!device) return noSuchDevice(serial);
    if (isAssigned(account, serial)) return fault('EntityAlreadyExists', 'MFA Device is already in use.');
    const devices = devicesOf(account, user);
    if (devices.length >= DEVICES_PER_USER) return overQuota('MFADevicesPerUser', DEVICES_PER_USER);
    const after = afterCodes(cloud, device, input);
    if (isRefused(after)) return after;
    const next = withDevices(account, user, [...devices, { serial, enabled: cloud.time }]);
    return changed(cloud, withVirtualMfa(next, serial, after.device));
  },
};

/** The devices of whoever is meant, and the one of them that the input names. */
function ownDevice(site: Site, input: Input): { whose: Whose; device: MfaDevice } | Refused {
  const whose = ownIn(site, input);
  if (isRefused(whose)) return whose;
  const serial = mfaArn(site.account, textOf(input, 'SerialNumber'));
  const device = devicesOf(site.account, whose).find((one) => one.serial === serial);
  return device ? { whose, device } : fault('NoSuchEntity', 'MFA Device invalid for user.');
}

/** The device stays and can be given to somebody else. */
const deactivateMfaDevice: Operation = {
  name: 'iam:DeactivateMFADevice',
  needs: (site, input) => onOwn('iam:DeactivateMFADevice', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const own = ownDevice(site, input);
    if (isRefused(own)) return own;
    const rest = devicesOf(account, own.whose).filter((one) => one !== own.device);
    return changed(cloud, withDevices(account, own.whose, rest));
  },
};

const resyncMfaDevice: Operation = {
  name: 'iam:ResyncMFADevice',
  needs: (site, input) => [onUser('iam:ResyncMFADevice', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const own = ownDevice(site, input);
    if (isRefused(own)) return own;
    const { serial } = own.device;
    const device = lookup(account.iam?.virtualMfa ?? {}, serial);
    if (!device) return noSuchDevice(serial);
    const after = afterCodes(cloud, device, input, 'far');
    return isRefused(after) ? after : changed(cloud, withVirtualMfa(account, serial, after.device));
  },
};

function deviceReply(whose: Whose, { serial, enabled }: MfaDevice): Reply {
  const UserName = 'root' in whose ? 'root' : whose.name;
  return present({ UserName, SerialNumber: serial, EnableDate: enabled });
}

const getMfaDevice: Operation = {
  name: 'iam:GetMFADevice',
  needs: (site, input) => onOwn('iam:GetMFADevice', site, input),
  run: (site, input) => {
    const own = ownDevice(site, input);
    return isRefused(own) ? own : { cloud: site.cloud, reply: deviceReply(own.whose, own.device) };
  },
};

const listMfaDevices: Operation = {
  name: 'iam:ListMFADevices',
  needs: (site, input) => onOwn('iam:ListMFADevices', site, input),
  run: (site, input) => {
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    const devices = devicesOf(site.account, whose).map((device) => deviceReply(whose, device));
    return answered(site.cloud, page(input, 'MFADevices', devices));
  },
};

export const MFA: readonly Operation[] = [
  ...[enableMfaDevice, deactivateMfaDevice, resyncMfaDevice, getMfaDevice, listMfaDevices],
];
