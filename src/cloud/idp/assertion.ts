// SAML responses: an assertion about somebody, signed by the provider, in base64 as a browser would post it.
import { sha256 } from '@noble/hashes/sha2.js';
import { base64Of, utf8 } from '../bytes.ts';
import { lookup, type Cloud, type Named } from '../cloud.ts';
import { isoTime } from '../context.ts';
import { certificateOf } from './der.ts';
import { sign, signingKey } from './keys.ts';
import { idpOf, type Issued } from './token.ts';
import { escapeXml } from './xml.ts';

export interface WantedAssertion {
  /** The provider's name or entity id. */
  readonly provider: string;
  readonly user: string;
  /** Pairs of a role's ARN and the ARN under which IAM knows the provider. */
  readonly roles: readonly { readonly role: string; readonly provider: string }[];
  /** More attributes, such as `SessionDuration`, `SourceIdentity` or `PrincipalTag:team`. */
  readonly attributes?: Named<readonly string[]>;
}

const AWS = 'https://aws.amazon.com/SAML/Attributes/';
export const SIGN_IN = 'https://signin.aws.amazon.com/saml';
const FIVE_MINUTES = 300_000;
const FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
/** Names of attributes that IAM knows without the prefix that its own ones have. */
const AWS_OWN = /^(?:Role|RoleSessionName|SessionDuration|SourceIdentity|TransitiveTagKeys|PrincipalTag:.+)$/;

/** A response in base64. The provider lets in only people whom it knows. */
export function issueAssertion(cloud: Cloud, wanted: WantedAssertion): Issued {
  const idp = idpOf(cloud, wanted.provider);
  if (idp?.kind !== 'saml') return { problem: `no SAML provider is called \`${wanted.provider}\`` };
  const user = lookup(idp.users, wanted.user);
  if (!user) return { problem: `the provider knows nobody called \`${wanted.user}\`` };
  const attributes: Named<readonly string[]> = {
    ...Object.fromEntries(Object.entries(user.claims).map(([name, value]) => [name, [value]])),
    ...(user.groups.length > 0 ? { groups: user.groups } : {}),
    Role: wanted.roles.map(({ role, provider }) => `${role},${provider}`),
    RoleSessionName: [wanted.user],
    ...wanted.attributes,
  };
  const key = signingKey(cloud, idp.issuer);
  const id = `_${hex(sha256(utf8(`${idp.issuer} ${wanted.user} ${cloud.time} ${cloud.seed}`))).slice(0, 32)}`;
  const now = isoTime(cloud.time);
  const until = isoTime(cloud.time + FIVE_MINUTES);
  const opening = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${escapeXml(idp.issuer)}</saml:Issuer>`;
  const rest = [
    `<saml:Subject><saml:NameID Format="${FORMAT}">${escapeXml(wanted.user)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${SIGN_IN}"/></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${now}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AttributeStatement>${Object.entries(attributes).map(attribute).join('')}</saml:AttributeStatement>`,
    `<saml:AuthnStatement AuthnInstant="${now}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement></saml:Assertion>`,
  ].join('');
  const host = /^https:\/\/([^/]+)/.exec(idp.issuer)?.[1] ?? 'idp';
  const info = signedInfo(id, `${opening}${rest}`);
  const signature = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${info}<ds:SignatureValue>${base64Of(sign(key, utf8(info)))}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64Of(certificateOf(key, host))}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`;
  const response = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id}r" Version="2.0" IssueInstant="${now}" Destination="${SIGN_IN}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${escapeXml(idp.issuer)}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${opening}${signature}${rest}</samlp:Response>`;
  return { text: base64Of(utf8(response)) };
}

/** What the signature is over: the digest of the assertion without its signature. */
export function signedInfo(id: string, assertion: string): string {
  const digest = base64Of(sha256(utf8(assertion)));
  return `<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"/><ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></ds:Transforms><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
}

function attribute([name, values]: readonly [string, readonly string[]]): string {
  const full = AWS_OWN.test(name) ? `${AWS}${name}` : name;
  const inside = values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`);
  return `<saml:Attribute Name="${escapeXml(full)}">${inside.join('')}</saml:Attribute>`;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
