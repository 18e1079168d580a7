// How many of each thing an account has, and how many it may have. Source: api-iam, ug-quotas.
import type { Account } from '../cloud.ts';
import type { Operation, Reply } from '../operation.ts';

/** What an account may have, apart from how many users, groups, roles and such. Source: ug-quotas. */
const QUOTAS = {
  AttachedPoliciesPerRoleQuota: 20,
  AttachedPoliciesPerUserQuota: 10,
  AttachedPoliciesPerGroupQuota: 10,
  GroupsPerUserQuota: 10,
  AccessKeysPerUserQuota: 2,
  SigningCertificatesPerUserQuota: 2,
  VersionsPerPolicyQuota: 5,
  PolicyVersionsInUseQuota: 10_000,
  PolicySizeQuota: 6144,
  UserPolicySizeQuota: 2048,
  GroupPolicySizeQuota: 5120,
  RolePolicySizeQuota: 10_240,
  AssumeRolePolicySizeQuota: 2048,
};

const size = (named: object = {}): number => Object.keys(named).length;
const bit = (is: boolean): 0 | 1 => (is ? 1 : 0);

function summaryOf(account: Account): Reply {
  const { iam = {} } = account;
  const rootMfa = iam.rootMfa ?? [];
  const ofUsers = Object.values(account.users).reduce((sum, { mfa = [] }) => sum + mfa.length, 0);
  const versions = Object.values(account.policies).reduce((sum, policy) => sum + policy.versions.length, 0);
  return {
    Users: size(account.users),
    UsersQuota: 5000,
    Groups: size(account.groups),
    GroupsQuota: 300,
    Roles: size(account.roles),
    RolesQuota: 1000,
    Policies: size(account.policies),
    PoliciesQuota: 1500,
    PolicyVersionsInUse: versions,
    InstanceProfiles: size(account.instanceProfiles),
    InstanceProfilesQuota: 1000,
    ServerCertificates: size(iam.certificates),
    ServerCertificatesQuota: 20,
    Providers: size(iam.saml) + size(iam.oidc),
    ...QUOTAS,
    AccountMFAEnabled: bit(rootMfa.length > 0),
    AccountAccessKeysPresent: bit((account.rootKeys ?? []).length > 0),
    AccountPasswordPresent: bit(iam.noRootPassword !== true),
    AccountSigningCertificatesPresent: 0,
    GlobalEndpointTokenVersion: iam.tokenVersion ?? 1,
    MFADevices: size(iam.virtualMfa),
    MFADevicesInUse: rootMfa.length + ofUsers,
  };
}

export const ACCOUNT_SUMMARY: Operation = {
  name: 'iam:GetAccountSummary',
  needs: () => [{ action: 'iam:GetAccountSummary', on: '*' }],
  run: ({ cloud, account }) => ({ cloud, reply: { SummaryMap: summaryOf(account) } }),
};
