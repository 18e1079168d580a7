// Users: made, read, renamed, tagged and deleted. Their keys, passwords, devices and groups have files of their own.
import type { BareRequest } from '../authorize.ts';
import { iamArn, without, type Account, type User } from '../cloud.ts';
import { alreadyExists, fault, isRefused, noSuchEntity, overQuota, type Refused } from '../fault.ts';
import { issueId } from '../ids.ts';
import { policyArn } from '../managed.ts';
import { present, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { requestTagKeys, tagList, tagsIn } from '../tags.ts';
import { answered, changed } from './changed.ts';
import { boundaryKey, boundaryReply, wantedBoundary } from './boundary.ts';
import { found, isTaken, isUnder, page } from './found.ts';
import { tagOperations } from './tag-operations.ts';
import { withMoreTags } from './tagging.ts';

/** Source: ug-quotas. */
const USERS_PER_ACCOUNT = 5000;

export function userArn(account: Account, name: string, path = '/'): string {
  const known = found(account.users, name);
  return iamArn(account.id, 'user', known?.is.path ?? path, known?.name ?? name);
}

/** The pair of an operation on the user that the input names. */
export function onUser(action: string, { account }: Site, input: Input): BareRequest {
  const name = textOf(input, 'UserName');
  const boundary = found(account.users, name)?.is.boundary;
  return {
    action,
    on: userArn(account, name),
    context: boundary === undefined ? {} : { 'iam:PermissionsBoundary': policyArn(account, boundary) },
  };
}

/** The user that the input names, or the fault that there is none. */
export function userIn(
  { account }: Site,
  input: Input,
): { readonly name: string; readonly is: User } | Refused {
  const name = textOf(input, 'UserName');
  return found(account.users, name) ?? noSuchEntity('user', name);
}

/** The account with another state of one user. */
export function withUser(account: Account, name: string, user: User): Account {
  return { ...account, users: { ...account.users, [name]: user } };
}

/** A user in a list; GetUser and CreateUser say more. */
export function userReply(account: Account, name: string, user: User): Reply {
  return present({
    Path: user.path,
    UserName: name,
    UserId: user.id,
    Arn: iamArn(account.id, 'user', user.path, name),
    CreateDate: user.created,
    PasswordLastUsed: user.login?.used,
  });
}

function fullReply(account: Account, name: string, user: User): Reply {
  const tags = tagList(user.tags);
  return {
    ...userReply(account, name, user),
    ...present({
      PermissionsBoundary: boundaryReply(account, user.boundary),
      Tags: tags.length > 0 ? tags : undefined,
    }),
  };
}

const createUser: Operation = {
  name: 'iam:CreateUser',
  needs: ({ account }, input) => {
    const name = textOf(input, 'UserName');
    const context = { ...boundaryKey(input), ...requestTagKeys(tagsIn(input)) };
    const pair = { on: iamArn(account.id, 'user', textOf(input, 'Path') || '/', name), context };
    return [
      { action: 'iam:CreateUser', ...pair },
      ...(input['Tags'] === undefined ? [] : [{ action: 'iam:TagUser', ...pair }]),
    ];
  },
  run: ({ cloud, account }, input) => {
    const name = textOf(input, 'UserName');
    if (isTaken(account.users, name)) return alreadyExists('User', name);
    if (Object.keys(account.users).length >= USERS_PER_ACCOUNT)
      return overQuota('UsersPerAccount', USERS_PER_ACCOUNT);
    const boundary = wantedBoundary(cloud, account, input);
    if (isRefused(boundary)) return boundary;
    const tags = withMoreTags({}, input);
    if (isRefused(tags)) return tags;
    const issued = issueId(cloud, 'AIDA');
    const user: User = {
      path: textOf(input, 'Path') || '/',
      id: issued.id,
      created: cloud.time,
      inline: {},
      attached: [],
      tags: tags.tags,
      groups: [],
      keys: [],
      ...boundary,
    };
    return changed(issued.cloud, withUser(account, name, user), { User: fullReply(account, name, user) });
  },
};

/** Without a name it is the caller; only a user and the root user are one. Source: api-iam. */
const getUser: Operation = {
  name: 'iam:GetUser',
  needs: (site, input) => {
    const { session, account } = site;
    if (textOf(input, 'UserName') !== '') return [onUser('iam:GetUser', site, input)];
    if (session.principal.type === 'user') return [{ action: 'iam:GetUser', on: session.principal.arn }];
    if (session.principal.type === 'root')
      return [{ action: 'iam:GetUser', on: `arn:aws:iam::${account.id}:root` }];
    return fault('ValidationError', 'Must specify userName when calling with non-User credentials');
  },
  run: (site, input) => {
    const { cloud, account, session } = site;
    const name = textOf(input, 'UserName');
    if (name === '' && session.principal.type === 'root')
      return { cloud, reply: { User: rootReply(account) } };
    const user = userIn(site, name === '' ? { UserName: session.name } : input);
    return isRefused(user) ? user : { cloud, reply: { User: fullReply(account, user.name, user.is) } };
  },
};

function rootReply(account: Account): Reply {
  return { UserId: account.id, Arn: `arn:aws:iam::${account.id}:root`, CreateDate: account.created ?? 0 };
}

const listUsers: Operation = {
  name: 'iam:ListUsers',
  needs: ({ account }, input) => [
    { action: 'iam:ListUsers', on: `arn:aws:iam::${account.id}:user${textOf(input, 'PathPrefix') || '/'}` },
  ],
  run: ({ cloud, account }, input) => {
    const users = Object.entries(account.users)
      .filter(([, user]) => isUnder(input, user.path))
      .map(([name, user]) => userReply(account, name, user));
    return answered(cloud, page(input, 'Users', users));
  },
};

/** A new name or path. The unique id stays, memberships follow; ARNs in policies do not. Source: ug-identifiers. */
const updateUser: Operation = {
  name: 'iam:UpdateUser',
  needs: (site, input) => {
    const pair = onUser('iam:UpdateUser', site, input);
    const name = textOf(input, 'NewUserName') || textOf(input, 'UserName');
    const path = textOf(input, 'NewPath') || found(site.account.users, textOf(input, 'UserName'))?.is.path;
    const target = iamArn(site.account.id, 'user', path ?? '/', name);
    return target === pair.on ? [pair] : [pair, { ...pair, on: target }];
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const name = textOf(input, 'NewUserName') || user.name;
    const other = found(account.users, name);
    if (other && other.name !== user.name) return alreadyExists('User', name);
    const moved: User = { ...user.is, path: textOf(input, 'NewPath') || user.is.path };
    const users = Object.fromEntries(
      Object.entries(account.users).map(([known, one]) =>
        known === user.name ? [name, moved] : [known, one],
      ),
    );
    const keyOwners = { ...cloud.keyOwners };
    for (const { id } of moved.keys) keyOwners[id] = { account: account.id, user: name };
    return changed({ ...cloud, keyOwners }, { ...account, users });
  },
};

/** What must go before a user does, in the order in which IAM complains. Source: api-iam. */
const IN_THE_WAY: readonly (readonly [string, (user: User) => boolean])[] = [
  ['must delete access keys first', (user) => user.keys.length > 0],
  ['must detach all policies first', (user) => user.attached.length > 0],
  ['must delete policies first', (user) => Object.keys(user.inline).length > 0],
  ['must remove users from group first', (user) => user.groups.length > 0],
  ['must delete login profile first', (user) => user.login !== undefined],
  ['must delete MFA device first', (user) => (user.mfa ?? []).length > 0],
];

const deleteUser: Operation = {
  name: 'iam:DeleteUser',
  needs: (site, input) => [onUser('iam:DeleteUser', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const obstacle = IN_THE_WAY.find(([, isThere]) => isThere(user.is));
    if (obstacle) return fault('DeleteConflict', `Cannot delete entity, ${obstacle[0]}.`);
    return changed(cloud, { ...account, users: without(account.users, user.name) });
  },
};

const tags = tagOperations({
  noun: 'User',
  pair: onUser,
  found: (site, input) => {
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    const { name, is } = user;
    return { tags: is.tags, put: (more) => withUser(site.account, name, { ...is, tags: more }) };
  },
});

export const USERS: readonly Operation[] = [
  ...[createUser, getUser, listUsers, updateUser, deleteUser],
  ...tags,
];
