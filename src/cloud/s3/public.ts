// Whether a bucket's policy opens it to the public, as S3 Block Public Access understands the word.
import { parsePolicy, type Statement } from '#evaluator';

/** Conditions that close a statement when they compare with fixed values. Source: s3-public-access. */
const CLOSING: ReadonlySet<string> = new Set([
  ...['aws:principalarn', 'aws:principalaccount', 'aws:principalorgid', 'aws:principalorgpaths'],
  ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceowner', 'aws:sourceorgid', 'aws:sourceorgpaths'],
  ...['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:sourceip', 'aws:userid'],
  ...['aws:vpceaccount', 'aws:vpceorgid', 'aws:vpceorgpaths'],
  ...['s3:x-amz-server-side-encryption-aws-kms-key-id', 's3:dataaccesspointarn', 's3:dataaccesspointaccount'],
]);

const COMPARES =
  /^(?:ForAnyValue:)?(?:StringEquals|StringLike|StringEqualsIgnoreCase|ArnEquals|ArnLike|IpAddress|Bool)$/;
/** A network wider than this is as good as everybody. */
const WIDEST = 8;

/** Does a statement allow everybody something, without a condition that closes it? */
export function isPublicPolicy(text: string): boolean {
  const read = parsePolicy(text, 'resource');
  return 'policy' in read && read.policy.statements.some(isPublic);
}

function isPublic({ effect, principal, conditions }: Statement): boolean {
  if (effect !== 'Allow') return false;
  const everybody =
    principal?.not === true || principal?.named.some(({ kind }) => kind === 'everybody') === true;
  return everybody && !conditions.some(closes);
}

function closes({ keyLower, operatorText, test }: Statement['conditions'][number]): boolean {
  if (test.kind !== 'value' || !CLOSING.has(keyLower) || !COMPARES.test(operatorText.value)) return false;
  return test.values.every(({ value }) => isFixed(keyLower, value));
}

function isFixed(key: string, value: string): boolean {
  if (value.includes('${')) return false;
  if (key === 'aws:sourceip') return Number(value.split('/')[1] ?? '32') >= WIDEST;
  if (key === 'aws:userid') return /^[A-Z0-9]{16,}(?::|$)/.test(value) && !value.startsWith('*');
  if (key === 'aws:sourcearn' || key === 'aws:principalarn')
    return !/[*?]/.test(value.split(':').slice(0, 5).join(':'));
  return !/[*?]/.test(value);
}
