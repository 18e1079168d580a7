// JSON web tokens: written, taken apart, held against a key. What their claims mean is not asked here.
import { bytesOfUrl, textOfBytes, base64UrlOf, utf8 } from '../bytes.ts';
import { isStructure, type Input } from '../operation.ts';

export interface Jwt {
  readonly header: Input;
  readonly claims: Input;
  /** What was signed. */
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** @param sign over the bytes of header and claims */
export function makeJwt(header: Input, claims: Input, sign: (bytes: Uint8Array) => Uint8Array): string {
  const part = (value: Input): string => base64UrlOf(utf8(JSON.stringify(value)));
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${base64UrlOf(sign(utf8(signed)))}`;
}

/** Other claims between the header and the signature of a token, as a forger would put them together. */
export function withClaims(token: string, claims: Input): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${base64UrlOf(utf8(JSON.stringify(claims)))}.${signature}`;
}

/** `undefined` for a text that is no token. */
export function parseJwt(token: string): Jwt | undefined {
  const [header = '', claims = '', signature = '', ...rest] = token.trim().split('.');
  const [read, said] = [objectIn(header), objectIn(claims)];
  const bytes = bytesOfUrl(signature);
  if (!read || !said || !bytes || signature === '' || rest.length > 0) return undefined;
  return { header: read, claims: said, signed: `${header}.${claims}`, signature: bytes };
}

function objectIn(part: string): Input | undefined {
  const bytes = bytesOfUrl(part);
  if (!bytes || part === '') return undefined;
  try {
    const value: unknown = JSON.parse(textOfBytes(bytes));
    return isStructure(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
