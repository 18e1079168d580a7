// Instance profiles: the container in which a role reaches an instance. Source: ug-instance-profiles.
import type { BareRequest } from '../authorize.ts';
import { lookup, profileArn, type Account, type Cloud, type InstanceProfile } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { passing } from '../passing.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { changed } from './changed.ts';
import { found, isTaken } from './found.ts';
import { roleIn } from './named-role.ts';
import { protectedRole } from './protected-role.ts';
import { roleReply } from './role-reply.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const MOST = 1000;

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

export function profileReply(cloud: Cloud, account: Account, name: string, profile: InstanceProfile): Reply {
  const role = profile.role === undefined ? undefined : lookup(account.roles, profile.role);
  return {
    Path: profile.path,
    InstanceProfileName: name,
    InstanceProfileId: profile.id,
    Arn: profileArn(account, name, profile.path),
    CreateDate: profile.created,
    Roles: role ? [roleReply(cloud, account, profile.role ?? '', role)] : [],
  };
}

/** The same with its tags, where it has some. */
export function wholeProfileReply(
  cloud: Cloud,
  account: Account,
  name: string,
  profile: InstanceProfile,
): Reply {
  const Tags = tagList(profile.tags ?? {});
  return { ...profileReply(cloud, account, name, profile), ...(Tags.length > 0 ? { Tags } : {}) };
}

const createInstanceProfile: Operation = {
  name: 'iam:CreateInstanceProfile',
  needs: ({ account }, input) => {
    const on = profileArn(account, textOf(input, 'InstanceProfileName'), textOf(input, 'Path') || '/');
    const context = requestTagKeys(tagsIn(input));
    return [
      { action: 'iam:CreateInstanceProfile', on, context },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagInstanceProfile', on, context }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'InstanceProfileName');
    if (isTaken(account.instanceProfiles, name))
      return fault('EntityAlreadyExists', `Instance Profile ${name} already exists.`);
    if (Object.keys(account.instanceProfiles).length >= MOST)
      return overQuota('InstanceProfilesPerAccount', MOST);
    const given = withMoreTags({}, input);
    if (isRefused(given)) return given;
    const issued = issueId(cloud, 'AIPA');
    const path = textOf(input, 'Path') || '/';
    const profile: InstanceProfile = { id: issued.id, created: cloud.time, path, tags: given.tags };
    const reply = { InstanceProfile: wholeProfileReply(cloud, account, name, profile) };
    return changed(issued.cloud, withProfile(account, name, profile), reply);
  },
};

/** Puts the one role into a profile, which hands the role on: it needs `iam:PassRole` too. Source: ug-passrole. */
const addRoleToInstanceProfile: Operation = {
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

export const INSTANCE_PROFILES: readonly Operation[] = [createInstanceProfile, addRoleToInstanceProfile];
