// Boundaries put on users and roles and taken away. Groups have none. Source: ug-boundaries.
import { isRefused } from '../fault.ts';
import type { Account } from '../cloud.ts';
import type { Operation } from '../operation.ts';
import { boundaryKey, wantedBoundary } from './boundary.ts';
import { changed } from './changed.ts';
import { changeableIn, HOLDERS, onHolder, type Holder, type HolderKind } from './holders.ts';

/** The account in which one has this boundary, or none. */
function bounded(account: Account, name: string, holder: Holder, boundary: string | undefined): Account {
  if (!('tags' in holder)) return account;
  return 'trust' in holder
    ? { ...account, roles: { ...account.roles, [name]: { ...holder, boundary } } }
    : { ...account, users: { ...account.users, [name]: { ...holder, boundary } } };
}

/** The key is the boundary that the call gives, not the one that was there. */
function putBoundary(kind: HolderKind): Operation {
  const action = `iam:Put${kind.Noun}PermissionsBoundary`;
  return {
    name: action,
    needs: (site, input) => [{ ...onHolder(kind, action, site, input), context: boundaryKey(input) }],
    run: (site, input) => {
      const holder = changeableIn(kind, site, input);
      if (isRefused(holder)) return holder;
      const wanted = wantedBoundary(site.cloud, site.account, input);
      if (isRefused(wanted)) return wanted;
      return changed(site.cloud, bounded(site.account, holder.name, holder.is, wanted.boundary));
    },
  };
}

function deleteBoundary(kind: HolderKind): Operation {
  const action = `iam:Delete${kind.Noun}PermissionsBoundary`;
  return {
    name: action,
    needs: (site, input) => [onHolder(kind, action, site, input)],
    run: (site, input) => {
      const holder = changeableIn(kind, site, input);
      if (isRefused(holder)) return holder;
      return changed(site.cloud, bounded(site.account, holder.name, holder.is, undefined));
    },
  };
}

export const BOUNDARIES: readonly Operation[] = HOLDERS.filter(({ noun }) => noun !== 'group').flatMap(
  (kind) => [putBoundary(kind), deleteBoundary(kind)],
);
