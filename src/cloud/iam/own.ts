// Whose things a call is about when its UserName may be left out: then they are the caller's own. Source: api-iam.
import type { BareRequest } from '../authorize.ts';
import type { User } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { onUser, userIn } from './users.ts';

/** A user, or the account's root user. */
export type Whose = { readonly name: string; readonly is: User } | { readonly root: true };

/** The pair of an operation on whoever is meant; sessions of roles must say whom they mean. */
export function onOwn(action: string, site: Site, input: Input): readonly BareRequest[] | Refused {
  if (textOf(input, 'UserName') !== '') return [onUser(action, site, input)];
  const { session, account } = site;
  if (session.principal.type === 'user') return [onUser(action, site, { UserName: session.name })];
  if (session.principal.type === 'root') return [{ action, on: `arn:aws:iam::${account.id}:root` }];
  return fault('ValidationError', 'Must specify userName when calling with non-User credentials');
}

/** Whoever is meant, or the fault that there is no such user. */
export function ownIn(site: Site, input: Input): Whose | Refused {
  const { session } = site;
  if (textOf(input, 'UserName') !== '') return userIn(site, input);
  return session.principal.type === 'root' ? { root: true } : userIn(site, { UserName: session.name });
}
