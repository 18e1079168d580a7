// Access keys of users. The secret is in the reply of the call that makes the key and nowhere else.
import type { AccessKey } from '../cloud.ts';
import { isRefused, overQuota } from '../fault.ts';
import { issueKey } from '../ids.ts';
import type { Operation } from '../operation.ts';
import { changed } from './changed.ts';
import { onUser, userIn, withUser } from './users.ts';

/** Source: ug-quotas. */
const KEYS_PER_USER = 2;

const createAccessKey: Operation = {
  name: 'iam:CreateAccessKey',
  needs: (site, input) => [onUser('iam:CreateAccessKey', site, input)],
  run: (site, input) => {
    const { cloud, account } = site;
    const user = userIn(site, input);
    if (isRefused(user)) return user;
    if (user.is.keys.length >= KEYS_PER_USER) return overQuota('AccessKeysPerUser', KEYS_PER_USER);
    const issued = issueKey(cloud, 'AKIA');
    const key: AccessKey = { id: issued.id, secret: issued.secret, status: 'Active', created: cloud.time };
    const keyOwners = { ...cloud.keyOwners, [issued.id]: { account: account.id, user: user.name } };
    const reply = {
      UserName: user.name,
      AccessKeyId: key.id,
      Status: key.status,
      SecretAccessKey: key.secret,
      CreateDate: key.created,
    };
    const next = withUser(account, user.name, { ...user.is, keys: [...user.is.keys, key] });
    return changed({ ...issued.cloud, keyOwners }, next, { AccessKey: reply });
  },
};

export const ACCESS_KEYS: readonly Operation[] = [createAccessKey];
