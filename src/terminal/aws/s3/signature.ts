// Signature version 4 in the query of an address. Source: s3-presigned.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What is signed: an address that is to be fetched. */
export interface Signed {
  readonly host: string;
  /** Encoded. */
  readonly path: string;
  /** Each `name=value` encoded, but for the signature. */
  readonly query: readonly string[];
  /** Such as `20261123T090000Z`. */
  readonly time: string;
  /** Such as `20261123/us-east-1/s3/aws4_request`. */
  readonly scope: string;
}

export function signatureOf({ host, path, query, time, scope }: Signed, secret: string): string {
  const asked = ['GET', path, query.toSorted().join('&'), `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const text = ['AWS4-HMAC-SHA256', time, scope, bytesToHex(sha256(utf8ToBytes(asked.join('\n'))))];
  return bytesToHex(mac(keyFor(secret, scope), text.join('\n')));
}

/** A text as it stands in an address, slashes too. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function mac(key: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(text));
}

function keyFor(secret: string, scope: string): Uint8Array {
  return scope.split('/').reduce<Uint8Array>((key, part) => mac(key, part), utf8ToBytes(`AWS4${secret}`));
}
