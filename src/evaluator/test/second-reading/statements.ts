// Does a statement speak about a request? Principal, action, resource and every condition, one after the other.
import { holds, lookupIn } from './conditions.ts';
import type { Statement } from './documents.ts';
import type { Line } from './line.ts';
import { matches, patternOf, resourcePatternOf } from './patterns.ts';
import { isSpared, reachOf, type Reach } from './principals.ts';

export function speaks(statement: Statement, line: Line): boolean {
  return (
    reachIn(statement, line) !== 'none' &&
    meansAction(statement, line.request.action) &&
    meansResource(statement, line) &&
    meansConditions(statement, line)
  );
}

/** How closely the statement names the caller. A statement without a principal speaks about everybody. */
export function reachIn({ principal, notPrincipal, effect }: Statement, line: Line): Reach {
  if (principal) return reachOf(principal, line.principal);
  if (!notPrincipal) return 'direct';
  if (effect === 'Allow') return 'none';
  const isBounded = line.permissionsBoundary !== undefined;
  return isBounded || !isSpared(notPrincipal, line.principal) ? 'direct' : 'none';
}

function meansAction({ action, notAction }: Statement, asked: string): boolean {
  const named = (given: string): boolean =>
    matches(patternOf(given.toLowerCase(), undefined) ?? [], asked.toLowerCase());
  return action ? action.some(named) : !(notAction ?? []).some(named);
}

function meansResource({ resource, notResource, hasVariables }: Statement, { request }: Line): boolean {
  const named = (given: string): boolean => {
    const pattern = resourcePatternOf(given, hasVariables ? lookupIn(request.context) : undefined);
    return pattern !== undefined && matches(pattern, request.resource);
  };
  // Neither of the two: a trust policy, which speaks about its own role.
  return resource ? resource.some(named) : !(notResource ?? []).some(named);
}

function meansConditions({ conditions, hasVariables }: Statement, { request }: Line): boolean {
  const lookup = hasVariables ? lookupIn(request.context) : undefined;
  return conditions.every((condition) => holds(condition, request.context, lookup));
}
