// What counts as metadata of a SAML identity provider, and what is read in it.
import { expect, test } from 'vitest';
import { samlMetadata } from '../test/table/saml-metadata.ts';
import { readSamlMetadata } from './saml-metadata.ts';

const METADATA = samlMetadata();

test('[worlds-are-values] the issuer, its certificates and its end are read', () => {
  expect(readSamlMetadata(samlMetadata(' validUntil="2027-01-01T00:00:00Z"'))).toEqual({
    entityId: 'https://idp.tern.example/saml',
    certificates: ['MIIDtern'.repeat(60)],
    validUntil: Date.parse('2027-01-01T00:00:00Z'),
  });
  expect(readSamlMetadata(METADATA)).not.toHaveProperty('validUntil');
});

test.each([
  ['no issuer', 'entityID=', 'id='],
  ['no certificate', /<ds:X509Certificate>[^<]*<\/ds:X509Certificate>/, ''],
  ['no address to sign on at', /<md:SingleSignOnService[^>]*>/, ''],
  ['another protocol', 'SAML:2.0:protocol', 'SAML:1.1:protocol'],
  ['no end', '</md:EntityDescriptor>', ''],
  ['a comment in place of its role', /<md:IDPSSODescriptor[^>]*>/, '<!--$&-->'],
])('[every-refusal-has-words] metadata with %s is none', (_, from, to) => {
  expect(readSamlMetadata(METADATA.replace(from, to))).toBeUndefined();
});
