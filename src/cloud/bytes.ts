// Bytes and the two texts that stand for them. Inputs and replies hold bytes as base64.
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The bytes of a base64 text; `undefined` when it is none. */
export function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const AT_ONCE = 8192;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE));
  return btoa(text);
}

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return utf8ToBytes(text);
}

/** The text of bytes in UTF-8. */
export function textOfBytes(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Base64 for addresses and tokens, without padding. */
export function base64UrlOf(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** `undefined` when the text is no base64 for addresses. */
export function bytesOfUrl(text: string): Uint8Array | undefined {
  return /^[\w-]*$/.test(text) ? bytesOf(text.replaceAll('-', '+').replaceAll('_', '/')) : undefined;
}
