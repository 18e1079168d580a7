// The door of people and their credentials: users, passwords, keys and devices, and calls that are signed with them.
import type { Services } from './call.ts';
import { ACCESS_KEYS } from './iam/access-keys.ts';
import { GROUPS } from './iam/groups.ts';
import { LOGIN_PROFILES } from './iam/login-profiles.ts';
import { MFA } from './iam/mfa.ts';
import { PASSWORD_POLICY } from './iam/password-policy.ts';
import { USERS } from './iam/users.ts';
import { byName } from './operation.ts';
import { GET_CALLER_IDENTITY } from './sts/acted-out.ts';
import { GET_SESSION_TOKEN } from './sts/session-token.ts';

/** What is done to users and what belongs to them. No model is asked: an input says what matters. */
export const IDENTITIES: Services = {
  operations: byName([
    ...[...USERS, ...ACCESS_KEYS, ...LOGIN_PROFILES, ...PASSWORD_POLICY, ...MFA],
    ...[...GROUPS, GET_CALLER_IDENTITY, GET_SESSION_TOKEN],
  ]),
};

export { callAs, type Credentials } from './signed.ts';
export { pinsOf, unpinned } from './pins.ts';
export { totp } from './totp.ts';
