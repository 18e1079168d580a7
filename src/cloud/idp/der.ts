// A certificate for a key of P-256, signed by itself, in DER: what SAML metadata shows. It says a name and nothing else.
import { utf8 } from '../bytes.ts';
import { sign, type SigningKey } from './keys.ts';

function tlv(tag: number, ...parts: readonly (readonly number[] | Uint8Array)[]): number[] {
  const content = parts.flatMap((part) => [...part]);
  const { length } = content;
  if (length < 128) return [tag, length, ...content];
  const size = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return [tag, ...size, ...content];
}

const SEQUENCE = 0x30;
const EC_PUBLIC_KEY = [0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256 = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const ECDSA_SHA256 = tlv(SEQUENCE, [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]);
const COMMON_NAME = [0x06, 0x03, 0x55, 0x04, 0x03];
const POINT = 65;

/** Valid for the years 2025 to 2035. */
export function certificateOf(key: SigningKey, name: string): Uint8Array {
  const who = tlv(SEQUENCE, tlv(0x31, tlv(SEQUENCE, COMMON_NAME, tlv(0x0c, utf8(name)))));
  const until = ['250101000000Z', '350101000000Z'].map((time) => tlv(0x17, utf8(time)));
  const tbs = tlv(
    SEQUENCE,
    tlv(0x02, [1]),
    ECDSA_SHA256,
    who,
    tlv(SEQUENCE, ...until),
    who,
    publicKeyOf(key.open),
  );
  const signature = sign(key, Uint8Array.from(tbs));
  const pair = tlv(SEQUENCE, integer(signature.slice(0, 32)), integer(signature.slice(32)));
  return Uint8Array.from(tlv(SEQUENCE, tbs, ECDSA_SHA256, tlv(0x03, [0], pair)));
}

function publicKeyOf(point: Uint8Array): number[] {
  return tlv(SEQUENCE, tlv(SEQUENCE, EC_PUBLIC_KEY, P256), tlv(0x03, [0], point));
}

function integer(bytes: Uint8Array): number[] {
  const first = bytes.findIndex((byte) => byte !== 0);
  const rest = [...bytes.slice(first)];
  return tlv(0x02, (rest[0] ?? 0) > 127 ? [0, ...rest] : rest);
}

/** The point in a certificate of this kind; `undefined` when there is none. */
export function keyIn(certificate: Uint8Array): Uint8Array | undefined {
  const before = [...EC_PUBLIC_KEY, ...P256].join();
  const all = [...certificate];
  const length = EC_PUBLIC_KEY.length + P256.length;
  const at = all.findIndex((_, i) => all.slice(i, i + length).join() === before);
  const start = at + length + 3;
  return at < 0 || all.length < start + POINT ? undefined : certificate.slice(start, start + POINT);
}
