// IAM: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { ACCESS_KEYS } from './access-keys.ts';
import { GROUPS } from './groups.ts';
import { IDENTITY_POLICIES } from './identity-policies.ts';
import { INSTANCE_PROFILES } from './instance-profiles.ts';
import { LOGIN_PROFILES } from './login-profiles.ts';
import { MANAGED_POLICIES } from './managed-policies.ts';
import { MFA } from './mfa.ts';
import { PASSWORD_POLICY } from './password-policy.ts';
import { ROLES } from './roles.ts';
import { SERVICE_LINKED_ROLES } from './service-linked-roles.ts';
import { USERS } from './users.ts';
import { VIRTUAL_MFA } from './virtual-mfa.ts';

export const IAM: readonly Operation[] = [
  ...USERS,
  ...GROUPS,
  ...ACCESS_KEYS,
  ...LOGIN_PROFILES,
  ...PASSWORD_POLICY,
  ...MFA,
  ...VIRTUAL_MFA,
  ...IDENTITY_POLICIES,
  ...MANAGED_POLICIES,
  ...ROLES,
  ...SERVICE_LINKED_ROLES,
  ...INSTANCE_PROFILES,
];
