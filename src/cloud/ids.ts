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
export type IdPrefix = 'AIDA' | 'AROA' | 'AGPA' | 'AIPA' | 'ANPA';

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
