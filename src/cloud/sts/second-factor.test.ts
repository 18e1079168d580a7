// A second factor: whose it is, once, and where it counts.
import { expect, test } from 'vitest';
import { accountOf, type Cloud } from '../cloud.ts';
import type { Input } from '../operation.ts';
import { totp } from '../totp.ts';
import { actAll, at } from '../test/acting.ts';
import { calling, faultOf, keyIn, replyOf } from '../test/caller.ts';
import { policy } from '../test/tern.ts';

const OWN = '111122223333';
const PHONE = `arn:aws:iam::${OWN}:mfa/phone`;
const ROLE = { RoleArn: `arn:aws:iam::${OWN}:role/Careful`, RoleSessionName: 'test' };
const TRUST = policy('Allow', 'sts:AssumeRole', {
  Principal: { AWS: OWN },
  Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
});

function seedOf(cloud: Cloud): string {
  return accountOf(cloud, OWN).iam?.virtualMfa?.[PHONE]?.seed ?? '';
}

/** The administrator has a telephone, and there is a role that wants it. */
function world(): Cloud {
  const made = actAll([
    ['default', 'iam:CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' }],
    ['default', 'iam:CreateRole', { RoleName: 'Careful', AssumeRolePolicyDocument: TRUST }],
    [
      'default',
      'iam:PutRolePolicy',
      { RoleName: 'Careful', PolicyName: 'may', PolicyDocument: policy('Allow', 'iam:*') },
    ],
  ]);
  const [one, two] = [made.time, made.time + 30_000].map((time) => totp(seedOf(made), time));
  const codes = { AuthenticationCode1: one, AuthenticationCode2: two };
  const enabled = actAll(
    [['default', 'iam:EnableMFADevice', { UserName: 'admin', SerialNumber: PHONE, ...codes }]],
    made,
  );
  return at(enabled, 300);
}

const given = (cloud: Cloud): Input => ({ SerialNumber: PHONE, TokenCode: totp(seedOf(cloud), cloud.time) });

test('[condition-holds] a code opens a role that wants one, and the session that follows carries none', () => {
  const cloud = world();
  expect(faultOf(calling(cloud, 'default', 'sts:AssumeRole', ROLE))).toMatch(
    /^AccessDenied: .* because no role trust policy allows the sts:AssumeRole action$/,
  );
  const opened = calling(cloud, 'default', 'sts:AssumeRole', { ...ROLE, ...given(cloud) });
  expect(opened.parts[0]?.request.context).toMatchObject({ 'aws:MultiFactorAuthAge': '0' });
  const asked = calling(opened.cloud, keyIn(replyOf(opened)), 'iam:ListUsers');
  expect(asked.parts[0]?.request.context).toMatchObject({ 'aws:MultiFactorAuthPresent': 'false' });
});

test('[condition-holds] a session token carries the factor, its age grows, and it opens the role', () => {
  const cloud = world();
  const token = calling(cloud, 'default', 'sts:GetSessionToken', given(cloud));
  const key = keyIn(replyOf(token));
  const opened = calling(at(token.cloud, 60), key, 'sts:AssumeRole', ROLE);
  expect(faultOf(opened)).toBe('done');
  expect(opened.parts[0]?.request.context).toMatchObject({
    'aws:MultiFactorAuthPresent': 'true',
    'aws:MultiFactorAuthAge': '60',
  });
  expect(faultOf(calling(token.cloud, key, 'iam:ListUsers'))).toBe('done');
  const bare = calling(cloud, 'default', 'sts:GetSessionToken');
  expect(faultOf(calling(bare.cloud, keyIn(replyOf(bare)), 'iam:ListUsers'))).toMatch(
    /^InvalidClientTokenId/,
  );
});

test('[worlds-are-values] a code is good once', () => {
  const cloud = world();
  const once = calling(cloud, 'default', 'sts:GetSessionToken', given(cloud));
  expect(faultOf(once)).toBe('done');
  expect(faultOf(calling(once.cloud, 'default', 'sts:AssumeRole', { ...ROLE, ...given(cloud) }))).toBe(
    'AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass code.',
  );
  const later = at(once.cloud, 30);
  expect(faultOf(calling(later, 'default', 'sts:AssumeRole', { ...ROLE, ...given(later) }))).toBe('done');
});

test('[every-refusal-has-words] nobody gives the code of somebody else’s device', () => {
  const cloud = world();
  for (const who of ['partner', 'root'])
    expect(faultOf(calling(cloud, who, 'sts:GetSessionToken', given(cloud)))).toMatch(
      /unable to validate MFA code/,
    );
});
