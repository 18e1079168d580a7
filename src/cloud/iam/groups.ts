// Groups and who is in them.
import { iamArn } from '../cloud.ts';
import { isRefused, noSuchEntity, overQuota } from '../fault.ts';
import { textOf, type Operation } from '../operation.ts';
import { changed } from './changed.ts';
import { found } from './found.ts';
import { userIn, withUser } from './users.ts';

/** Source: ug-quotas. */
const GROUPS_PER_USER = 10;

/** Joining twice changes nothing. */
const addUserToGroup: Operation = {
  name: 'iam:AddUserToGroup',
  needs: ({ account }, input) => {
    const name = textOf(input, 'GroupName');
    const path = found(account.groups, name)?.is.path ?? '/';
    return [{ action: 'iam:AddUserToGroup', on: iamArn(account.id, 'group', path, name) }];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const group = found(account.groups, textOf(input, 'GroupName'));
    const user = userIn(site, input);
    if (!group) return noSuchEntity('group', textOf(input, 'GroupName'));
    if (isRefused(user)) return user;
    if (user.is.groups.includes(group.name)) return { cloud, reply: {} };
    if (user.is.groups.length >= GROUPS_PER_USER) return overQuota('GroupsPerUser', GROUPS_PER_USER);
    const groups = [...user.is.groups, group.name];
    return changed(cloud, withUser(account, user.name, { ...user.is, groups }));
  },
};

export const GROUPS: readonly Operation[] = [addUserToGroup];
