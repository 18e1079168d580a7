// IAM: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { ACCESS_KEYS } from './access-keys.ts';
import { ACCOUNT_ALIAS } from './account-alias.ts';
import { ACCOUNT_SETTINGS } from './account-settings.ts';
import { ACCOUNT_SUMMARY } from './account-summary.ts';
import { AUTHORIZATION_DETAILS } from './authorization-details.ts';
import { CENTRAL_ROOT } from './central-root.ts';
import { CREDENTIAL_REPORT } from './credential-report.ts';
import { GROUPS } from './groups.ts';
import { IDENTITY_POLICIES } from './identity-policies.ts';
import { INSTANCE_PROFILES } from './instance-profiles.ts';
import { LAST_ACCESSED } from './last-accessed.ts';
import { LOGIN_PROFILES } from './login-profiles.ts';
import { MANAGED_POLICIES } from './managed-policies.ts';
import { MFA } from './mfa.ts';
import { ORGANIZATION_REPORT } from './organization-report.ts';
import { PASSWORD_POLICY } from './password-policy.ts';
import { ROLES } from './roles.ts';
import { SERVER_CERTIFICATES } from './server-certificates.ts';
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
  ...[...ACCOUNT_ALIAS, ...ACCOUNT_SETTINGS, ACCOUNT_SUMMARY, AUTHORIZATION_DETAILS],
  ...[...CREDENTIAL_REPORT, ...LAST_ACCESSED, ...ORGANIZATION_REPORT],
  ...[...CENTRAL_ROOT, ...SERVER_CERTIFICATES],
  ...IDENTITY_POLICIES,
  ...MANAGED_POLICIES,
  ...ROLES,
  ...SERVICE_LINKED_ROLES,
  ...INSTANCE_PROFILES,
];
