// Metadata of a made-up SAML identity provider, long enough for IAM.

/** @param attributes more attributes of its root, such as ` validUntil="2027-01-01T00:00:00Z"` */
export function samlMetadata(attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.tern.example/saml"${attributes}>
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
        <ds:X509Data>
          <ds:X509Certificate>
${'MIIDtern'.repeat(60)}
          </ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.tern.example/sso"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}
