// A SAML response taken apart, and its signature held against keys. What may follow from it is not asked here.
import { base64Of, bytesOf, textOfBytes, utf8 } from '../bytes.ts';
import type { Named } from '../cloud.ts';
import { signedInfo } from './assertion.ts';
import { isSignedBy } from './keys.ts';
import { attributeIn, textsIn, unescapeXml } from './xml.ts';

export interface Assertion {
  readonly issuer: string;
  readonly subject: string;
  /** The last part of the format of the subject's name, such as `persistent`. */
  readonly subjectType: string;
  readonly recipient: string;
  readonly audience: readonly string[];
  /** Milliseconds since 1970. */
  readonly issued: number;
  /** When the provider's own session ends. */
  readonly sessionEnds?: number;
  /** IAM's own ones without their prefix. */
  readonly attributes: Named<readonly string[]>;
  readonly isSignedBy: (open: Uint8Array) => boolean;
}

const PREFIX = 'https://aws.amazon.com/SAML/Attributes/';

/** `undefined` for a text that is no response. */
export function parseAssertion(base64: string): Assertion | undefined {
  const xml = xmlOf(base64);
  const whole = /<(?:\w+:)?Assertion\s[\s\S]*<\/(?:\w+:)?Assertion>/.exec(xml)?.[0];
  if (whole === undefined) return undefined;
  const [subject] = textsIn(whole, 'NameID');
  const [issuer] = textsIn(whole, 'Issuer');
  const issued = Date.parse(attributeIn(whole, 'Assertion', 'IssueInstant') ?? '');
  if (subject === undefined || issuer === undefined || Number.isNaN(issued)) return undefined;
  const ends = Date.parse(attributeIn(whole, 'AuthnStatement', 'SessionNotOnOrAfter') ?? '');
  return {
    ...{ issuer, subject, issued },
    subjectType: (attributeIn(whole, 'NameID', 'Format') ?? '').split(':').at(-1) ?? '',
    recipient: attributeIn(whole, 'SubjectConfirmationData', 'Recipient') ?? '',
    audience: textsIn(whole, 'Audience'),
    ...(Number.isNaN(ends) ? {} : { sessionEnds: ends }),
    attributes: attributesIn(whole),
    isSignedBy: (open) => isSigned(whole, open),
  };
}

/** What stands in a response, signed or not; nothing in a text that is no base64. */
export function xmlOf(base64: string): string {
  const bytes = bytesOf(base64);
  return bytes ? textOfBytes(bytes) : '';
}

/** A response with this inside, as a browser would post it. Nobody signs it anew. */
export function makeResponse(xml: string): string {
  return base64Of(utf8(xml));
}

function attributesIn(xml: string): Named<readonly string[]> {
  const found = xml.matchAll(
    /<(?:\w+:)?Attribute\s[^>]*Name="([^"]*)"[^>]*>([\s\S]*?)<\/(?:\w+:)?Attribute>/g,
  );
  return Object.fromEntries(
    [...found].map(([, name = '', inside = '']) => {
      const plain = unescapeXml(name);
      const short = plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : plain;
      return [short, textsIn(inside, 'AttributeValue')];
    }),
  );
}

/** The digest must be that of the assertion as it is, and the signature over the digest the key's. */
function isSigned(whole: string, open: Uint8Array): boolean {
  const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(whole)?.[0] ?? '';
  const info = /<ds:SignedInfo>[\s\S]*<\/ds:SignedInfo>/.exec(signature)?.[0];
  const value = bytesOf(textsIn(signature, 'SignatureValue')[0] ?? '');
  const id = attributeIn(whole, 'Assertion', 'ID') ?? '';
  if (info === undefined || !value || info !== signedInfo(id, whole.replace(signature, ''))) return false;
  return isSignedBy(open, utf8(info), value);
}
