// Inputs and replies as CloudTrail keeps them: small first letters, times in words, and nothing secret.
import type { Input } from '../operation.ts';

/** Members that are left out, and members whose value is. Source: ug-cloudtrail. */
const SECRET = new Set(
  [
    ...['SecretAccessKey', 'Password', 'OldPassword', 'NewPassword', 'Base32StringSeed', 'QRCodePNG'],
    ...['TokenCode', 'AuthenticationCode1', 'AuthenticationCode2', 'PrivateKey', 'SecretBinary'],
    ...['WebIdentityToken', 'SAMLAssertion', 'EncodedMessage', 'DecodedMessage', 'TradeInToken'],
    ...['Plaintext', 'CiphertextBlob', 'ZipFile', 'Body', 'UserData', 'EncryptionContext'],
  ].map(lowered),
);
const HIDDEN = new Set(['SecretString', 'Value', 'Environment'].map(lowered));
const HIDES = /^(?:secretsmanager|ssm|lambda):/;

function lowered(name: string): string {
  return /^[A-Z]{2,}(?:[A-Z][a-z]|$)/.test(name)
    ? name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)/, (letters) => letters.toLowerCase())
    : `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`;
}

/** An input, or a reply, of an operation; `null` when there is nothing in it. */
export function elementsOf(operation: string, members: Input | undefined): object | null {
  const kept = told(members ?? {}, HIDES.test(operation), '');
  return Object.keys(kept as object).length === 0 ? null : (kept as object);
}

const TIME = /(?:date|time|timestamp|expiration|lastused|created|updated)$/i;

function told(value: unknown, hides: boolean, name: string): unknown {
  if (Array.isArray(value)) return value.map((one) => told(one, hides, ''));
  if (typeof value === 'number' && TIME.test(name) && value > 1e11) return inWords(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([member, one]) => {
      const key = lowered(member);
      if (SECRET.has(key)) return [];
      if (hides && HIDDEN.has(key)) return [[key, 'HIDDEN_DUE_TO_SECURITY_REASONS']];
      return [[key, told(one, hides, key)]];
    }),
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Such as `Nov 20, 2026, 10:12:44 AM`. */
function inWords(time: number): string {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  const hours = date.getUTCHours();
  const clock = `${hours % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = `${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  return `${day}, ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}
