// The second factor that AssumeRole and GetSessionToken take. Whose a device is, and which codes are good, others know.
import { lookup, type Account, type Cloud } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import { textOf, type Input, type Site } from '../operation.ts';
import { isMfaOf, withMfaCode } from '../totp.ts';

const UNKNOWN =
  'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.';
const WRONG = 'MultiFactorAuthentication failed with invalid MFA one time pass code.';

/** The cloud after the code was given: it is good once. */
export interface Factor {
  readonly cloud: Cloud;
}

/** The factor that a call gives, nothing when it gives none. Security keys make no codes. Source: ug-mfa-api. */
export function factorIn({ cloud, account, session }: Site, input: Input): Factor | undefined | Refused {
  const serial = textOf(input, 'SerialNumber');
  const code = textOf(input, 'TokenCode');
  if (serial === '' && code === '') return undefined;
  const { type } = session.principal;
  const user = type === 'user' ? session.name : undefined;
  const isTheirs = (type === 'user' || type === 'root') && isMfaOf(account, user, serial);
  if (!isTheirs || !isVirtual(account, serial) || code === '') return fault('AccessDenied', UNKNOWN);
  const spent = withMfaCode(cloud, account, user, { serial, code });
  return spent ? { cloud: spent } : fault('AccessDenied', WRONG);
}

function isVirtual(account: Account, serial: string): boolean {
  return lookup(account.iam?.virtualMfa ?? {}, serial) !== undefined;
}
