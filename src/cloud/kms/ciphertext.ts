// Ciphertexts: opaque to whoever holds one, and bound to their key and encryption context. Play, not cryptography.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { utf8 } from '../bytes.ts';

const HEADER = Uint8Array.of(1, 2, 2, 0, 0x78);
const ID = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = HEADER.length + ID + NONCE;

interface Sealed {
  readonly keyId: string;
  readonly context: Readonly<Record<string, string>>;
}

/** The digits of a key's id, which alone a ciphertext carries. */
export function digitsOf(keyId: string): string {
  return keyId.replace(/^mrk-|-/g, '');
}

/** @param nonce 24 hexadecimal digits that no other ciphertext has */
export function seal(plain: Uint8Array, { keyId, context }: Sealed, nonce: string): Uint8Array {
  const head = concatBytes(HEADER, hexToBytes(digitsOf(keyId)), hexToBytes(nonce));
  return concatBytes(head, tagOf(plain, head, context), mixed(plain, head));
}

/** The digits of the key's id that a ciphertext carries; `undefined` when it is none. */
export function keyDigitsIn(bytes: Uint8Array): string | undefined {
  const isOne = bytes.length >= HEAD + TAG && HEADER.every((byte, i) => bytes[i] === byte);
  return isOne ? bytesToHex(bytes.subarray(HEADER.length, HEADER.length + ID)) : undefined;
}

/** What was sealed; `undefined` when the bytes were changed or the encryption context is another one. */
export function unseal(bytes: Uint8Array, context: Sealed['context']): Uint8Array | undefined {
  const head = bytes.subarray(0, HEAD);
  const plain = mixed(bytes.subarray(HEAD + TAG), head);
  const tag = bytes.subarray(HEAD, HEAD + TAG);
  return bytesToHex(tag) === bytesToHex(tagOf(plain, head, context)) ? plain : undefined;
}

/** The order of the pairs of an encryption context does not matter. Source: kms-encryption-context. */
function tagOf(plain: Uint8Array, head: Uint8Array, context: Sealed['context']): Uint8Array {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(concatBytes(head, utf8(JSON.stringify(pairs)), plain)).subarray(0, TAG);
}

function mixed(bytes: Uint8Array, head: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let stream: Uint8Array = sha256(head);
  for (let i = 0; i < bytes.length; i += 1) {
    if (i > 0 && i % stream.length === 0) stream = sha256(stream);
    result[i] = (bytes[i] ?? 0) ^ (stream[i % stream.length] ?? 0);
  }
  return result;
}
