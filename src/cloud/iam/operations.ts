// IAM: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { ACCESS_KEYS } from './access-keys.ts';
import { GROUPS } from './groups.ts';
import { IDENTITY_POLICIES } from './identity-policies.ts';
import { INSTANCE_PROFILES } from './instance-profiles.ts';
import { MANAGED_POLICIES } from './managed-policies.ts';
import { ROLES } from './roles.ts';
import { SERVICE_LINKED_ROLES } from './service-linked-roles.ts';
import { USERS } from './users.ts';

export const IAM: readonly Operation[] = [
  ...USERS,
  ...GROUPS,
  ...ACCESS_KEYS,
  ...IDENTITY_POLICIES,
  ...MANAGED_POLICIES,
  ...ROLES,
  ...SERVICE_LINKED_ROLES,
  ...INSTANCE_PROFILES,
];
