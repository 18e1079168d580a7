// The document by which a SAML provider introduces itself: its name, its certificate, where to sign in.
import { bytesOf, base64Of } from '../bytes.ts';
import type { Cloud } from '../cloud.ts';
import { certificateOf, keyIn } from './der.ts';
import { signingKey } from './keys.ts';
import { idpOf, type Issued } from './token.ts';
import { escapeXml, textsIn } from './xml.ts';

/** The metadata of a provider, by its name or entity id. */
export function metadataOf(cloud: Cloud, name: string): Issued {
  const idp = idpOf(cloud, name);
  if (idp?.kind !== 'saml') return { problem: `no SAML provider is called \`${name}\`` };
  const host = /^https:\/\/([^/]+)/.exec(idp.issuer)?.[1] ?? name;
  const certificate = base64Of(certificateOf(signingKey(cloud, idp.issuer), host));
  const door = (binding: string): string =>
    `    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://${host}/saml/sso"/>`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${escapeXml(idp.issuer)}">`,
    '  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    '    <md:KeyDescriptor use="signing">',
    '      <ds:KeyInfo>',
    '        <ds:X509Data>',
    `          <ds:X509Certificate>${certificate}</ds:X509Certificate>`,
    '        </ds:X509Data>',
    '      </ds:KeyInfo>',
    '    </md:KeyDescriptor>',
    '    <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>',
    '    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>',
    door('HTTP-POST'),
    door('HTTP-Redirect'),
    '  </md:IDPSSODescriptor>',
    '</md:EntityDescriptor>',
  ];
  return { text: `${lines.join('\n')}\n` };
}

/** What metadata say, as far as IAM reads them; `undefined` when they are none. */
export function readMetadata(
  text: string,
): { readonly issuer: string; readonly keys: readonly Uint8Array[] } | undefined {
  const issuer = /<(?:\w+:)?EntityDescriptor\s[^>]*entityID="([^"]+)"/.exec(text)?.[1];
  if (issuer === undefined) return undefined;
  const keys = textsIn(text, 'X509Certificate').flatMap((one) => {
    const bytes = bytesOf(one);
    return (bytes && keyIn(bytes)) ?? [];
  });
  return { issuer, keys };
}
