// Does a policy allow what another one does not? Statement by statement: each must lie within one of the other policy.
import type { Policy, Statement } from '#evaluator';
import { covers } from './globs.ts';
import { holds, left, reachOf, touches, type Requests } from './reach.ts';

const EVERYTHING: Requests = { action: '*', resource: '*' };

/** The statements of `next` that allow something new. */
export function newAccess(next: Policy, before: Policy): readonly Statement[] {
  return next.statements.filter(
    (statement) => statement.effect === 'Allow' && isNew(statement, next, before),
  );
}

function isNew(statement: Statement, next: Policy, before: Policy): boolean {
  return left(next, statement, EVERYTHING).some(
    (requests) =>
      !before.statements.some((old) => old.effect === 'Allow' && isWithin(statement, old, requests)) ||
      before.statements.some(
        (deny) =>
          deny.effect === 'Deny' &&
          touches(deny, requests) &&
          !next.statements.some((one) => keeps(one, deny)),
      ),
  );
}

/** Do the requests of a statement lie within another one? */
function isWithin(statement: Statement, wide: Statement, requests: Requests): boolean {
  const byNot = (['action', 'resource'] as const).every((part) => {
    const own = statement[part];
    if (own?.not !== true) return true;
    const other = wide[part];
    if (!other?.not) return other === undefined || other.patterns.some(({ value }) => value === '*');
    return other.patterns.every(({ value }) => own.patterns.some((one) => covers(one.value, value)));
  });
  const plain: Requests = requests;
  const fits = statement.action.not || statement.resource?.not === true ? byNot : holds(wide, plain);
  return fits && areNamed(statement, wide) && isImplied(statement, wide);
}

/** Is everybody whom the statement names named by the other one? */
function areNamed({ principal }: Statement, { principal: wide }: Statement): boolean {
  if (!principal || !wide) return true;
  if (principal.not || wide.not) return principal.shown === wide.shown;
  return principal.named.every((one) =>
    wide.named.some(
      (other) =>
        other.kind === 'everybody' ||
        (other.kind === one.kind && other.text.value === one.text.value) ||
        (other.kind === 'account' && one.kind === 'arn' && one.arn.split(':')[4] === other.account) ||
        (other.kind === 'account' && one.kind === 'account' && one.account === other.account),
    ),
  );
}

/** Does each condition of `wide` hold wherever the statement's conditions hold? */
function isImplied(statement: Statement, wide: Statement): boolean {
  return wide.conditions.every((needed) => statement.conditions.some((given) => implies(given, needed)));
}

type Condition = Statement['conditions'][number];

function implies(given: Condition, needed: Condition): boolean {
  if (given.keyLower !== needed.keyLower || given.operatorText.value !== needed.operatorText.value)
    return false;
  const [own, other] = [given, needed].map(({ test }) => new Set(test.values.map(({ value }) => value)));
  if (!own || !other) return false;
  const isNegated = /(?:^|:)(?:\w+)?Not/.test(given.operatorText.value);
  const [few, many] = isNegated ? [other, own] : [own, other];
  return [...few].every((value) => many.has(value));
}

/** Does a statement deny at least what another one denied? */
function keeps(statement: Statement, deny: Statement): boolean {
  if (statement.effect !== 'Deny') return false;
  const { action, resource } = reachOf(deny);
  const all = action.every((one) =>
    resource.every((other) => holds(statement, { action: one, resource: other })),
  );
  const isSame = deny.action.not || deny.resource?.not === true ? shownAs(deny) === shownAs(statement) : all;
  return isSame && areNamed(deny, statement) && isImplied(deny, statement);
}

const shownAs = ({ action, resource }: Statement): string =>
  `${action.not} ${action.shown} ${resource?.not === true} ${resource?.shown ?? ''}`;
