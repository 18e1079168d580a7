// Ids that look like AWS's and follow from the seed: the same calls give the same ids, byte for byte.
import type { Cloud } from './cloud.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HEX = '0123456789abcdef';
const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A small mixing function (after the public-domain splitmix32): one number in, one well-spread number out. */
function mix(value: number): number {
  let z = (value + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

function draw(cloud: Cloud, alphabet: string, length: number): string {
  let state = mix(cloud.seed ^ Math.imul(cloud.issued + 1, 0x85ebca6b));
  let text = '';
  for (let i = 0; i < length; i += 1) {
    state = mix(state);
    text += alphabet[state % alphabet.length] ?? '';
  }
  return text;
}

/** Prefixes of unique ids. Source: ug-identifiers. */
export type IdPrefix = 'AIDA' | 'AROA' | 'AGPA' | 'AIPA' | 'ANPA' | 'ASCA';

/** An id and the cloud that has given it out. */
export interface Issued {
  readonly cloud: Cloud;
  readonly id: string;
}

const issued = (cloud: Cloud, id: string): Issued => ({ id, cloud: { ...cloud, issued: cloud.issued + 1 } });

/** Twenty-one characters, such as `AROATERN…X`. */
export function issueId(cloud: Cloud, prefix: IdPrefix): Issued {
  return issued(cloud, `${prefix}TERN${draw(cloud, LETTERS, 12)}X`);
}

export function issueInstanceId(cloud: Cloud): Issued {
  return issued(cloud, `i-0${draw(cloud, HEX, 16)}`);
}

/** An access key, long-term (`AKIA…`) or temporary (`ASIA…`): an id of twenty characters and a secret of forty. */
export function issueKey(cloud: Cloud, prefix: 'AKIA' | 'ASIA'): Issued & { readonly secret: string } {
  return { ...issued(cloud, `${prefix}TERN${draw(cloud, LETTERS, 12)}`), secret: draw(cloud, SECRET, 40) };
}

/** Hexadecimal digits, such as those of a VPC's id. */
export function issueHex(cloud: Cloud, length: number): Issued {
  return issued(cloud, draw(cloud, HEX, length));
}

/** Letters and digits of a random name. */
export function issueText(cloud: Cloud, length: number): Issued {
  return issued(cloud, draw(cloud, SECRET.slice(0, 62), length));
}

/** A shared secret of an MFA device: 64 characters of base32. */
export function issueSeed(cloud: Cloud): Issued {
  return issued(cloud, draw(cloud, LETTERS, 64));
}

/** What stands behind the name of a security key: 26 characters of base32. */
export function issueSerial(cloud: Cloud): Issued {
  return issued(cloud, draw(cloud, LETTERS, 26));
}

/** Decimal digits, such as those of an account's number. */
export function issueDigits(cloud: Cloud, length: number): Issued {
  return issued(cloud, draw(cloud, SECRET.slice(52, 62), length));
}

/** A UUID of version 4. */
export function issueUuid(cloud: Cloud): Issued {
  return issued(cloud, shapedUuid(draw(cloud, HEX, 32)));
}

/** The UUID of the `count`th thing of a cloud. It gives out nothing. */
export function uuidOf(cloud: Cloud, count: number): string {
  return shapedUuid(draw({ ...cloud, seed: ~cloud.seed, issued: count }, HEX, 32));
}

function shapedUuid(digits: string): string {
  const variant = HEX[8 + (Number.parseInt(digits[16] ?? '0', 16) % 4)] ?? '8';
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** Hexadecimal digits that belong to a text: the same text has the same ones in every world. They are no secret. */
export function hexOf(text: string, length: number): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) state = mix(state ^ text.charCodeAt(i));
  let digits = '';
  for (let i = 0; i < length; i += 1) {
    state = mix(state);
    digits += HEX[state % 16] ?? '';
  }
  return digits;
}
