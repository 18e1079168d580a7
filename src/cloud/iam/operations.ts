// IAM: every operation that is simulated.
import type { Operation } from '../operation.ts';
import { ACCESS_KEYS } from './access-keys.ts';
import { ACCOUNT_ALIAS } from './account-alias.ts';
import { ACCOUNT_SETTINGS } from './account-settings.ts';
import { ACCOUNT_SUMMARY } from './account-summary.ts';
import { AUTHORIZATION_DETAILS } from './authorization-details.ts';
import { CENTRAL_ROOT } from './central-root.ts';
import { CREDENTIAL_REPORT } from './credential-report.ts';
import { ATTACHED_POLICIES } from './attached-policies.ts';
import { BOUNDARIES } from './boundaries.ts';
import { CONTEXT_KEYS } from './context-keys.ts';
import { GROUPS } from './groups.ts';
import { INLINE_POLICIES } from './inline-policies.ts';
import { INSTANCE_PROFILES } from './instance-profiles.ts';
import { LAST_ACCESSED } from './last-accessed.ts';
import { LOGIN_PROFILES } from './login-profiles.ts';
import { MFA } from './mfa.ts';
import { ORGANIZATION_REPORT } from './organization-report.ts';
import { PASSWORD_POLICY } from './password-policy.ts';
import { OIDC_PROVIDERS } from './oidc-providers.ts';
import { POLICIES } from './policies.ts';
import { POLICY_VERSIONS } from './policy-versions.ts';
import { PROFILE_CHANGES } from './profile-changes.ts';
import { PUT_POLICIES } from './put-policies.ts';
import { ROLE_CHANGES } from './role-changes.ts';
import { ROLES } from './roles.ts';
import { SERVER_CERTIFICATES } from './server-certificates.ts';
import { SAML_PROVIDERS } from './saml-providers.ts';
import { SERVICE_LINKED_ROLES } from './service-linked-roles.ts';
import { SIMULATOR } from './simulate.ts';
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
  ...PUT_POLICIES,
  ...INLINE_POLICIES,
  ...ATTACHED_POLICIES,
  ...BOUNDARIES,
  ...POLICIES,
  ...POLICY_VERSIONS,
  ...ROLES,
  ...ROLE_CHANGES,
  ...SERVICE_LINKED_ROLES,
  ...INSTANCE_PROFILES,
  ...PROFILE_CHANGES,
  ...OIDC_PROVIDERS,
  ...SAML_PROVIDERS,
  ...SIMULATOR,
  ...CONTEXT_KEYS,
];
