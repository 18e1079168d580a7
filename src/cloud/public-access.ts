// Which statements of a resource's policy let everybody in, as far as the policy alone can tell.
import { parsePolicy, type Statement } from '#evaluator';

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
/** A network wider than this is as good as everybody. */
const WIDEST = 8;

/** Does the policy let everybody in? */
export function isPublicPolicy(text: string): boolean {
  return publicStatements(text).length > 0;
}

/** The statements that let everybody in. */
export function publicStatements(text: string): readonly Statement[] {
  const read = parsePolicy(text, 'resource');
  return 'policy' in read ? read.policy.statements.filter(isPublic) : [];
}

/** Does a statement allow everybody something, without a condition that closes it? */
export function isPublic({ effect, principal, conditions }: Statement): boolean {
  if (effect !== 'Allow') return false;
  const everybody =
    principal?.not === true || principal?.named.some(({ kind }) => kind === 'everybody') === true;
  return everybody && !conditions.some(closes);
}

function closes({ keyLower, operatorText, test }: Statement['conditions'][number]): boolean {
  if (test.kind !== 'value' || test.ifExists || !COMPARES.test(operatorText.value)) return false;
  return CLOSING.has(keyLower) && test.values.every(({ value }) => isFixed(keyLower, value));
}

function isFixed(key: string, value: string): boolean {
  if (value.includes('${')) return false;
  if (key === 'aws:sourceip') return Number(value.split('/')[1] ?? '32') >= WIDEST;
  if (key === 'aws:sourcearn' || key === 'aws:principalarn')
    return !/[*?]/.test(value.split(':')[4] ?? '*') && value.split(':')[4] !== '';
  return !/^[*?]+$/.test(value);
}
