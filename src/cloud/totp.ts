// One-time codes of virtual MFA devices: six digits of HMAC-SHA-1 over steps of thirty seconds. It knows no service.
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { lookup, withAccount, type Account, type Cloud } from './cloud.ts';
import type { VirtualMfa } from './iam/state.ts';

const STEP = 30_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a seed at a moment. @param seed base32 @param time milliseconds since 1970. Source: rfc-6238 */
export function totp(seed: string, time: number): string {
  return codeOf(seed, Math.floor(time / STEP));
}

function codeOf(seed: string, step: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(Math.max(step, 0)));
  const digest = new DataView(Uint8Array.from(hmac(sha1, bytesOf(seed), counter)).buffer);
  const word = digest.getUint32(digest.getUint8(19) & 0xf) & 0x7fffffff;
  return String(word % 1_000_000).padStart(6, '0');
}

function bytesOf(base32: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of base32) {
    held = ((held << 5) | Math.max(LETTERS.indexOf(letter), 0)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** How far a device's clock may be away, in steps, and how far when it is set right again. */
const NEAR = 1;
const FAR = 120;

/** The step of a code that is good now and later than the last one that was given; `undefined` when it is not. */
function stepWith(
  { seed, spent = -1, ahead = 0 }: VirtualMfa,
  code: string,
  time: number,
): number | undefined {
  const now = Math.floor(time / STEP) + ahead;
  return [now, now - NEAR, now + NEAR].find((step) => step > spent && codeOf(seed, step) === code);
}

/**
 * The second step of two codes that follow each other, one of them about now; `undefined` when they do not.
 * @param codes in the order in which the device showed them
 */
export function stepOfPair(
  { seed, spent = -1 }: VirtualMfa,
  [first, second]: readonly [string, string],
  time: number,
  within: 'near' | 'far' = 'near',
): number | undefined {
  const now = Math.floor(time / STEP);
  const reach = within === 'near' ? NEAR : FAR;
  for (let step = now - reach - 1; step <= now + reach; step += 1)
    if (step > spent && codeOf(seed, step) === first && codeOf(seed, step + 1) === second) return step + 1;
  return undefined;
}

/** By how many steps the clock of a device is ahead whose code is that of a step. */
export function stepsAhead(step: number, time: number): number {
  return step - Math.floor(time / STEP);
}

/** What a virtual device shows now; `undefined` when there is no such device. */
export function mfaCode(cloud: Cloud, serial: string): string | undefined {
  const account = lookup(cloud.accounts, serial.split(':')[4] ?? '');
  const device = account && lookup(account.iam?.virtualMfa ?? {}, serial);
  return device && totp(device.seed, cloud.time);
}

/** Is it an enabled device of this user? @param user without one it is the account's root user */
export function isMfaOf(account: Account, user: string | undefined, serial: string): boolean {
  const devices = user === undefined ? account.iam?.rootMfa : lookup(account.users, user)?.mfa;
  return devices?.some((device) => device.serial === serial) === true;
}

/**
 * The cloud after a user has given a code of one of their devices: the same code is not good twice. `undefined` when the
 * device is not theirs, or the code is not good now. Source: ug-mfa.
 * @param user without one it is the account's root user
 */
export function withMfaCode(
  cloud: Cloud,
  account: Account,
  user: string | undefined,
  { serial, code }: { readonly serial: string; readonly code: string },
): Cloud | undefined {
  const device = lookup(account.iam?.virtualMfa ?? {}, serial);
  if (!device || !isMfaOf(account, user, serial)) return undefined;
  const spent = stepWith(device, code, cloud.time);
  return spent === undefined
    ? undefined
    : withAccount(cloud, withVirtualMfa(account, serial, { ...device, spent }));
}

/** The account with another state of one virtual device. */
export function withVirtualMfa(account: Account, serial: string, device: VirtualMfa): Account {
  const virtualMfa = { ...account.iam?.virtualMfa, [serial]: device };
  return { ...account, iam: { ...account.iam, virtualMfa } };
}
