// Instance profiles read, listed, emptied, tagged and deleted. Making and filling one is `instance-profiles`.
import { without } from '../cloud.ts';
import { fault, isRefused, noSuchEntity } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { isUnder, page, pageAs } from './found.ts';
import { onProfile, profileIn, withProfile } from './add-role-to-profile.ts';
import { profileReply, wholeProfileReply } from './instance-profiles.ts';
import { onRole, roleIn } from './named-role.ts';
import { protectedRole } from './protected-role.ts';
import { tagOperations } from './tag-operations.ts';

const getInstanceProfile: Operation = {
  name: 'iam:GetInstanceProfile',
  needs: (site, input) => [onProfile('iam:GetInstanceProfile', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const profile = profileIn(site, input);
    return isRefused(profile)
      ? profile
      : { cloud, reply: { InstanceProfile: wholeProfileReply(cloud, account, profile.name, profile.is) } };
  },
};

const listInstanceProfiles: Operation = {
  name: 'iam:ListInstanceProfiles',
  needs: ({ account }, input) => [
    {
      action: 'iam:ListInstanceProfiles',
      on: `arn:aws:iam::${account.id}:instance-profile${textOf(input, 'PathPrefix') || '/'}`,
    },
  ],
  run: ({ cloud, account }, input) => {
    const profiles = Object.entries(account.instanceProfiles).filter(([, profile]) =>
      isUnder(input, profile.path),
    );
    const make = ([name, profile]: (typeof profiles)[number]) => profileReply(cloud, account, name, profile);
    return answered(cloud, pageAs(input, 'InstanceProfiles', profiles, make));
  },
};

const listInstanceProfilesForRole: Operation = {
  name: 'iam:ListInstanceProfilesForRole',
  needs: (site, input) => [onRole('iam:ListInstanceProfilesForRole', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const profiles = Object.entries(account.instanceProfiles)
      .filter(([, profile]) => profile.role === role.name)
      .map(([name, profile]) => profileReply(cloud, account, name, profile));
    return answered(cloud, page(input, 'InstanceProfiles', profiles));
  },
};

const deleteInstanceProfile: Operation = {
  name: 'iam:DeleteInstanceProfile',
  needs: (site, input) => [onProfile('iam:DeleteInstanceProfile', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const profile = profileIn(site, input);
    if (isRefused(profile)) return profile;
    if (profile.is.role !== undefined)
      return fault('DeleteConflict', 'Cannot delete entity, must remove roles from instance profile first.');
    return changed(cloud, {
      ...account,
      instanceProfiles: without(account.instanceProfiles, profile.name),
    });
  },
};

const removeRoleFromInstanceProfile: Operation = {
  name: 'iam:RemoveRoleFromInstanceProfile',
  needs: (site, input) => [onProfile('iam:RemoveRoleFromInstanceProfile', site, input)],
  run: (site, input) => {
    const profile = profileIn(site, input);
    if (isRefused(profile)) return profile;
    const role = roleIn(site, input);
    if (isRefused(role)) return role;
    const bad = protectedRole(role.is, role.name);
    if (bad) return { fault: bad };
    const { role: inside, ...empty } = profile.is;
    if (inside !== role.name) return noSuchEntity('role', textOf(input, 'RoleName'));
    return changed(site.cloud, withProfile(site.account, profile.name, empty));
  },
};

const tags = tagOperations({
  noun: 'InstanceProfile',
  pair: onProfile,
  found: (site, input) => {
    const profile = profileIn(site, input);
    if (isRefused(profile)) return profile;
    return {
      tags: profile.is.tags ?? {},
      put: (more) => withProfile(site.account, profile.name, { ...profile.is, tags: more }),
    };
  },
});

export const PROFILE_CHANGES: readonly Operation[] = [
  ...[getInstanceProfile, listInstanceProfiles, listInstanceProfilesForRole],
  ...[deleteInstanceProfile, removeRoleFromInstanceProfile],
  ...tags,
];
