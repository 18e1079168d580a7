// Groups: made, read, renamed, left and deleted. Their policies have a file of their own.
import { iamArn, without, type Account, type Group, type Named, type User } from '../cloud.ts';
import { alreadyExists, fault, isRefused, overQuota } from '../fault.ts';
import { issueId } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { found, isTaken, isUnder, page, pageAs } from './found.ts';
import { ADD_USER_TO_GROUP, groupIn, groupReply, onGroup } from './group.ts';
import { onUser, userIn, userReply, withUser } from './users.ts';

/** Source: ug-quotas. */
const GROUPS_PER_ACCOUNT = 300;

const createGroup: Operation = {
  name: 'iam:CreateGroup',
  needs: ({ account }, input) => [
    {
      action: 'iam:CreateGroup',
      on: iamArn(account.id, 'group', textOf(input, 'Path') || '/', textOf(input, 'GroupName')),
    },
  ],
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'GroupName');
    if (isTaken(account.groups, name)) return alreadyExists('Group', name);
    if (Object.keys(account.groups).length >= GROUPS_PER_ACCOUNT)
      return overQuota('GroupsPerAccount', GROUPS_PER_ACCOUNT);
    const issued = issueId(cloud, 'AGPA');
    const path = textOf(input, 'Path') || '/';
    const group: Group = { path, id: issued.id, created: cloud.time, inline: {}, attached: [] };
    const next = { ...account, groups: { ...account.groups, [name]: group } };
    return changed(issued.cloud, next, { Group: groupReply(account, name, group) });
  },
};

function membersOf(account: Account, group: string): readonly (readonly [string, User])[] {
  return Object.entries(account.users).filter(([, { groups }]) => groups.includes(group));
}

const getGroup: Operation = {
  name: 'iam:GetGroup',
  needs: (site, input) => [onGroup('iam:GetGroup', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const group = groupIn(site, input);
    if (isRefused(group)) return group;
    const listed = pageAs(input, 'Users', membersOf(account, group.name), ([name, user]) =>
      userReply(account, name, user),
    );
    return isRefused(listed)
      ? listed
      : { cloud, reply: { Group: groupReply(account, group.name, group.is), ...listed } };
  },
};

const listGroups: Operation = {
  name: 'iam:ListGroups',
  needs: ({ account }, input) => [
    { action: 'iam:ListGroups', on: iamArn(account.id, 'group', textOf(input, 'PathPrefix') || '/', '') },
  ],
  run: ({ cloud, account }, input) => {
    const groups = Object.entries(account.groups).filter(([, { path }]) => isUnder(input, path));
    const reply = pageAs(input, 'Groups', groups, ([name, group]) => groupReply(account, name, group));
    return answered(cloud, reply);
  },
};

/** A new name or path: the unique id stays and members follow. Source: ug-identifiers. */
const updateGroup: Operation = {
  name: 'iam:UpdateGroup',
  needs: (site, input) => {
    const pair = onGroup('iam:UpdateGroup', site, input);
    const known = found(site.account.groups, textOf(input, 'GroupName'));
    const name = textOf(input, 'NewGroupName') || known?.name;
    const target = iamArn(
      site.account.id,
      'group',
      textOf(input, 'NewPath') || known?.is.path || '/',
      name ?? '',
    );
    return known === undefined || target === pair.on ? [pair] : [pair, { ...pair, on: target }];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const group = groupIn(site, input);
    if (isRefused(group)) return group;
    const name = textOf(input, 'NewGroupName') || group.name;
    const other = found(account.groups, name);
    if (other && other.name !== group.name) return alreadyExists('Group', name);
    const moved: Group = { ...group.is, path: textOf(input, 'NewPath') || group.is.path };
    const groups = renamed(account.groups, group.name, [name, moved]);
    return changed(cloud, { ...withMembersMoved(account, group.name, name), groups });
  },
};

/** The same with one thing under another name, at its old place. */
function renamed<T>(named: Named<T>, old: string, now: readonly [string, T]): Named<T> {
  return Object.fromEntries(Object.entries(named).map((entry) => (entry[0] === old ? now : entry)));
}

function withMembersMoved(account: Account, old: string, name: string): Account {
  return membersOf(account, old).reduce(
    (next, [member, user]) =>
      withUser(next, member, { ...user, groups: user.groups.map((one) => (one === old ? name : one)) }),
    account,
  );
}

/** What must go before a group does. Source: api-iam. */
const deleteGroup: Operation = {
  name: 'iam:DeleteGroup',
  needs: (site, input) => [onGroup('iam:DeleteGroup', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const group = groupIn(site, input);
    if (isRefused(group)) return group;
    const stays = (must: string) => fault('DeleteConflict', `Cannot delete entity, ${must} first.`);
    if (membersOf(account, group.name).length > 0) return stays('must remove users from group');
    if (group.is.attached.length > 0) return stays('must detach all policies');
    if (Object.keys(group.is.inline).length > 0) return stays('must delete policies');
    return changed(cloud, { ...account, groups: without(account.groups, group.name) });
  },
};

const removeUserFromGroup: Operation = {
  name: 'iam:RemoveUserFromGroup',
  needs: (site, input) => [onGroup('iam:RemoveUserFromGroup', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const group = groupIn(site, input);
    const user = userIn(site, input);
    if (isRefused(group)) return group;
    if (isRefused(user)) return user;
    if (!user.is.groups.includes(group.name))
      return fault('NoSuchEntity', `User ${user.name} not in group ${group.name}`);
    const groups = user.is.groups.filter((one) => one !== group.name);
    return changed(cloud, withUser(account, user.name, { ...user.is, groups }));
  },
};

const listGroupsForUser: Operation = {
  name: 'iam:ListGroupsForUser',
  needs: (site, input) => [onUser('iam:ListGroupsForUser', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const groups = user.is.groups.flatMap((name) => {
      const group = found(account.groups, name);
      return group ? [groupReply(account, group.name, group.is)] : [];
    });
    return answered(cloud, page(input, 'Groups', groups));
  },
};

export const GROUPS: readonly Operation[] = [
  ...[createGroup, getGroup, listGroups, updateGroup, deleteGroup],
  ...[ADD_USER_TO_GROUP, removeUserFromGroup, listGroupsForUser],
];
