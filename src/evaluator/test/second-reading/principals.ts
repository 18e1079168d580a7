// Whom a Principal element names, and how closely. It knows neither actions nor conditions.
import type { Name } from './documents.ts';
import type { Caller } from './line.ts';

/** How closely a caller is named, weakest first. */
export const REACHES = ['none', 'account', 'role', 'direct'] as const;
export type Reach = (typeof REACHES)[number];

export const strongest = (reaches: readonly Reach[]): Reach =>
  REACHES.findLast((reach) => reaches.includes(reach)) ?? 'none';

export const hasAccount = (caller: Caller): boolean =>
  ['root', 'user', 'assumedRole', 'federatedUser'].includes(caller.type);

export const reachOf = (names: readonly Name[], caller: Caller): Reach =>
  strongest(names.map((name) => reachOfOne(name, caller)));

const isEverybody = (name: Name): boolean => name.kind === 'AWS' && name.text === '*';

function reachOfOne(name: Name, caller: Caller): Reach {
  if (isEverybody(name)) return 'direct';
  if (!hasAccount(caller)) return isNameOf(name, caller) ? 'direct' : 'none';
  if (namesAccount(name, caller)) return 'account';
  if (caller.type !== 'root' && name.kind === 'AWS' && name.text === caller.arn) return 'direct';
  if (caller.type === 'assumedRole' && namesRole(name, caller)) return 'role';
  if (caller.type === 'federatedUser' && name.kind === 'AWS' && name.text === caller.issuerArn) return 'role';
  return 'none';
}

/** Services and providers have a name of their own; nobody but everybody names an anonymous caller. */
function isNameOf(name: Name, caller: Caller): boolean {
  const kinds: Partial<Record<Caller['type'], string>> = {
    service: 'Service',
    federatedProvider: 'Federated',
  };
  return name.kind === kinds[caller.type] && name.text === caller.arn;
}

const namesAccount = ({ kind, text }: Name, { account }: Caller): boolean =>
  kind === 'AWS' && account !== null && [account, `arn:aws:iam::${account}:root`].includes(text);

/** Account, path and name of a role: a session's ARN does not carry the role's path. */
function roleIn(arn: string): { readonly path: string; readonly role: string } | undefined {
  const [, account, path = '', name] =
    /^arn:aws:iam::(\d+):role\/(?:(.*)\/)?([^/]+)$/.exec(arn) ??
    /^arn:aws:sts::(\d+):assumed-role\/()([^/]+)\//.exec(arn) ??
    [];
  return account === undefined || name === undefined ? undefined : { path, role: `${account}/${name}` };
}

/** By account and name, and by the path where both have one. */
function namesRole({ kind, text }: Name, caller: Caller): boolean {
  const [named, own] = [roleIn(text), roleIn(caller.roleArn ?? caller.arn ?? '')];
  if (kind !== 'AWS' || !text.includes(':role/') || named?.role !== own?.role || !named || !own) return false;
  return named.path === '' || own.path === '' || named.path === own.path;
}

/** Does NotPrincipal list everything about a caller that it must, so that a Deny passes it by? */
export function isSpared(names: readonly Name[], caller: Caller): boolean {
  const lists = (test: (name: Name, caller: Caller) => boolean) => names.some((name) => test(name, caller));
  const own = (name: Name) => name.kind === 'AWS' && name.text === caller.arn;
  if (names.some(isEverybody)) return true;
  switch (caller.type) {
    case 'root':
      return lists(namesAccount);
    case 'user':
    case 'federatedUser':
      return lists(namesAccount) && lists(own);
    case 'assumedRole':
      return lists(namesAccount) && lists(namesRole) && lists(own);
    case 'service':
    case 'federatedProvider':
    case 'anonymous':
      return lists(isNameOf);
  }
}
