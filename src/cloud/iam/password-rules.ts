// What a password must look like: as the account's policy says, or as AWS says where there is none. Source: ug-passwords.
import type { Account, Login } from '../cloud.ts';
import { fault, type Refused } from '../fault.ts';
import type { PasswordPolicy } from './state.ts';

interface Kind {
  readonly noun: string;
  readonly isIn: RegExp;
}

const UPPER: Kind = { noun: 'uppercase letter', isIn: /[A-Z]/ };
const LOWER: Kind = { noun: 'lowercase letter', isIn: /[a-z]/ };
const NUMBER: Kind = { noun: 'number', isIn: /\d/ };
const SYMBOL: Kind = { noun: 'symbol', isIn: /[!@#$%^&*()_+\-=[\]{}|']/ };

const needed = ({ noun }: Kind): string => `Password should have at least one ${noun}`;

/** Without a policy of the account: so many characters, of so many of the four kinds. */
const DEFAULT_LENGTH = 8;
const DEFAULT_KINDS = 3;

/** Why a password is refused; `undefined` when it is not. @param login the one that it replaces */
export function passwordFault(account: Account, password: string, login?: Login): Refused | undefined {
  const findings = account.iam?.passwordPolicy
    ? underPolicy(account.iam.passwordPolicy, password)
    : underDefault(account, password);
  if (findings.length > 0) return fault('PasswordPolicyViolation', findings.join(', '));
  const last = account.iam?.passwordPolicy?.PasswordReusePrevention ?? 0;
  const before = login ? [login.password, ...login.before].slice(0, last) : [];
  return before.includes(password) ? REUSED : undefined;
}

/** A password that somebody had not long ago. */
export const REUSED = fault(
  'PasswordPolicyViolation',
  'Policy constraint violation with password reuse prevention during password change.',
);

function tooShort(password: string, length: number): readonly string[] {
  return password.length < length ? [`Password should have a minimum length of ${length}`] : [];
}

function underPolicy(policy: PasswordPolicy, password: string): readonly string[] {
  const kinds: readonly (readonly [boolean, Kind])[] = [
    [policy.RequireUppercaseCharacters, UPPER],
    [policy.RequireLowercaseCharacters, LOWER],
    [policy.RequireNumbers, NUMBER],
    [policy.RequireSymbols, SYMBOL],
  ];
  return [
    ...tooShort(password, policy.MinimumPasswordLength),
    ...kinds.filter(([asked, { isIn }]) => asked && !isIn.test(password)).map(([, kind]) => needed(kind)),
  ];
}

function underDefault({ name }: Account, password: string): readonly string[] {
  const short = tooShort(password, DEFAULT_LENGTH);
  if (short.length > 0) return short;
  if (password === name) return ['Password should not be identical to the name of the account'];
  const missing = [UPPER, LOWER, NUMBER, SYMBOL].filter(({ isIn }) => !isIn.test(password));
  const more = missing.length - (4 - DEFAULT_KINDS);
  if (more <= 0) return [];
  const list = missing.map(needed).join(', ');
  return [`Password should meet ${more} more of the following requirements: ${list}`];
}
