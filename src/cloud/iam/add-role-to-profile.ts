// Filling an instance profile: the one role goes in. Labs carry this file, so it stays small.
import type { BareRequest } from '../authorize.ts';
import { profileArn, type Account, type InstanceProfile } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import { passing } from '../passing.ts';
import { changed } from './changed.ts';
import { found } from './found.ts';
import { roleIn } from './named-role.ts';
import { protectedRole } from './protected-role.ts';

/** The pair of an operation on the profile that the input names. */
export function onProfile(action: string, { account }: Site, input: Input): BareRequest {
  const name = textOf(input, 'InstanceProfileName');
  return { action, on: profileArn(account, found(account.instanceProfiles, name)?.name ?? name) };
}

/** The profile that the input names, or the fault that there is none. */
export function profileIn(
  { account }: Site,
  input: Input,
): { readonly name: string; readonly is: InstanceProfile } | Refused {
  const name = textOf(input, 'InstanceProfileName');
  return (
    found(account.instanceProfiles, name) ??
    fault('NoSuchEntity', `Instance Profile ${name} cannot be found.`)
  );
}

/** The account with another state of one profile. */
export function withProfile(account: Account, name: string, profile: InstanceProfile): Account {
  return { ...account, instanceProfiles: { ...account.instanceProfiles, [name]: profile } };
}

/** Puts the one role into a profile, which hands the role on: it needs `iam:PassRole` too. Source: ug-passrole. */
export const ADD_ROLE_TO_PROFILE: Operation = {
  name: 'iam:AddRoleToInstanceProfile',
  needs: (site, input) => [
    onProfile('iam:AddRoleToInstanceProfile', site, input),
    passing(site.account, textOf(input, 'RoleName'), 'ec2.amazonaws.com'),
  ],
  run: (site, input) => {
    const profile = profileIn(site, input);
    if (isRefused(profile)) return profile;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const bad = protectedRole(role.is, role.name);
    if (bad) return { fault: bad };
    if (profile.is.role !== undefined) return overQuota('InstanceSessionsPerInstanceProfile', 1);
    return changed(site.cloud, withProfile(site.account, profile.name, { ...profile.is, role: role.name }));
  },
};
