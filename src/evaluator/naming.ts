// How a principal element reaches a caller.
import type { Asked } from './asked.ts';
import type { Named, PrincipalElement } from './policy.ts';
import type { Principal } from './request.ts';

/**
 * How a resource policy reached the caller. A stronger way needs less from the caller's own policies: `direct` nothing,
 * `role` (the role of a session, or the user who asked for a federated user) its ceilings, `account` everything.
 * Source: ug-denyallow.
 */
export type Reach = 'direct' | 'role' | 'account';

const STRENGTH: Readonly<Record<Reach, number>> = { account: 1, role: 2, direct: 3 };

export function stronger(a: Reach | undefined, b: Reach | undefined): Reach | undefined {
  if (!a || !b) return a ?? b;
  return STRENGTH[b] > STRENGTH[a] ? b : a;
}

export interface Reached {
  readonly reach: Reach;
  /** The entry that did it; absent where the caller is reached because no entry names it. */
  readonly named?: Named;
}

/** @returns undefined when the element does not speak of the caller */
export function reachOf(element: PrincipalElement, asked: Asked): Reached | undefined {
  if (element.not) return isSpared(element, asked) ? undefined : { reach: 'direct' };
  let best: Reached | undefined;
  for (const named of element.named) {
    const reach = reachOne(named, asked);
    if (reach && stronger(best?.reach, reach) !== best?.reach) best = { reach, named };
  }
  return best;
}

function reachOne(named: Named, { principal, keys }: Asked): Reach | undefined {
  switch (named.kind) {
    case 'everybody':
      return 'direct';
    case 'account':
      return hasAccount(principal) && named.account === principal.account ? 'account' : undefined;
    case 'service':
      return principal.type === 'service' && principal.arn === named.service ? 'direct' : undefined;
    case 'provider':
      return principal.type === 'federatedProvider' && principal.arn === named.provider
        ? 'direct'
        : undefined;
    case 'canonicalUser':
      return undefined;
    case 'id':
      return reachById(named.id, keys.get('aws:userid')?.[0]?.text, principal);
    case 'arn':
      return reachByArn(named.arn, principal);
  }
}

function hasAccount({ type }: Principal): boolean {
  return type !== 'service' && type !== 'federatedProvider' && type !== 'anonymous';
}

function reachById(id: string, userId: string | undefined, { type }: Principal): Reach | undefined {
  if (type === 'user' && userId === id) return 'direct';
  return type === 'assumedRole' && userId?.startsWith(`${id}:`) === true ? 'role' : undefined;
}

function reachByArn(arn: string, principal: Principal): Reach | undefined {
  if (!hasAccount(principal)) return undefined;
  if (arn === principal.arn) return 'direct';
  if (principal.type === 'federatedUser') return arn === principal.issuerArn ? 'role' : undefined;
  return principal.roleArn !== undefined && sameRole(arn, principal.roleArn) ? 'role' : undefined;
}

const PATH = /:role\/.*\//;

/** A role is known by its account and name; a session's ARN does not show the path. */
function sameRole(a: string, b: string): boolean {
  if (a === b) return true;
  if (PATH.test(a) && PATH.test(b)) return false;
  const bare = (arn: string): string => arn.replace(/:role\/(?:.*\/)?/, ':role/');
  return bare(a) === bare(b);
}

/**
 * NotPrincipal spares a caller whose every name is listed: the account, and the user, or the role and the session.
 * A caller with a permissions boundary is never spared. Source: ug-notprincipal.
 */
function isSpared({ named }: PrincipalElement, asked: Asked): boolean {
  const { principal } = asked;
  if (named.some(({ kind }) => kind === 'everybody')) return !asked.hasBoundary;
  if (asked.hasBoundary) return false;
  const reaches = new Set(named.map((one) => reachOne(one, asked)));
  if (!hasAccount(principal)) return reaches.has('direct');
  if (principal.type === 'root') return reaches.has('account') || reaches.has('direct');
  const alone = principal.type !== 'assumedRole';
  return reaches.has('account') && reaches.has('direct') && (alone || reaches.has('role'));
}
