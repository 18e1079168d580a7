// The keys that identity providers sign with. They follow from the seed and the issuer: nothing is kept.
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64UrlOf, utf8 } from '../bytes.ts';
import type { Cloud } from '../cloud.ts';

export interface SigningKey {
  /** What a token's header calls it. */
  readonly id: string;
  readonly secret: Uint8Array;
  /** A point of P-256, uncompressed. */
  readonly open: Uint8Array;
}

const made = new Map<string, SigningKey>();

export function signingKey({ seed }: Pick<Cloud, 'seed'>, issuer: string): SigningKey {
  const name = `${seed} ${issuer}`;
  const known = made.get(name);
  if (known) return known;
  const secret = sha256(utf8(name));
  const open = p256.getPublicKey(secret, false);
  const key = { id: base64UrlOf(sha256(open)).slice(0, 22), secret, open };
  made.set(name, key);
  return key;
}

/** Sixty-four bytes, r and s. */
export function sign(key: SigningKey, bytes: Uint8Array): Uint8Array {
  return p256.sign(bytes, key.secret);
}

/** False for whatever is no signature at all. */
export function isSignedBy(open: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return p256.verify(signature, bytes, open);
  } catch {
    return false;
  }
}
