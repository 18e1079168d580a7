// A password against the policy of an account, as the simulated account answers when a user changes theirs.
import {
  accountOf,
  call,
  openCloud,
  signIn,
  type Cloud,
  type Fault,
  type Input,
  type Reply,
  type WorldSpec,
} from '#cloud';
import { IDENTITIES } from '#cloud/identities';

export const KINDS = ['Uppercase', 'Lowercase', 'Numbers', 'Symbols'] as const;
export type Kind = (typeof KINDS)[number];

/** What the account says; without it AWS's own rules count. */
export interface Wanted {
  /** As somebody typed it. */
  readonly length: string;
  readonly kinds: readonly Kind[];
  /** How many passwords are remembered, as somebody typed it. */
  readonly reuse: string;
}

export type Problem = 'length' | 'reuse' | 'passwordTooLong' | 'passwordUnreadable';

export interface Checked {
  /** Why the form itself is wrong. */
  readonly problems: readonly Problem[];
  /** Why AWS refuses the password; empty when it takes it. */
  readonly refused: readonly string[];
}

const ACCOUNT = '111122223333';
const USER = 'oskar';
export const RANGE = { length: [6, 128], reuse: [1, 24] } as const;
const LONGEST = 128;

const WORLD: WorldSpec = {
  time: Date.UTC(2026, 10, 23, 9),
  seed: 5,
  accounts: { [ACCOUNT]: { name: 'bookings', region: 'eu-west-1', users: { [USER]: {} } } },
};

/** @param policy nothing where the account has none @param before the password until now */
export function check(policy: Wanted | undefined, password: string, before: string): Checked {
  const problems = problemsOf(policy, password);
  if (problems.length > 0) return { problems, refused: [] };
  const cloud = policy ? withPolicy(withPassword(before), inputOf(policy)) : withPassword(before);
  const fault = faultOf(cloud, 'iam:UpdateLoginProfile', { UserName: USER, Password: password });
  return { problems, refused: fault ? fault.message.split(/, (?=Password )/) : [] };
}

/** What is left of a policy after a second call that says its length and nothing else. Source: ug-passwords. */
export function replacedByLength(policy: Wanted): Wanted {
  const { MinimumPasswordLength } = inputOf(policy);
  const cloud = withPolicy(withPolicy(withPassword(''), inputOf(policy)), { MinimumPasswordLength });
  const reply = did(cloud, 'iam:GetAccountPasswordPolicy', {}).reply['PasswordPolicy'] as Reply;
  return {
    length: String(reply['MinimumPasswordLength']),
    kinds: KINDS.filter((kind) => reply[flagOf(kind)] === true),
    reuse: '',
  };
}

/** The call on the command line that writes a policy. */
export function commandOf({ length, kinds, reuse }: Wanted): string {
  return [
    'aws iam update-account-password-policy',
    ...(length === '' ? [] : [`--minimum-password-length ${length}`]),
    ...kinds.map((kind) => `--require-${kind.toLowerCase()}${kind.endsWith('case') ? '-characters' : ''}`),
    ...(reuse === '' ? [] : [`--password-reuse-prevention ${reuse}`]),
  ].join(' ');
}

function problemsOf(policy: Wanted | undefined, password: string): readonly Problem[] {
  const outside = (field: 'length' | 'reuse'): boolean => {
    const text = policy?.[field] ?? '';
    const [least, most] = RANGE[field];
    return text !== '' && !(/^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most);
  };
  return [
    ...(outside('length') ? (['length'] as const) : []),
    ...(outside('reuse') ? (['reuse'] as const) : []),
    ...(password.length > LONGEST ? (['passwordTooLong'] as const) : []),
    ...(/[^\t\n\r -ÿ]/u.test(password) ? (['passwordUnreadable'] as const) : []),
  ];
}

const flagOf = (kind: Kind): string =>
  kind.endsWith('case') ? `Require${kind}Characters` : `Require${kind}`;

function inputOf({ length, kinds, reuse }: Wanted): Input {
  return {
    ...(length === '' ? {} : { MinimumPasswordLength: Number(length) }),
    ...Object.fromEntries(kinds.map((kind) => [flagOf(kind), true])),
    ...(reuse === '' ? {} : { PasswordReusePrevention: Number(reuse) }),
  };
}

/** Oskar with a password of old, whatever it is worth today. */
function withPassword(password: string): Cloud {
  const cloud = openCloud(WORLD);
  const account = accountOf(cloud, ACCOUNT);
  const user = account.users[USER];
  if (!user) throw new Error(`no user ${USER}`);
  const login = { password, created: cloud.time, changed: cloud.time, mustChange: false, before: [] };
  return {
    ...cloud,
    accounts: { [ACCOUNT]: { ...account, users: { [USER]: { ...user, login } } } },
  };
}

const withPolicy = (cloud: Cloud, input: Input): Cloud =>
  did(cloud, 'iam:UpdateAccountPasswordPolicy', input).cloud;

function attempt(cloud: Cloud, operation: string, input: Input) {
  const signed = signIn(cloud, 'root');
  if (!('session' in signed)) throw new Error('the account has a root user');
  return call(cloud, signed.session, { operation, input }, IDENTITIES);
}

function did(cloud: Cloud, operation: string, input: Input) {
  const outcome = attempt(cloud, operation, input);
  if ('fault' in outcome) throw new Error(outcome.fault.message);
  return outcome;
}

function faultOf(cloud: Cloud, operation: string, input: Input): Fault | undefined {
  const outcome = attempt(cloud, operation, input);
  return 'fault' in outcome ? outcome.fault : undefined;
}
