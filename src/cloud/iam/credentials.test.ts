// What credentials of users do beyond one call: keys that sign, passwords that are remembered, codes that are spent.
import { describe, expect, test } from 'vitest';
import type { Cloud, Outcome } from '../index.ts';
import type { Input, Reply } from '../operation.ts';
import { blankWorld, callAs, mfaCode, profilesOf, SERVICES, type Credentials } from '../services.ts';
import { accountOf } from '../cloud.ts';
import { withMfaCode } from '../totp.ts';

const BLANK = blankWorld();

function credentialsOf(profile: string): Credentials {
  const found = profilesOf(BLANK).find(({ name }) => name === profile);
  if (!found) throw new Error(`no profile ${profile}`);
  return { accessKeyId: found.key.id, secretAccessKey: found.key.secret };
}

const ADMIN = credentialsOf('default');

function ask(cloud: Cloud, operation: string, input: Input = {}, by = ADMIN): Outcome {
  return callAs(cloud, by, { operation: `iam:${operation}`, input, region: 'eu-west-1' }, SERVICES);
}

function done(
  cloud: Cloud,
  operation: string,
  input: Input = {},
  by = ADMIN,
): { cloud: Cloud; reply: Reply } {
  const outcome = ask(cloud, operation, input, by);
  if ('fault' in outcome) throw new Error(`${operation}: ${outcome.fault.message}`);
  return outcome;
}

const faultOf = (outcome: Outcome): string => ('fault' in outcome ? outcome.fault.code : 'none');
const later = (cloud: Cloud, seconds: number): Cloud => ({ ...cloud, time: cloud.time + seconds * 1000 });

const MEI = { UserName: 'mei.tan' };
const WITH_MEI = done(BLANK, 'CreateUser', MEI).cloud;

function withKey(cloud: Cloud): { cloud: Cloud; key: Credentials } {
  const made = done(cloud, 'CreateAccessKey', MEI);
  const { AccessKeyId, SecretAccessKey } = made.reply['AccessKey'] as Record<string, string>;
  return {
    cloud: made.cloud,
    key: { accessKeyId: AccessKeyId ?? '', secretAccessKey: SecretAccessKey ?? '' },
  };
}

describe('access keys', () => {
  test('[worlds-are-values] a key signs until it is made inactive, and again after', () => {
    const { cloud, key } = withKey(WITH_MEI);
    const id = { ...MEI, AccessKeyId: key.accessKeyId };
    const off = done(cloud, 'UpdateAccessKey', { ...id, Status: 'Inactive' }).cloud;
    const on = done(off, 'UpdateAccessKey', { ...id, Status: 'Active' }).cloud;
    const gone = done(on, 'DeleteAccessKey', id).cloud;
    expect([cloud, off, on, gone].map((world) => faultOf(ask(world, 'GetUser', {}, key)))).toEqual([
      ...['AccessDenied', 'InvalidClientTokenId', 'AccessDenied', 'InvalidClientTokenId'],
    ]);
  });

  test('[worlds-are-values] a refused call is a use, known to the minute', () => {
    const { cloud, key } = withKey(WITH_MEI);
    const used = ask(later(cloud, 61), 'ListUsers', {}, key).cloud;
    expect(done(used, 'GetAccessKeyLastUsed', { AccessKeyId: key.accessKeyId }).reply).toEqual({
      ...MEI,
      AccessKeyLastUsed: { LastUsedDate: BLANK.time + 60_000, ServiceName: 'iam', Region: 'us-east-1' },
    });
  });

  test('[worlds-are-values] without a name they are the caller’s, also of the root user', () => {
    const root = credentialsOf('root');
    const made = done(BLANK, 'CreateAccessKey', {}, root);
    expect(made.reply['AccessKey']).not.toHaveProperty('UserName');
    expect(done(made.cloud, 'ListAccessKeys', {}, root).reply['AccessKeyMetadata']).toHaveLength(2);
    expect(done(made.cloud, 'ListAccessKeys').reply['AccessKeyMetadata']).toHaveLength(1);
    const key = made.reply['AccessKey'] as Record<string, string>;
    const signed = { accessKeyId: key['AccessKeyId'] ?? '', secretAccessKey: key['SecretAccessKey'] ?? '' };
    expect(done(made.cloud, 'GetUser', {}, signed).reply).toMatchObject({ User: { UserId: '111122223333' } });
    expect(faultOf(ask(made.cloud, 'CreateAccessKey', {}, root))).toBe('LimitExceeded');
  });
});

describe('passwords', () => {
  const policy = { PasswordReusePrevention: 2, AllowUsersToChangePassword: true, MinimumPasswordLength: 8 };
  const first = done(WITH_MEI, 'CreateLoginProfile', {
    ...MEI,
    Password: 'First-gull-1',
    PasswordResetRequired: true,
  });

  test('[worlds-are-values] a policy forbids as many passwords as it says', () => {
    let { cloud } = done(first.cloud, 'UpdateAccountPasswordPolicy', policy);
    cloud = done(cloud, 'UpdateLoginProfile', { ...MEI, Password: 'second-gull' }).cloud;
    expect(faultOf(ask(cloud, 'UpdateLoginProfile', { ...MEI, Password: 'First-gull-1' }))).toBe(
      'PasswordPolicyViolation',
    );
    cloud = done(cloud, 'UpdateLoginProfile', { ...MEI, Password: 'third-gull' }).cloud;
    expect(faultOf(ask(cloud, 'UpdateLoginProfile', { ...MEI, Password: 'First-gull-1' }))).toBe('none');
  });

  test('[worlds-are-values] a policy lets users change their own without a permission, but not against a Deny', () => {
    const { cloud, key } = withKey(first.cloud);
    const change = { OldPassword: 'First-gull-1', NewPassword: 'Second-gull-2' };
    expect(faultOf(ask(cloud, 'ChangePassword', change, key))).toBe('AccessDenied');
    const open = done(cloud, 'UpdateAccountPasswordPolicy', policy).cloud;
    expect(faultOf(ask(open, 'GetAccountPasswordPolicy', {}, key))).toBe('none');
    const changed = done(open, 'ChangePassword', change, key).cloud;
    expect(done(changed, 'GetLoginProfile', MEI).reply).toMatchObject({
      LoginProfile: { PasswordResetRequired: false },
    });
    const Statement = [{ Effect: 'Deny', Action: 'iam:ChangePassword', Resource: '*' }];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    const denied = done(open, 'PutUserPolicy', { ...MEI, PolicyName: 'no', PolicyDocument }).cloud;
    expect(faultOf(ask(denied, 'ChangePassword', change, key))).toBe('AccessDenied');
  });

  test('[worlds-are-values] the root user’s is deleted and allowed again without one', () => {
    const root = credentialsOf('root');
    const gone = done(BLANK, 'DeleteLoginProfile', {}, root).cloud;
    expect(done(gone, 'GetAccountSummary').reply).toMatchObject({
      SummaryMap: { AccountPasswordPresent: 0 },
    });
    expect(faultOf(ask(gone, 'GetLoginProfile', {}, root))).toBe('NoSuchEntity');
    const again = done(gone, 'CreateLoginProfile', {}, root).cloud;
    expect(faultOf(ask(again, 'CreateLoginProfile', {}, root))).toBe('EntityAlreadyExists');
  });
});

describe('second factors', () => {
  const made = done(WITH_MEI, 'CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' });
  const device = made.reply['VirtualMFADevice'] as Record<string, string>;
  const serial = device['SerialNumber'] ?? '';
  const codeIn = (cloud: Cloud, seconds: number): string => mfaCode(later(cloud, seconds), serial) ?? '';
  const enabling = {
    ...MEI,
    SerialNumber: serial,
    AuthenticationCode1: codeIn(made.cloud, -30),
    AuthenticationCode2: codeIn(made.cloud, 0),
  };
  const enabled = done(made.cloud, 'EnableMFADevice', enabling).cloud;
  const give = (cloud: Cloud, code: string): Cloud | undefined =>
    withMfaCode(cloud, accountOf(cloud, '111122223333'), 'mei.tan', { serial, code });

  test('[worlds-are-values] the seed is 64 letters and digits of base32, and the picture is a PNG', () => {
    expect(atob(device['Base32StringSeed'] ?? '')).toMatch(/^[A-Z2-7]{64}$/);
    expect(atob(device['QRCodePNG'] ?? '')).toMatch(/^\x89PNG\r\n\x1a\n[^]*otpauth:\/\/totp\/[^]*IEND/);
    expect(done(made.cloud, 'ListVirtualMFADevices').reply).not.toHaveProperty([
      ...['VirtualMFADevices', 0, 'Base32StringSeed'],
    ]);
  });

  test('[worlds-are-values] a code is good once, and for a step before and after', () => {
    expect(give(enabled, codeIn(enabled, 0))).toBeUndefined();
    const used = give(enabled, codeIn(enabled, 30));
    expect(used && give(used, codeIn(enabled, 30))).toBeUndefined();
    expect(give(enabled, codeIn(enabled, 60))).toBeUndefined();
    expect(give(later(enabled, 90), codeIn(enabled, 60))).toBeDefined();
    expect(
      withMfaCode(enabled, accountOf(enabled, '111122223333'), undefined, {
        serial,
        code: codeIn(enabled, 30),
      }),
    ).toBeUndefined();
  });

  test('[worlds-are-values] a device that was taken away opens nothing and can be given to another', () => {
    const off = done(enabled, 'DeactivateMFADevice', { ...MEI, SerialNumber: serial }).cloud;
    expect(give(off, codeIn(off, 30))).toBeUndefined();
    const again = done(later(off, 60), 'EnableMFADevice', {
      UserName: 'admin',
      SerialNumber: serial,
      AuthenticationCode1: codeIn(off, 60),
      AuthenticationCode2: codeIn(off, 90),
    }).cloud;
    expect(done(again, 'ListMFADevices').reply).toMatchObject({ MFADevices: [{ UserName: 'admin' }] });
  });

  test('[worlds-are-values] a user keeps the device under a new name, and cannot be deleted with it', () => {
    const renamed = done(enabled, 'UpdateUser', { ...MEI, NewUserName: 'mei' }).cloud;
    expect(done(renamed, 'ListVirtualMFADevices').reply).toMatchObject({
      VirtualMFADevices: [{ SerialNumber: serial, User: { UserName: 'mei' } }],
    });
    expect(faultOf(ask(renamed, 'DeleteUser', { UserName: 'mei' }))).toBe('DeleteConflict');
  });

  test('[worlds-are-values] a device without an owner is listed as unassigned', () => {
    const unassigned = done(made.cloud, 'ListVirtualMFADevices', { AssignmentStatus: 'Unassigned' });
    expect(unassigned.reply['VirtualMFADevices']).toHaveLength(1);
    const none = done(enabled, 'ListVirtualMFADevices', { AssignmentStatus: 'Unassigned' });
    expect(none.reply['VirtualMFADevices']).toEqual([]);
  });
});
