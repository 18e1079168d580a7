// Certificates as IAM reads them.
import { describe, expect, test } from 'vitest';
import { CERTIFICATE, EXPIRED, KEY, OTHER_KEY, RSA_CERTIFICATE, RSA_KEY } from '../test/certificates.ts';
import { isChain, isKeyOf, parseCertificate, parsePrivateKey } from './certificate.ts';

const certificateOf = (pem: string) => {
  const certificate = parseCertificate(pem);
  if (!certificate) throw new Error('not a certificate');
  return certificate;
};

describe('a certificate', () => {
  test.each([
    ['an elliptic curve', CERTIFICATE, '2036-11-20'],
    ['an elliptic curve, long ago', EXPIRED, '2025-01-01'],
    ['RSA, with four digits of the year', RSA_CERTIFICATE, '2051-01-01'],
  ])('[worlds-are-values] of %s says until when it is good', (_, pem, day) => {
    expect(certificateOf(pem).expires).toBe(Date.parse(`${day}T00:00:00Z`));
  });

  test.each(['', 'no', KEY, CERTIFICATE + CERTIFICATE, CERTIFICATE.replace('MI', 'AA'), `x${CERTIFICATE}`])(
    '[every-refusal-has-words] is not %j',
    (pem) => {
      expect(parseCertificate(pem)).toBeUndefined();
    },
  );

  test('[worlds-are-values] knows its key from another', () => {
    expect(isKeyOf(certificateOf(CERTIFICATE), parsePrivateKey(KEY) ?? '')).toBe(true);
    expect(isKeyOf(certificateOf(CERTIFICATE), parsePrivateKey(OTHER_KEY) ?? '')).toBe(false);
    expect(isKeyOf(certificateOf(RSA_CERTIFICATE), parsePrivateKey(RSA_KEY) ?? '')).toBe(true);
    expect(isKeyOf(certificateOf(RSA_CERTIFICATE), parsePrivateKey(KEY) ?? '')).toBe(false);
  });

  test('[every-refusal-has-words] is no private key, and a chain is certificates alone', () => {
    expect(parsePrivateKey(CERTIFICATE)).toBeUndefined();
    expect(parsePrivateKey('-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----')).toBeUndefined();
    expect(isChain(CERTIFICATE + RSA_CERTIFICATE)).toBe(true);
    expect(isChain(CERTIFICATE + KEY)).toBe(false);
  });
});
