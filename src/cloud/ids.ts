// Ids that look like AWS's and follow from the seed: the same calls give the same ids, byte for byte.
import type { Cloud } from './cloud.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HEX = '0123456789abcdef';

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
export type IdPrefix = 'AIDA' | 'AROA' | 'AGPA' | 'AIPA' | 'ANPA' | 'AKIA';

export function issueId(cloud: Cloud, prefix: IdPrefix): { readonly cloud: Cloud; readonly id: string } {
  return { id: `${prefix}TERN${draw(cloud, LETTERS, 12)}X`, cloud: { ...cloud, issued: cloud.issued + 1 } };
}

export function issueInstanceId(cloud: Cloud): { readonly cloud: Cloud; readonly id: string } {
  return { id: `i-0${draw(cloud, HEX, 16)}`, cloud: { ...cloud, issued: cloud.issued + 1 } };
}
