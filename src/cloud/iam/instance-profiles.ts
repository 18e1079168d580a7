// Instance profiles: the container in which a role reaches an instance. Filling one is `add-role-to-profile`. Source: ug-instance-profiles.
import { lookup, profileArn, type Account, type Cloud, type InstanceProfile } from '../cloud.ts';
import { fault, isRefused, overQuota } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Operation, type Reply } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { ADD_ROLE_TO_PROFILE, withProfile } from './add-role-to-profile.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { roleReply } from './role-reply.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const MOST = 1000;

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

export const INSTANCE_PROFILES: readonly Operation[] = [createInstanceProfile, ADD_ROLE_TO_PROFILE];
