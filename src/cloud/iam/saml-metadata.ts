// What IAM reads in the metadata of a SAML identity provider. It reads text and knows nothing of accounts.

export interface SamlMetadata {
  /** The issuer of its assertions. */
  readonly entityId: string;
  /** Certificates that sign, in base64 without white space. */
  readonly certificates: readonly string[];
  /** Milliseconds since 1970. */
  readonly validUntil?: number;
}

const TAG = (name: string): RegExp => new RegExp(`<(?:[\\w-]+:)?${name}(\\s[^<>]*)?>`);
const ATTRIBUTE = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);

/** `undefined` when it is no metadata of an identity provider for SAML 2.0. Source: ug-saml-metadata. */
export function readSamlMetadata(text: string): SamlMetadata | undefined {
  const bare = text.replace(/<!--[\s\S]*?-->/g, '').trim();
  const root = /^(?:<\?xml[^>]*\?>\s*)?<((?:[\w-]+:)?EntityDescriptor)(\s[^<>]*)>/.exec(bare);
  if (!root || !bare.endsWith(`</${root[1] ?? ''}>`)) return undefined;
  const [, , attributes = ''] = root;
  const entityId = attribute(attributes, 'entityID');
  const role = TAG('IDPSSODescriptor').exec(bare);
  const signsOn = TAG('SingleSignOnService').test(bare);
  const certificates = [
    ...bare.matchAll(
      /<(?:[\w-]+:)?X509Certificate[^<>]*>([A-Za-z0-9+/=\s]+)<\/(?:[\w-]+:)?X509Certificate>/g,
    ),
  ].map(([, certificate = '']) => certificate.replace(/\s/g, ''));
  const speaks = attribute(role?.[1] ?? '', 'protocolSupportEnumeration') ?? '';
  if (entityId === undefined || !signsOn || certificates.length === 0) return undefined;
  if (!speaks.includes('urn:oasis:names:tc:SAML:2.0:protocol')) return undefined;
  const until = Date.parse(attribute(attributes, 'validUntil') ?? '');
  return { entityId, certificates, ...(Number.isNaN(until) ? {} : { validUntil: until }) };
}

function attribute(attributes: string, name: string): string | undefined {
  const found = ATTRIBUTE(name).exec(attributes);
  return found?.[1] ?? found?.[2];
}
