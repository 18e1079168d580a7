// A phone that shows codes, and an account that takes them. Both have a clock; the account decides which code is good.
import { accountOf, openCloud, type Cloud, type Fault, type WorldSpec } from '#cloud';
import { callAs, IDENTITIES, totp, type Credentials } from '#cloud/identities';

export const ACTS = ['give', 'again', 'resync'] as const;
export type Act = (typeof ACTS)[number];

/** What somebody did, when by the clock of the account, and how far the phone's clock was ahead, both in seconds. */
export interface Step {
  readonly act: Act;
  readonly at: number;
  readonly ahead: number;
}

export interface Tried extends Step {
  readonly codes: readonly string[];
  /** What AWS said against it; nothing when the code was good. */
  readonly fault?: Fault;
}

const ACCOUNT = '111122223333';
const SERIAL = `arn:aws:iam::${ACCOUNT}:mfa/mei.tan`;
export const START = Date.UTC(2026, 10, 23, 9);
export const STEP = 30;
const LONGEST = 60;
const LATEST = 10_000_000;

export type SecretFault = 'letters' | 'short' | 'long';

/** Why a text cannot be a secret; `undefined` when it can. Spaces and small letters are forgiven, as phones forgive them. */
export function secretFault(text: string): SecretFault | undefined {
  const secret = cleaned(text);
  if (!/^[A-Z2-7]*$/.test(secret)) return 'letters';
  if (secret.length < 16) return 'short';
  return secret.length > 128 ? 'long' : undefined;
}

export const cleaned = (text: string): string => text.replace(/[\s=]/g, '').toUpperCase();

/** What the phone shows so many seconds after the beginning. */
export function codeAt(secret: string, seconds: number): string {
  return totp(cleaned(secret), START + seconds * 1000);
}

/** Every step in turn, with the code that was shown or given again. */
export function tryCodes(secret: string, steps: readonly Step[]): readonly Tried[] {
  let cloud = openWorld(cleaned(secret));
  const tried: Tried[] = [];
  for (const step of steps.slice(0, LONGEST)) {
    const shown = codeAt(secret, step.at + step.ahead);
    const [last = shown] = tried.at(-1)?.codes.slice(-1) ?? [];
    const codes =
      step.act === 'resync'
        ? [codeAt(secret, step.at + step.ahead - STEP), shown]
        : [step.act === 'again' ? last : shown];
    const outcome = send({ ...cloud, time: START + step.at * 1000 }, step.act, codes);
    cloud = outcome.cloud;
    tried.push({ ...step, codes, ...('fault' in outcome ? { fault: outcome.fault } : {}) });
  }
  return tried;
}

/** Mei gives a code with her key; her administrator sets the device right with two of them. */
function send(cloud: Cloud, act: Act, codes: readonly string[]) {
  const [first = '', second = ''] = codes;
  if (act !== 'resync') {
    const input = { SerialNumber: SERIAL, TokenCode: first };
    return callAs(
      cloud,
      keyOf(cloud),
      { operation: 'sts:GetSessionToken', region: 'eu-west-1', input },
      IDENTITIES,
    );
  }
  const input = {
    UserName: 'mei.tan',
    SerialNumber: SERIAL,
    AuthenticationCode1: first,
    AuthenticationCode2: second,
  };
  return callAs(
    cloud,
    rootKeyOf(cloud),
    { operation: 'iam:ResyncMFADevice', region: 'eu-west-1', input },
    IDENTITIES,
  );
}

const WORLD: WorldSpec = {
  time: START,
  seed: 6,
  accounts: { [ACCOUNT]: { region: 'eu-west-1', rootKeys: 1, users: { 'mei.tan': { keys: 1 } } } },
};

function openWorld(seed: string): Cloud {
  const cloud = openCloud(WORLD);
  const account = accountOf(cloud, ACCOUNT);
  const users = Object.fromEntries(
    Object.entries(account.users).map(([name, user]) => [
      name,
      { ...user, mfa: [{ serial: SERIAL, enabled: START }] },
    ]),
  );
  const virtualMfa = { [SERIAL]: { seed, tags: {}, created: START } };
  return { ...cloud, accounts: { [ACCOUNT]: { ...account, users, iam: { virtualMfa } } } };
}

const keyOf = (cloud: Cloud): Credentials | undefined =>
  signed(accountOf(cloud, ACCOUNT).users['mei.tan']?.keys[0]);
const rootKeyOf = (cloud: Cloud): Credentials | undefined => signed(accountOf(cloud, ACCOUNT).rootKeys?.[0]);

const signed = (key: { readonly id: string; readonly secret: string } | undefined): Credentials | undefined =>
  key && { accessKeyId: key.id, secretAccessKey: key.secret };

/** `give@125+600`; what cannot be read is left out. */
export function parseSteps(text: string): readonly Step[] {
  return text.split(',').flatMap((piece) => {
    const [, word, at, ahead] = /^(\w+)@(\d{1,8})([+-]\d{1,6})$/.exec(piece.trim()) ?? [];
    const act = ACTS.find((one) => one === word);
    return act && Number(at) <= LATEST ? { act, at: Number(at), ahead: Number(ahead) } : [];
  });
}

export function makeSteps(steps: readonly Step[]): string {
  return steps.map(({ act, at, ahead }) => `${act}@${at}${ahead < 0 ? '' : '+'}${ahead}`).join(',');
}

/** The seconds of the account's clock as somebody kept them. */
export function parseSeconds(text: string): number {
  return /^\d{1,8}$/.test(text) ? Math.min(Number(text), LATEST) : 0;
}
