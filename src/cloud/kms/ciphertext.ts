// Ciphertexts: opaque to whoever holds one, and bound to their key and encryption context. Play, not cryptography.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { utf8 } from '../bytes.ts';

const HEADER = Uint8Array.of(1, 2, 2, 0, 0x78);
const ID = 32;
const NONCE = 12;
const TAG = 16;

interface Sealed {
  readonly keyId: string;
  readonly context: Readonly<Record<string, string>>;
}

/** @param nonce 24 hexadecimal digits that no other ciphertext has */
export function seal(plain: Uint8Array, { keyId, context }: Sealed, nonce: string): Uint8Array {
  const id = concatBytes(HEADER, padded(utf8(keyId.replaceAll('-', ''))), hexToBytes(nonce));
  return concatBytes(id, tagOf(plain, id, context), mixed(plain, id));
}

/** The key's id without its hyphens, as a ciphertext carries it; `undefined` when it is none. */
export function keyIdIn(bytes: Uint8Array): string | undefined {
  if (bytes.length < HEADER.length + ID + 4 + NONCE + TAG) return undefined;
  if (!HEADER.every((byte, i) => bytes[i] === byte)) return undefined;
  return new TextDecoder().decode(bytes.subarray(HEADER.length, HEADER.length + ID + 4)).trimEnd();
}

/** What was sealed; `undefined` when the bytes were changed or the encryption context is another one. */
export function unseal(bytes: Uint8Array, context: Sealed['context']): Uint8Array | undefined {
  const head = HEADER.length + ID + 4 + NONCE;
  const id = bytes.subarray(0, head);
  const plain = mixed(bytes.subarray(head + TAG), id);
  const tag = bytes.subarray(head, head + TAG);
  return bytesToHex(tag) === bytesToHex(tagOf(plain, id, context)) ? plain : undefined;
}

function padded(id: Uint8Array): Uint8Array {
  const place = new Uint8Array(ID + 4).fill(0x20);
  place.set(id.subarray(0, ID + 4));
  return place;
}

/** The order of the pairs of an encryption context does not matter. Source: kms-encryption-context. */
function tagOf(plain: Uint8Array, id: Uint8Array, context: Sealed['context']): Uint8Array {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(concatBytes(id, utf8(JSON.stringify(pairs)), plain)).subarray(0, TAG);
}

function mixed(bytes: Uint8Array, id: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let stream: Uint8Array = sha256(id);
  for (let i = 0; i < bytes.length; i += 1) {
    if (i > 0 && i % stream.length === 0) stream = sha256(stream);
    result[i] = (bytes[i] ?? 0) ^ (stream[i % stream.length] ?? 0);
  }
  return result;
}
