// A group in an account: found, named, answered. Joining one stands alone: it travels with every lab.
import type { BareRequest } from '../authorize.ts';
import { iamArn, type Account, type Group } from '../cloud.ts';
import { isRefused, noSuchEntity, overQuota, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { changed } from './changed.ts';
import { found } from './found.ts';
import { userIn, withUser } from './users.ts';

/** Source: ug-quotas. */
const GROUPS_PER_USER = 10;

export function groupArn(account: Account, name: string, path = '/'): string {
  const known = found(account.groups, name);
  return iamArn(account.id, 'group', known?.is.path ?? path, known?.name ?? name);
}

/** The pair of an operation on the group that the input names. */
export function onGroup(action: string, { account }: Site, input: Input): BareRequest {
  return { action, on: groupArn(account, textOf(input, 'GroupName')) };
}

/** The group that the input names, or the fault that there is none. */
export function groupIn(
  { account }: Site,
  input: Input,
): { readonly name: string; readonly is: Group } | Refused {
  const name = textOf(input, 'GroupName');
  return found(account.groups, name) ?? noSuchEntity('group', name);
}

export function groupReply(account: Account, name: string, { path, id, created }: Group): Reply {
  return {
    Path: path,
    GroupName: name,
    GroupId: id,
    Arn: iamArn(account.id, 'group', path, name),
    CreateDate: created,
  };
}

/** Joining twice changes nothing. */
export const ADD_USER_TO_GROUP: Operation = {
  name: 'iam:AddUserToGroup',
  needs: (site, input) => [onGroup('iam:AddUserToGroup', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const group = groupIn(site, input);
    const user = userIn(site, input);
    if (isRefused(group)) return group;
    if (isRefused(user)) return user;
    if (user.is.groups.includes(group.name)) return { cloud, reply: {} };
    if (user.is.groups.length >= GROUPS_PER_USER) return overQuota('GroupsPerUser', GROUPS_PER_USER);
    const groups = [...user.is.groups, group.name];
    return changed(cloud, withUser(account, user.name, { ...user.is, groups }));
  },
};
