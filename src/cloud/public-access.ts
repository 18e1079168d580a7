// Which statements of a resource's policy let everybody in, as far as the policy alone can tell.
import { parsePolicy, type Policy, type Statement } from '#evaluator';

/** Keys that say who or what may come; compared with fixed values they close a statement. Source: ug-access-analyzer. */
const CLOSING: ReadonlySet<string> = new Set([
  ...['aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:principalorgpaths'],
  ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceowner', 'aws:sourceorgid', 'aws:sourceorgpaths'],
  ...['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:sourceip', 'aws:userid', 'aws:vpcsourceip'],
  ...['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths', 'kms:calleraccount', 'sts:externalid'],
  ...['lambda:eventsourcetoken', 'aws:federatedprovider', 's3:dataaccesspointaccount'],
]);
const COMPARES =
  /^(?:ForAnyValue:)?(?:StringEquals|StringLike|StringEqualsIgnoreCase|ArnEquals|ArnLike|IpAddress)$/;
const EXCEPTS =
  /^(?:StringNotEquals|StringNotLike|StringNotEqualsIgnoreCase|ArnNotEquals|ArnNotLike|NotIpAddress)(?:IfExists)?$/;
/** A network wider than this is as good as everybody. */
const WIDEST = 8;

/** Does the policy let everybody in? */
export function isPublicPolicy(text: string): boolean {
  const read = parsePolicy(text, 'resource');
  return 'policy' in read && publicStatements(read.policy).length > 0;
}

/** The statements that let everybody in, and that no Deny shuts to all but some. */
export function publicStatements({ statements }: Policy): readonly Statement[] {
  return statements.filter((one) => isPublic(one) && !statements.some((deny) => shuts(deny, one)));
}

/** Does a Deny leave of a statement nothing, or only those whom fixed values name? */
function shuts({ effect, principal, action, resource, conditions }: Statement, open: Statement): boolean {
  const everybody = principal?.named.some(({ kind }) => kind === 'everybody') === true && !principal.not;
  if (effect !== 'Deny' || !everybody || action.not || resource?.not === true) return false;
  return (
    hasAll(action.patterns, open.action) &&
    (!resource || (open.resource !== undefined && hasAll(resource.patterns, open.resource))) &&
    conditions.every(leavesFew)
  );
}

function hasAll(patterns: Statement['action']['patterns'], open: Statement['action']): boolean {
  const all = patterns.some(({ value }) => value === '*' || /^[\w-]+:\*$/.test(value));
  const own = new Set(patterns.map(({ value }) => value.toLowerCase()));
  return all || (!open.not && open.patterns.every(({ value }) => own.has(value.toLowerCase())));
}

function leavesFew({ keyLower, operatorText, test }: Statement['conditions'][number]): boolean {
  if (test.kind !== 'value' || !EXCEPTS.test(operatorText.value)) return false;
  return CLOSING.has(keyLower) && test.values.every(({ value }) => isFixed(keyLower, value));
}

/** Does a statement allow everybody something, without a condition that closes it? */
export function isPublic({ effect, principal, conditions }: Statement): boolean {
  if (effect !== 'Allow') return false;
  const everybody =
    principal?.not === true || principal?.named.some(({ kind }) => kind === 'everybody') === true;
  return everybody && !conditions.some(closes);
}

function closes({ keyLower, operatorText, test }: Statement['conditions'][number]): boolean {
  if (test.kind !== 'value' || !COMPARES.test(operatorText.value)) return false;
  return CLOSING.has(keyLower) && test.values.every(({ value }) => isFixed(keyLower, value));
}

function isFixed(key: string, value: string): boolean {
  if (value.includes('${')) return false;
  if (key === 'aws:sourceip') return Number(value.split('/')[1] ?? '32') >= WIDEST;
  if (key === 'aws:sourcearn' || key === 'aws:principalarn')
    return !/[*?]/.test(value.split(':')[4] ?? '*') && value.split(':')[4] !== '';
  return !/^[*?]+$/.test(value);
}
