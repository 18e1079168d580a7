// Users: their groups and their keys.
import { iamArn, lookup } from '../cloud.ts';
import { noSuchEntity, overQuota } from '../fault.ts';
import { issueKey } from '../ids.ts';
import { textOf, type Operation } from '../operation.ts';
import { changed } from './changed.ts';

/** Source: ug-quotas. */
const GROUPS_PER_USER = 10;
const KEYS_PER_USER = 2;

/** Joining twice changes nothing. */
const addUserToGroup: Operation = {
  name: 'iam:AddUserToGroup',
  required: ['GroupName', 'UserName'],
  needs: ({ account }, input) => {
    const name = textOf(input, 'GroupName');
    const path = lookup(account.groups, name)?.path ?? '/';
    return [{ action: 'iam:AddUserToGroup', on: iamArn(account.id, 'group', path, name) }];
  },
  run: ({ cloud, account }, input) => {
    const group = textOf(input, 'GroupName');
    const name = textOf(input, 'UserName');
    const user = lookup(account.users, name);
    if (!lookup(account.groups, group)) return noSuchEntity('group', group);
    if (!user) return noSuchEntity('user', name);
    if (user.groups.includes(group)) return { cloud, reply: {} };
    if (user.groups.length >= GROUPS_PER_USER) return overQuota('GroupsPerUser', GROUPS_PER_USER);
    const groups = [...user.groups, group];
    return changed(cloud, { ...account, users: { ...account.users, [name]: { ...user, groups } } });
  },
};

/** The secret is in the reply and nowhere else. */
const createAccessKey: Operation = {
  name: 'iam:CreateAccessKey',
  required: ['UserName'],
  needs: ({ account }, input) => {
    const name = textOf(input, 'UserName');
    const path = lookup(account.users, name)?.path ?? '/';
    return [{ action: 'iam:CreateAccessKey', on: iamArn(account.id, 'user', path, name) }];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'UserName');
    const user = lookup(account.users, name);
    if (!user) return noSuchEntity('user', name);
    if (user.keys.length >= KEYS_PER_USER) return overQuota('AccessKeysPerUser', KEYS_PER_USER);
    const issued = issueKey(cloud, 'AKIA');
    const users = { ...account.users, [name]: { ...user, keys: [...user.keys, issued.id] } };
    const key = { UserName: name, AccessKeyId: issued.id, Status: 'Active', SecretAccessKey: issued.secret };
    return changed(issued.cloud, { ...account, users }, { AccessKey: key });
  },
};

export const USERS: readonly Operation[] = [addUserToGroup, createAccessKey];
