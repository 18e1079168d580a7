// Virtual MFA devices as things of an account: made with their seed, listed, tagged, deleted. Source: ug-mfa.
import { iamArn, lookup, without, type Account, type MfaDevice, type User } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueSeed } from '../ids.ts';
import { present, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { withVirtualMfa } from '../totp.ts';
import { answered, changed } from './changed.ts';
import { isTaken, pageAs } from './found.ts';
import { isAssigned, mfaArn, noSuchDevice } from './mfa.ts';
import { qrPng } from './qr-png.ts';
import type { VirtualMfa } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { withMoreTags } from './tagging.ts';
import { userReply } from './users.ts';

/** As many as users. Source: ug-quotas. */
const DEVICES_PER_ACCOUNT = 5000;

function serialOf(account: Account, input: Input): string {
  return iamArn(account.id, 'mfa', textOf(input, 'Path') || '/', textOf(input, 'VirtualMFADeviceName'));
}

/** What an authenticator app reads from the picture. */
function provisioningUri({ id, iam }: Account, name: string, seed: string): string {
  const label = encodeURIComponent(`${name}@${iam?.alias ?? id}`);
  return `otpauth://totp/Amazon%20Web%20Services:${label}?secret=${seed}&issuer=Amazon%20Web%20Services`;
}

/** The seed is answered once, as bytes and as a picture. */
const createVirtualMfaDevice: Operation = {
  name: 'iam:CreateVirtualMFADevice',
  needs: ({ account }, input) => {
    const pair = { on: serialOf(account, input), context: requestTagKeys(tagsIn(input)) };
    return [
      { action: 'iam:CreateVirtualMFADevice', ...pair },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagMFADevice', ...pair }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const SerialNumber = serialOf(account, input);
    const virtual = account.iam?.virtualMfa ?? {};
    if (isTaken(virtual, SerialNumber))
      return fault('EntityAlreadyExists', 'MFADevice entity at the same path and name already exists.');
    if (Object.keys(virtual).length >= DEVICES_PER_ACCOUNT)
      return overQuota('VirtualMFADevicesPerAccount', DEVICES_PER_ACCOUNT);
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const { id: seed, cloud: issued } = issueSeed(cloud);
    const device: VirtualMfa = { seed, created: cloud.time, tags: tags.tags };
    const uri = provisioningUri(account, textOf(input, 'VirtualMFADeviceName'), seed);
    const VirtualMFADevice = present({
      SerialNumber,
      Base32StringSeed: btoa(seed),
      QRCodePNG: qrPng(uri),
      Tags: input['Tags'] === undefined ? undefined : tagList(tags.tags),
    });
    return changed(issued, withVirtualMfa(account, SerialNumber, device), { VirtualMFADevice });
  },
};

/** The virtual device that the input names. */
function deviceIn(
  { account }: Site,
  input: Input,
): { readonly serial: string; readonly is: VirtualMfa } | Refused {
  const serial = mfaArn(account, textOf(input, 'SerialNumber'));
  const is = lookup(account.iam?.virtualMfa ?? {}, serial);
  return is ? { serial, is } : noSuchDevice(serial);
}

const deleteVirtualMfaDevice: Operation = {
  name: 'iam:DeleteVirtualMFADevice',
  needs: ({ account }, input) => [
    { action: 'iam:DeleteVirtualMFADevice', on: mfaArn(account, textOf(input, 'SerialNumber')) },
  ],
  run: (site, input) => {
    const { cloud, account } = site;
    const device = deviceIn(site, input);
    if (isRefused(device)) return device;
    if (isAssigned(account, device.serial))
      return fault('DeleteConflict', 'MFA VirtualDevice in use. Must deactivate first.');
    const virtualMfa = without(account.iam?.virtualMfa ?? {}, device.serial);
    return changed(cloud, { ...account, iam: { ...account.iam, virtualMfa } });
  },
};

/** A device that somebody has. Without a user it is the root user's. */
interface Held {
  readonly device: MfaDevice;
  readonly user?: readonly [string, User];
}

/** Who has which device, by serial number. */
function held(account: Account): ReadonlyMap<string, Held> {
  const all = new Map<string, Held>();
  for (const device of account.iam?.rootMfa ?? []) all.set(device.serial, { device });
  for (const user of Object.entries(account.users))
    for (const device of user[1].mfa ?? []) all.set(device.serial, { device, user });
  return all;
}

function deviceReply(account: Account, serial: string, { device, user }: Held): Reply {
  const root = present({
    UserId: account.id,
    Arn: `arn:aws:iam::${account.id}:root`,
    CreateDate: account.created,
  });
  const User = user ? userReply(account, ...user) : root;
  return { SerialNumber: serial, User, EnableDate: device.enabled };
}

const listVirtualMfaDevices: Operation = {
  name: 'iam:ListVirtualMFADevices',
  needs: ({ account }) => [{ action: 'iam:ListVirtualMFADevices', on: iamArn(account.id, 'mfa', '/', '') }],
  run: ({ cloud, account }, input) => {
    const holders = held(account);
    const wanted = textOf(input, 'AssignmentStatus') || 'Any';
    const serials = Object.keys(account.iam?.virtualMfa ?? {}).filter(
      (serial) => wanted === 'Any' || holders.has(serial) === (wanted === 'Assigned'),
    );
    const reply = pageAs(input, 'VirtualMFADevices', serials, (serial) => {
      const holder = holders.get(serial);
      return holder ? deviceReply(account, serial, holder) : { SerialNumber: serial };
    });
    return answered(cloud, reply);
  },
};

const tags = tagOperations({
  noun: 'MFADevice',
  pair: (action, { account }, input) => ({ action, on: mfaArn(account, textOf(input, 'SerialNumber')) }),
  found: (site, input) => {
    const device = deviceIn(site, input);
    if (isRefused(device)) return device;
    const { serial, is } = device;
    return { tags: is.tags, put: (more) => withVirtualMfa(site.account, serial, { ...is, tags: more }) };
  },
});

export const VIRTUAL_MFA: readonly Operation[] = [
  ...[createVirtualMfaDevice, deleteVirtualMfaDevice, listVirtualMfaDevices],
  ...tags,
];
