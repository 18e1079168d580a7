// Signature version 4, step by step, as both sides compute it. It sends nothing and decides nothing. Source: ug-sigv4.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

type Pair = readonly [name: string, value: string];

/** What is signed. */
export interface SignableRequest {
  readonly method: string;
  /** Encoded. */
  readonly path: string;
  /** Not encoded. */
  readonly query: readonly Pair[];
  /** Those that are signed, `host` among them. */
  readonly headers: readonly Pair[];
  /** The digest of the body, or `UNSIGNED-PAYLOAD`. */
  readonly payload: string;
}

/** For when, where and what a signature is good. */
export interface SigningScope {
  /** Such as `20261123T090000Z`. */
  readonly time: string;
  readonly region: string;
  readonly service: string;
}

/** Every step of a signature, bytes in hexadecimal. */
export interface Signature {
  readonly canonicalRequest: string;
  readonly signedHeaders: string;
  readonly scope: string;
  readonly stringToSign: string;
  readonly signingKey: string;
  readonly signature: string;
}

export function signRequest(request: SignableRequest, where: SigningScope, secret: string): Signature {
  const { method, path, query, headers, payload } = request;
  const asked = query.map(([name, value]) => [encoded(name), encoded(value)] as const).toSorted(byText);
  const signed = headers
    .map(([name, value]) => [name.toLowerCase(), value.trim().replace(/ +/g, ' ')] as const)
    .toSorted(([one], [other]) => compare(one, other));
  const signedHeaders = signed.map(([name]) => name).join(';');
  const canonicalRequest = [
    ...[method, path, asked.map((pair) => pair.join('=')).join('&')],
    ...signed.map((pair) => pair.join(':')),
    ...['', signedHeaders, payload],
  ].join('\n');
  const scope = [where.time.slice(0, 8), where.region, where.service, 'aws4_request'].join('/');
  const stringToSign = ['AWS4-HMAC-SHA256', where.time, scope, digestOf(canonicalRequest)].join('\n');
  return { canonicalRequest, signedHeaders, scope, stringToSign, ...signText(stringToSign, scope, secret) };
}

/** The last two steps, for a string to sign that is at hand. @param scope such as `20261123/us-east-1/s3/aws4_request` */
export function signText(
  stringToSign: string,
  scope: string,
  secret: string,
): Pick<Signature, 'signingKey' | 'signature'> {
  const key = scope.split('/').reduce<Uint8Array>(mac, utf8ToBytes(`AWS4${secret}`));
  return { signingKey: bytesToHex(key), signature: bytesToHex(mac(key, stringToSign)) };
}

/** SHA-256 of a text, in hexadecimal. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
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

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function byText([name, value]: Pair, [other, second]: Pair): number {
  return compare(name, other) || compare(value, second);
}
