// Access keys of users and of the root user. The secret is in the reply of the call that makes the key and nowhere else.
import { lookup, type AccessKey, type Account, type Cloud, type KeyOwner } from '../cloud.ts';
import { fault, isRefused, overQuota, type Refused } from '../fault.ts';
import { issueKey } from '../ids.ts';
import { present, textOf, type Input, type Operation, type Reply, type Site } from '../operation.ts';
import { answered, changed } from './changed.ts';
import { page } from './found.ts';
import { onOwn, ownIn, type Whose } from './own.ts';
import { userArn, withUser } from './users.ts';

/** Source: ug-quotas. */
const KEYS_PER_USER = 2;

function keysOf(account: Account, whose: Whose): readonly AccessKey[] {
  return 'root' in whose ? (account.rootKeys ?? []) : whose.is.keys;
}

function withKeys(account: Account, whose: Whose, keys: readonly AccessKey[]): Account {
  return 'root' in whose
    ? { ...account, rootKeys: keys }
    : withUser(account, whose.name, { ...whose.is, keys });
}

const nameOf = (whose: Whose): string | undefined => ('root' in whose ? undefined : whose.name);

function keyReply(whose: Whose, { id, status, created }: AccessKey): Reply {
  return present({ UserName: nameOf(whose), AccessKeyId: id, Status: status, CreateDate: created });
}

function noSuchKey(id: string): Refused {
  return fault('NoSuchEntity', `The Access Key with id ${id} cannot be found.`);
}

/** A key that the input names, of whoever is meant. Somebody else's is not found. */
function keyIn(site: Site, input: Input): { readonly whose: Whose; readonly key: AccessKey } | Refused {
  const whose = ownIn(site, input);
  if (isRefused(whose)) return whose;
  const id = textOf(input, 'AccessKeyId');
  const key = keysOf(site.account, whose).find((one) => one.id === id);
  return key ? { whose, key } : noSuchKey(id);
}

const createAccessKey: Operation = {
  name: 'iam:CreateAccessKey',
  needs: (site, input) => onOwn('iam:CreateAccessKey', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    const keys = keysOf(account, whose);
    if (keys.length >= KEYS_PER_USER) return overQuota('AccessKeysPerUser', KEYS_PER_USER);
    const { id, secret, cloud: issued } = issueKey(cloud, 'AKIA');
    const key: AccessKey = { id, secret, status: 'Active', created: cloud.time };
    const name = nameOf(whose);
    const owner: KeyOwner = { account: account.id, ...(name === undefined ? {} : { user: name }) };
    const keyOwners = { ...cloud.keyOwners, [id]: owner };
    const reply = { ...keyReply(whose, key), SecretAccessKey: secret };
    return changed({ ...issued, keyOwners }, withKeys(account, whose, [...keys, key]), { AccessKey: reply });
  },
};

const listAccessKeys: Operation = {
  name: 'iam:ListAccessKeys',
  needs: (site, input) => onOwn('iam:ListAccessKeys', site, input),
  run: (site, input) => {
    const whose = ownIn(site, input);
    if (isRefused(whose)) return whose;
    const keys = keysOf(site.account, whose).map((key) => keyReply(whose, key));
    return answered(site.cloud, page(input, 'AccessKeyMetadata', keys));
  },
};

/** A key that is inactive signs nothing, and can be made active again. */
const updateAccessKey: Operation = {
  name: 'iam:UpdateAccessKey',
  needs: (site, input) => onOwn('iam:UpdateAccessKey', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const found = keyIn(site, input);
    if (isRefused(found)) return found;
    const wanted = textOf(input, 'Status');
    if (wanted !== 'Active' && wanted !== 'Inactive')
      return fault('InvalidInput', `The status ${wanted} cannot be set.`);
    const { whose, key } = found;
    const next: AccessKey = { ...key, status: wanted };
    const keys = keysOf(account, whose).map((one) => (one.id === key.id ? next : one));
    return changed(cloud, withKeys(account, whose, keys));
  },
};

const deleteAccessKey: Operation = {
  name: 'iam:DeleteAccessKey',
  needs: (site, input) => onOwn('iam:DeleteAccessKey', site, input),
  run: (site, input) => {
    const { cloud, account } = site;
    const found = keyIn(site, input);
    if (isRefused(found)) return found;
    const { whose, key } = found;
    const keys = keysOf(account, whose).filter((one) => one.id !== key.id);
    return changed(cloud, withKeys(account, whose, keys));
  },
};

/** The user of this account whose the key is; without a name it is the root user. A deleted key is nobody's. */
function ownerOf(cloud: Cloud, account: Account, id: string): KeyOwner | undefined {
  const owner = lookup(cloud.keyOwners ?? {}, id);
  if (owner?.account !== account.id) return undefined;
  const keys = owner.user === undefined ? account.rootKeys : lookup(account.users, owner.user)?.keys;
  return keys?.some((key) => key.id === id) ? owner : undefined;
}

/** When a key was last used is known to the minute. Source: api-iam. */
const getAccessKeyLastUsed: Operation = {
  name: 'iam:GetAccessKeyLastUsed',
  needs: ({ cloud, account }, input) => {
    const owner = ownerOf(cloud, account, textOf(input, 'AccessKeyId'));
    const of = (user: string | undefined): string =>
      user === undefined ? `arn:aws:iam::${account.id}:root` : userArn(account, user);
    return [{ action: 'iam:GetAccessKeyLastUsed', on: owner ? of(owner.user) : '*' }];
  },
  run: ({ cloud, account }, input) => {
    const id = textOf(input, 'AccessKeyId');
    const owner = ownerOf(cloud, account, id);
    if (!owner) return noSuchKey(id);
    const use = lookup(cloud.uses ?? {}, id);
    const AccessKeyLastUsed = use
      ? { LastUsedDate: toTheMinute(use.time), ServiceName: use.service, Region: use.region }
      : { ServiceName: 'N/A', Region: 'N/A' };
    return { cloud, reply: present({ UserName: owner.user, AccessKeyLastUsed }) };
  },
};

/** The minute in which a time lies. */
export function toTheMinute(time: number): number {
  return time - (time % 60_000);
}

export const ACCESS_KEYS: readonly Operation[] = [
  ...[createAccessKey, listAccessKeys, updateAccessKey, deleteAccessKey, getAccessKeyLastUsed],
];
