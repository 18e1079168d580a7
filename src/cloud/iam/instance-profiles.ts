// Instance profiles: the container in which a role reaches an instance. Source: ug-instance-profiles.
import { lookup, profileArn, type Account } from '../cloud.ts';
import { fault, noSuchEntity, overQuota } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Input, type Operation } from '../operation.ts';
import { passing } from '../passing.ts';
import { changed } from './changed.ts';
import { isTaken } from './found.ts';
import { protectedRole } from './service-linked-roles.ts';

function wantedArn(account: Account, input: Input): string {
  return profileArn(account, textOf(input, 'InstanceProfileName'), textOf(input, 'Path') || '/');
}

const createInstanceProfile: Operation = {
  name: 'iam:CreateInstanceProfile',
  needs: ({ account }, input) => [{ action: 'iam:CreateInstanceProfile', on: wantedArn(account, input) }],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'InstanceProfileName');
    if (isTaken(account.instanceProfiles, name)) {
      return fault('EntityAlreadyExists', `Instance Profile ${name} already exists.`);
    }
    const issued = issueId(cloud, 'AIPA');
    const profile = { id: issued.id, created: cloud.time, path: textOf(input, 'Path') || '/' };
    const reply = {
      InstanceProfile: {
        Path: profile.path,
        InstanceProfileName: name,
        InstanceProfileId: issued.id,
        Arn: wantedArn(account, input),
        Roles: [],
      },
    };
    const instanceProfiles = { ...account.instanceProfiles, [name]: profile };
    return changed(issued.cloud, { ...account, instanceProfiles }, reply);
  },
};

/** Puts the one role into a profile, which hands the role on: it needs `iam:PassRole` too. Source: ug-passrole. */
const addRoleToInstanceProfile: Operation = {
  name: 'iam:AddRoleToInstanceProfile',
  needs: ({ account }, input) => [
    { action: 'iam:AddRoleToInstanceProfile', on: wantedArn(account, input) },
    passing(account, textOf(input, 'RoleName'), 'ec2.amazonaws.com'),
  ],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'InstanceProfileName');
    const roleName = textOf(input, 'RoleName');
    const profile = lookup(account.instanceProfiles, name);
    const role = lookup(account.roles, roleName);
    if (!profile) return fault('NoSuchEntity', `Instance Profile ${name} cannot be found.`);
    if (!role) return noSuchEntity('role', roleName);
    const bad = protectedRole(role, roleName);
    if (bad) return { fault: bad };
    if (profile.role !== undefined) return overQuota('InstanceSessionsPerInstanceProfile', 1);
    const instanceProfiles = { ...account.instanceProfiles, [name]: { ...profile, role: roleName } };
    return changed(cloud, { ...account, instanceProfiles });
  },
};

export const INSTANCE_PROFILES: readonly Operation[] = [createInstanceProfile, addRoleToInstanceProfile];
