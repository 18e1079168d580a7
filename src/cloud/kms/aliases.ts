// Aliases: names of keys that can be pointed at other keys.
import { without, withAccount, lookup, type Account, type Cloud } from '../cloud.ts';
import { fault, isRefused, type Refused } from '../fault.ts';
import { textOf, type Input, type Operation, type Site } from '../operation.ts';
import type { BareRequest } from '../authorize.ts';
import { aliasArn, findKey, pending, stateOf, type FoundKey } from './key.ts';
import { onKey } from './needs.ts';
import type { Alias } from './state.ts';

function arnIn({ account, region }: Site, input: Input): string {
  return aliasArn(account.id, region, textOf(input, 'AliasName'));
}

function target(site: Site, input: Input): FoundKey | Refused {
  return findKey(site, textOf(input, 'TargetKeyId'));
}

/** An alias needs permission for itself and for each key that it leaves or reaches. Source: kms-aliases. */
function pairs(action: string, site: Site, input: Input, keys: readonly FoundKey[]): readonly BareRequest[] {
  return [
    { action: `kms:${action}`, on: arnIn(site, input) },
    ...keys.map((key) => onKey(action, site, key)),
  ];
}

function withAliases(cloud: Cloud, account: Account, aliases: Readonly<Record<string, Alias>>): Cloud {
  return withAccount(cloud, { ...account, kms: { ...stateOf(account), aliases } });
}

const createAlias: Operation = {
  name: 'kms:CreateAlias',
  needs: (site, input) => {
    const key = target(site, input);
    return isRefused(key) ? key : pairs('CreateAlias', site, input, [key]);
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const name = textOf(input, 'AliasName');
    const arn = arnIn(site, input);
    const key = target(site, input);
    const wrong = isRefused(key) ? key : (aliasFault(name) ?? pending(key.arn, key.key));
    if (isRefused(key) || wrong) return wrong ?? NO_KEY;
    const { aliases } = stateOf(account);
    if (lookup(aliases, arn))
      return fault('AlreadyExistsException', `An alias with the name ${arn} already exists`);
    if (Object.values(aliases).filter((one) => one.key === key.id).length >= MOST_PER_KEY)
      return fault('LimitExceededException', `The key has ${MOST_PER_KEY} aliases.`);
    const made: Alias = { key: key.id, created: cloud.time, updated: cloud.time };
    return { cloud: withAliases(cloud, account, { ...aliases, [arn]: made }), reply: {} };
  },
};

/** Source: kms-quotas. */
const MOST_PER_KEY = 50;
const NO_KEY = fault('NotFoundException', 'Invalid keyId');

function aliasFault(name: string): Refused | undefined {
  if (name.startsWith('alias/aws/')) return fault('NotAuthorizedException', 'NotAuthorizedException');
  if (name.startsWith('alias/') && /^alias\/[a-zA-Z0-9/_-]+$/.test(name)) return undefined;
  return name.startsWith('alias/')
    ? fault('InvalidAliasNameException', 'Alias name contains invalid characters')
    : fault('ValidationException', `Invalid identifier`);
}

function known(site: Site, input: Input): FoundKey | Refused {
  return findKey(site, arnIn(site, input));
}

const deleteAlias: Operation = {
  name: 'kms:DeleteAlias',
  needs: (site, input) => {
    const key = known(site, input);
    return isRefused(key) ? key : pairs('DeleteAlias', site, input, [key]);
  },
  run: (site, input) => {
    const { cloud, account } = site;
    return {
      cloud: withAliases(cloud, account, without(stateOf(account).aliases, arnIn(site, input))),
      reply: {},
    };
  },
};

const updateAlias: Operation = {
  name: 'kms:UpdateAlias',
  needs: (site, input) => {
    const before = known(site, input);
    if (isRefused(before)) return before;
    const next = target(site, input);
    return isRefused(next) ? next : pairs('UpdateAlias', site, input, [before, next]);
  },
  run: (site, input) => {
    const { cloud, account } = site;
    const arn = arnIn(site, input);
    const { aliases } = stateOf(account);
    const next = target(site, input);
    const before = known(site, input);
    if (isRefused(next)) return next;
    if (isRefused(before)) return before;
    const stop = pending(next.arn, next.key);
    if (stop) return stop;
    if (before.key.spec !== next.key.spec || before.key.usage !== next.key.usage)
      return fault('ValidationException', 'The current and the new key must have the same type and use.');
    const mine = Object.values(aliases).filter((one) => one.key === next.id);
    if (mine.length >= MOST_PER_KEY && before.id !== next.id)
      return fault('LimitExceededException', `The key has ${MOST_PER_KEY} aliases.`);
    const made = lookup(aliases, arn)?.created ?? cloud.time;
    const moved: Alias = { key: next.id, created: made, updated: cloud.time };
    return { cloud: withAliases(cloud, account, { ...aliases, [arn]: moved }), reply: {} };
  },
};

export const ALIASES: readonly Operation[] = [createAlias, deleteAlias, updateAlias];
