// The table's rows for access keys, passwords and the password policy.
import { accountOf, type Cloud } from '../../index.ts';
import { IAM_MFA_ROWS } from './iam-mfa.ts';
import type { Failing, Row, Step } from './row.ts';

const MEI = { UserName: 'mei.tan' };
const CREATE: Step = ['default', 'iam:CreateUser', MEI];
const KEY: Step = ['default', 'iam:CreateAccessKey', MEI];
const PASSWORD = { ...MEI, Password: 'Seven-Gulls-7' };
const LOGIN: Step = ['default', 'iam:CreateLoginProfile', PASSWORD];
const NOBODY: Failing = {
  code: 'NoSuchEntity',
  input: { UserName: 'nobody' },
  message: 'The user with name nobody cannot be found.',
};
const NO_KEY = 'AKIATERNNOTTHERENOT2';
const ADDS_NOTHING = { LimitExceeded: 'there is nothing more of it afterwards' };

const keyId = (replies: readonly unknown[], at = -1): unknown => {
  const [reply] = replies.slice(at);
  return (reply as { AccessKey: { AccessKeyId: string } }).AccessKey.AccessKeyId;
};
const noKey = (more: object = {}): Failing => ({
  code: 'NoSuchEntity',
  input: { ...MEI, AccessKeyId: NO_KEY, ...more },
  message: `The Access Key with id ${NO_KEY} cannot be found.`,
});

const NO_PROFILE: Failing = {
  code: 'NoSuchEntity',
  before: [CREATE],
  input: PASSWORD,
  message: 'Login Profile for User mei.tan cannot be found.',
};
const weak = (Password: string, message: string): Failing => ({
  code: 'PasswordPolicyViolation',
  input: { ...MEI, Password },
  message,
});
const TOO_SHORT = 'Password should have a minimum length of 8';

/** The first account with a password of its administrator. */
function withPassword(cloud: Cloud): Cloud {
  const account = accountOf(cloud, '111122223333');
  const admin = account.users['admin'];
  const login = { password: 'Old-Gulls-7', created: 0, changed: 0, mustChange: false, before: [] };
  const users = admin ? { ...account.users, admin: { ...admin, login } } : account.users;
  return { ...cloud, accounts: { ...cloud.accounts, [account.id]: { ...account, users } } };
}

const ACCESS_KEYS: readonly Row[] = [
  {
    operation: 'iam:CreateAccessKey',
    before: [CREATE],
    input: MEI,
    needs: ['iam:CreateAccessKey'],
    reply: { AccessKey: { UserName: 'mei.tan', Status: 'Active' } },
    faults: [
      NOBODY,
      {
        code: 'LimitExceeded',
        before: [CREATE, KEY, KEY],
        input: MEI,
        message: 'Cannot exceed quota for AccessKeysPerUser: 2',
      },
    ],
  },
  {
    operation: 'iam:ListAccessKeys',
    before: [CREATE, KEY],
    input: MEI,
    needs: ['iam:ListAccessKeys'],
    reply: { AccessKeyMetadata: [{ UserName: 'mei.tan', Status: 'Active' }], IsTruncated: false },
    faults: [NOBODY],
  },
  {
    operation: 'iam:UpdateAccessKey',
    before: [CREATE, KEY],
    input: (replies) => ({ ...MEI, AccessKeyId: keyId(replies), Status: 'Inactive' }),
    needs: ['iam:UpdateAccessKey'],
    faults: [
      noKey({ Status: 'Active' }),
      { code: 'ValidationError', input: { ...MEI, AccessKeyId: NO_KEY, Status: 'Off' } },
      {
        code: 'InvalidInput',
        input: (replies) => ({ ...MEI, AccessKeyId: keyId(replies), Status: 'Expired' }),
      },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:DeleteAccessKey',
    before: [CREATE, KEY],
    input: (replies) => ({ ...MEI, AccessKeyId: keyId(replies) }),
    needs: ['iam:DeleteAccessKey'],
    faults: [noKey(), { ...noKey(), input: { AccessKeyId: NO_KEY } }],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:GetAccessKeyLastUsed',
    before: [CREATE, KEY],
    input: (replies) => ({ AccessKeyId: keyId(replies) }),
    needs: ['iam:GetAccessKeyLastUsed'],
    reply: { UserName: 'mei.tan', AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' } },
    faults: [noKey()],
  },
];

const PASSWORDS: readonly Row[] = [
  {
    operation: 'iam:CreateLoginProfile',
    before: [CREATE],
    input: { ...PASSWORD, PasswordResetRequired: true },
    needs: ['iam:CreateLoginProfile'],
    reply: { LoginProfile: { UserName: 'mei.tan', PasswordResetRequired: true } },
    faults: [
      { ...NOBODY, input: { ...PASSWORD, UserName: 'nobody' } },
      {
        code: 'EntityAlreadyExists',
        before: [CREATE, LOGIN],
        input: PASSWORD,
        message: 'Login Profile for user mei.tan already exists.',
      },
      weak('Gull-7', TOO_SHORT),
      weak(
        'seven7seven',
        'Password should meet 1 more of the following requirements: Password should have at least one uppercase letter, Password should have at least one symbol',
      ),
      { code: 'ValidationError', input: MEI },
    ],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:GetLoginProfile',
    before: [CREATE, LOGIN],
    input: MEI,
    needs: ['iam:GetLoginProfile'],
    reply: { LoginProfile: { UserName: 'mei.tan', PasswordResetRequired: false } },
    faults: [NOBODY, NO_PROFILE],
  },
  {
    operation: 'iam:UpdateLoginProfile',
    before: [CREATE, LOGIN],
    input: { ...MEI, Password: 'Eight-Gulls-8' },
    needs: ['iam:UpdateLoginProfile'],
    faults: [NOBODY, NO_PROFILE, weak('Gull-7', TOO_SHORT)],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:DeleteLoginProfile',
    before: [CREATE, LOGIN],
    input: MEI,
    needs: ['iam:DeleteLoginProfile'],
    faults: [NOBODY, NO_PROFILE],
    never: ADDS_NOTHING,
  },
  {
    operation: 'iam:ChangePassword',
    before: [['default', 'iam:CreateLoginProfile', { UserName: 'admin', Password: 'Old-Gulls-7' }]],
    input: { OldPassword: 'Old-Gulls-7', NewPassword: 'New-Gulls-8' },
    needs: ['iam:ChangePassword'],
    faults: [
      {
        code: 'NoSuchEntity',
        before: [CREATE],
        input: { OldPassword: 'Old-Gulls-7', NewPassword: 'New-Gulls-8' },
        message: 'Login Profile for User admin cannot be found.',
      },
      {
        code: 'InvalidUserType',
        as: 'root',
        input: { OldPassword: 'Old-Gulls-7', NewPassword: 'New-Gulls-8' },
        message: 'Only IAM Users can change their own password',
      },
      {
        code: 'PasswordPolicyViolation',
        world: withPassword,
        before: [CREATE],
        input: { OldPassword: 'Old-Gulls-7', NewPassword: 'gull' },
        message: TOO_SHORT,
      },
      {
        code: 'PasswordPolicyViolation',
        input: { OldPassword: 'Old-Gulls-7', NewPassword: 'Old-Gulls-7' },
        message: 'Policy constraint violation with password reuse prevention during password change.',
      },
      {
        code: 'AccessDenied',
        input: { OldPassword: 'not-it', NewPassword: 'New-Gulls-8' },
        message: 'The old password was incorrect.',
      },
    ],
    never: ADDS_NOTHING,
  },
];

const POLICY: Step = ['default', 'iam:UpdateAccountPasswordPolicy', { MinimumPasswordLength: 14 }];
const NO_POLICY: Failing = {
  code: 'NoSuchEntity',
  before: [CREATE],
  input: {},
  message: 'The Password Policy with domain name 111122223333 cannot be found.',
};

const PASSWORD_POLICY: readonly Row[] = [
  {
    operation: 'iam:GetAccountPasswordPolicy',
    before: [POLICY],
    input: {},
    needs: ['iam:GetAccountPasswordPolicy'],
    reply: {
      PasswordPolicy: { MinimumPasswordLength: 14, RequireSymbols: false, ExpirePasswords: false },
    },
    faults: [NO_POLICY],
  },
  {
    operation: 'iam:UpdateAccountPasswordPolicy',
    input: { MaxPasswordAge: 90 },
    needs: ['iam:UpdateAccountPasswordPolicy'],
    faults: [{ code: 'ValidationError', input: { MinimumPasswordLength: 5 } }],
    never: {
      ...ADDS_NOTHING,
      NoSuchEntity: 'it makes the policy where there is none',
      MalformedPolicyDocument: 'a number out of its range is a ValidationError',
    },
  },
  {
    operation: 'iam:DeleteAccountPasswordPolicy',
    before: [POLICY],
    input: {},
    needs: ['iam:DeleteAccountPasswordPolicy'],
    faults: [NO_POLICY],
    never: ADDS_NOTHING,
  },
];

export const IAM_CREDENTIAL_ROWS: readonly Row[] = [
  ...[...ACCESS_KEYS, ...PASSWORDS, ...PASSWORD_POLICY, ...IAM_MFA_ROWS],
];
