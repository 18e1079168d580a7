// The table's rows for MFA devices.
import { accountOf, type Cloud } from '../../index.ts';
import type { Input, Reply } from '../../operation.ts';
import { totp } from '../../totp.ts';
import type { Failing, Given, Row, Step } from './row.ts';

const MEI = { UserName: 'mei.tan' };
const CREATE: Step = ['default', 'iam:CreateUser', MEI];
const SERIAL = 'arn:aws:iam::111122223333:mfa/mei-phone';
const DEVICE = { SerialNumber: SERIAL };
const MAKE: Step = ['default', 'iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'mei-phone' }];
const OTHER = { SerialNumber: 'arn:aws:iam::111122223333:mfa/other' };
const WRONG = { AuthenticationCode1: '000000', AuthenticationCode2: '000000' };

/** Two codes of a device, thirty seconds after each other, from so many steps after now. */
const codes =
  (more: Input, from = 0): Given =>
  (_: readonly Reply[], cloud: Cloud) => {
    const seed = accountOf(cloud, '111122223333').iam?.virtualMfa?.[SERIAL]?.seed ?? '';
    const at = (step: number): string => totp(seed, cloud.time + (from + step) * 30_000);
    return { ...DEVICE, ...more, AuthenticationCode1: at(0), AuthenticationCode2: at(1) };
  };

const ENABLE: Step = ['default', 'iam:EnableMFADevice', codes(MEI)];
const READY = [CREATE, MAKE];
const IN_USE = [CREATE, MAKE, ENABLE];

const NO_DEVICE: Failing = {
  code: 'NoSuchEntity',
  input: OTHER,
  message: `VirtualMFADevice with serial number ${OTHER.SerialNumber} doesn't exist.`,
};
const NOBODY: Failing = {
  code: 'NoSuchEntity',
  input: { UserName: 'nobody', ...DEVICE },
  message: 'The user with name nobody cannot be found.',
};
const NOT_THEIRS: Failing = {
  code: 'NoSuchEntity',
  input: { ...MEI, ...OTHER },
  message: 'MFA Device invalid for user.',
};
const ADDS_NOTHING = { LimitExceeded: 'there is nothing more of it afterwards' };
const CHECKED = { InvalidInput: 'what the input may say is in the model, and refused as ValidationError' };
const tags = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));

/** A world whose first account has as many devices as it may have. */
function crowded(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const one = { seed: 'A', created: 0, tags: {} };
  const all = Array.from({ length: 5000 }, (_, i) => [`arn:aws:iam::111122223333:mfa/d-${i}`, one] as const);
  const iam = { ...account.iam, virtualMfa: Object.fromEntries(all) };
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, iam } } };
}

/** A user with as many security keys as one may have. */
function eight(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const { admin } = account.users;
  const mfa = Array.from({ length: 8 }, (_, i) => ({
    serial: `arn:aws:iam::111122223333:u2f/user/admin/key-${i}`,
    enabled: 0,
  }));
  const users = admin ? { ...account.users, admin: { ...admin, mfa } } : account.users;
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, users } } };
}

const VIRTUAL: readonly Row[] = [
  {
    operation: 'iam:CreateVirtualMFADevice',
    input: { VirtualMFADeviceName: 'mei-phone', Tags: tags(1) },
    needs: ['iam:CreateVirtualMFADevice', 'iam:TagMFADevice'],
    reply: { VirtualMFADevice: { ...DEVICE, Tags: tags(1) } },
    faults: [
      {
        code: 'EntityAlreadyExists',
        before: [MAKE],
        input: { VirtualMFADeviceName: 'mei-phone' },
        message: 'MFADevice entity at the same path and name already exists.',
      },
      { code: 'LimitExceeded', world: crowded, input: { VirtualMFADeviceName: 'one-more' } },
      { code: 'InvalidInput', input: { VirtualMFADeviceName: 'x', Tags: [...tags(1), ...tags(1)] } },
      { code: 'ValidationError', input: { VirtualMFADeviceName: 'no name' } },
    ],
  },
  {
    operation: 'iam:DeleteVirtualMFADevice',
    before: READY,
    input: DEVICE,
    needs: ['iam:DeleteVirtualMFADevice'],
    faults: [
      NO_DEVICE,
      {
        code: 'DeleteConflict',
        before: IN_USE,
        input: DEVICE,
        message: 'MFA VirtualDevice in use. Must deactivate first.',
      },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:ListVirtualMFADevices',
    before: [...IN_USE, ['default', 'iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'spare' }]],
    input: { AssignmentStatus: 'Assigned' },
    needs: ['iam:ListVirtualMFADevices'],
    reply: { VirtualMFADevices: [{ ...DEVICE, User: MEI }], IsTruncated: false },
  },
  {
    operation: 'iam:TagMFADevice',
    before: READY,
    input: { ...DEVICE, Tags: tags(50) },
    needs: ['iam:TagMFADevice'],
    faults: [
      { ...NO_DEVICE, input: { ...OTHER, Tags: tags(1) } },
      { code: 'InvalidInput', input: { ...DEVICE, Tags: [...tags(1), ...tags(1)] } },
      {
        code: 'LimitExceeded',
        before: [...READY, ['default', 'iam:TagMFADevice', { ...DEVICE, Tags: tags(50) }]],
        input: { ...DEVICE, Tags: [{ Key: 'more', Value: '' }] },
      },
    ],
  },
  {
    operation: 'iam:UntagMFADevice',
    before: [...READY, ['default', 'iam:TagMFADevice', { ...DEVICE, Tags: tags(2) }]],
    input: { ...DEVICE, TagKeys: ['k0'] },
    needs: ['iam:UntagMFADevice'],
    faults: [{ ...NO_DEVICE, input: { ...OTHER, TagKeys: ['k0'] } }],
    never: CHECKED,
  },
  {
    operation: 'iam:ListMFADeviceTags',
    before: [...READY, ['default', 'iam:TagMFADevice', { ...DEVICE, Tags: tags(2) }]],
    input: DEVICE,
    needs: ['iam:ListMFADeviceTags'],
    reply: { Tags: tags(2), IsTruncated: false },
    faults: [NO_DEVICE],
    never: CHECKED,
  },
];

const OF_USERS: readonly Row[] = [
  {
    operation: 'iam:EnableMFADevice',
    before: READY,
    input: codes(MEI),
    needs: ['iam:EnableMFADevice'],
    faults: [
      { ...NOBODY, input: codes({ UserName: 'nobody' }) },
      { ...NO_DEVICE, input: { ...MEI, ...OTHER, ...WRONG } },
      { code: 'EntityAlreadyExists', before: IN_USE, input: codes({ UserName: 'admin' }, 2) },
      {
        code: 'InvalidAuthenticationCode',
        input: { ...MEI, ...DEVICE, ...WRONG },
        message: 'Authentication code for device is not valid.',
      },
      { code: 'InvalidAuthenticationCode', input: codes(MEI, 5) },
      {
        code: 'LimitExceeded',
        world: eight,
        input: codes({ UserName: 'admin' }),
        message: 'Cannot exceed quota for MFADevicesPerUser: 8',
      },
    ],
  },
  {
    operation: 'iam:DeactivateMFADevice',
    before: IN_USE,
    input: { ...MEI, ...DEVICE },
    needs: ['iam:DeactivateMFADevice'],
    faults: [NOBODY, NOT_THEIRS],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:ResyncMFADevice',
    before: IN_USE,
    input: codes(MEI, 40),
    needs: ['iam:ResyncMFADevice'],
    faults: [
      { ...NOT_THEIRS, input: { ...MEI, ...OTHER, ...WRONG } },
      { code: 'InvalidAuthenticationCode', input: { ...MEI, ...DEVICE, ...WRONG } },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:GetMFADevice',
    before: IN_USE,
    input: { ...MEI, ...DEVICE },
    needs: ['iam:GetMFADevice'],
    reply: { ...MEI, ...DEVICE },
    faults: [NOBODY, NOT_THEIRS],
  },
  {
    operation: 'iam:ListMFADevices',
    before: IN_USE,
    input: MEI,
    needs: ['iam:ListMFADevices'],
    reply: { MFADevices: [{ ...MEI, ...DEVICE }], IsTruncated: false },
    faults: [NOBODY],
  },
];

export const IAM_MFA_ROWS: readonly Row[] = [...VIRTUAL, ...OF_USERS];
