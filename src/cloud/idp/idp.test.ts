// Tokens, responses and certificates, held against a second implementation of their signatures: the runtime's own.
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { base64UrlOf, bytesOf, textOfBytes, utf8 } from '../bytes.ts';
import { blankWorld } from '../services.ts';
import { at } from '../test/acting.ts';
import { calling, replyOf } from '../test/caller.ts';
import { issueAssertion } from './assertion.ts';
import { certificateOf, keyIn } from './der.ts';
import { makeJwt, parseJwt } from './jwt.ts';
import { isSignedBy, sign, signingKey } from './keys.ts';
import { metadataOf, readMetadata } from './metadata.ts';
import { parseAssertion } from './read-assertion.ts';
import { rsaSign } from './rsa.ts';
import { issueToken, type Issued } from './token.ts';
import { escapeXml, unescapeXml } from './xml.ts';

const WORLD = blankWorld();
const ISSUER = 'https://token.actions.githubusercontent.com';
const SUBJECT = 'repo:acme/shop:ref:refs/heads/main';

function textOf(issued: Issued): string {
  return 'text' in issued ? issued.text : issued.problem;
}

function tokenAt(seconds: number, seed = WORLD.seed): string {
  const cloud = { ...at(WORLD, seconds), seed };
  return textOf(issueToken(cloud, { issuer: ISSUER, audience: 'sts.amazonaws.com', subject: SUBJECT }));
}

test('[worlds-are-values] a token is a real one: its parts read, its signature holds, the same seed gives it again', () => {
  const token = tokenAt(0);
  expect(tokenAt(0)).toBe(token);
  expect(tokenAt(0, 1)).not.toBe(token);
  const read = parseJwt(token);
  if (!read) throw new Error('a token is read');
  expect(read.header).toMatchObject({ alg: 'ES256', typ: 'JWT' });
  expect(read.claims).toMatchObject({
    iss: ISSUER,
    sub: SUBJECT,
    aud: 'sts.amazonaws.com',
    repository: 'acme/shop',
    ref: 'refs/heads/main',
    exp: WORLD.time / 1000 + 300,
  });
  const { open } = signingKey(WORLD, ISSUER);
  const [x = '', y = ''] = [open.slice(1, 33), open.slice(33)].map(base64UrlOf);
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const options = { key, dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', utf8(read.signed), options, read.signature)).toBe(true);
  expect(verify('sha256', utf8(`${read.signed}.`), options, read.signature)).toBe(false);
});

test('[worlds-are-values] what is no token is not read', () => {
  for (const text of ['', 'a', 'a.b', 'a.b.c', 'e30.e30.', 'e30.e30.AA.AA', 'W10.e30.AA', '!.e30.AA'])
    expect(parseJwt(text)).toBeUndefined();
  expect(parseJwt(makeJwt({}, { a: 1 }, () => Uint8Array.of(1)))).toMatchObject({ claims: { a: 1 } });
});

test('[worlds-are-values] the certificate in the metadata is a real one, for the key that signs', () => {
  const metadata = textOf(metadataOf(WORLD, 'corporate'));
  expect(metadata.length).toBeGreaterThanOrEqual(1000);
  const issuer = 'https://idp.example.com/saml/metadata';
  const key = signingKey(WORLD, issuer);
  expect(readMetadata(metadata)).toEqual({ issuer, keys: [key.open] });
  for (let seed = 0; seed < 40; seed += 1) {
    const one = signingKey({ seed }, issuer);
    const bytes = certificateOf(one, 'idp.example.com');
    const certificate = new X509Certificate(bytes);
    expect(certificate.subject).toBe('CN=idp.example.com');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(keyIn(bytes)).toEqual(one.open);
  }
});

test('[worlds-are-values] a response says what it was asked to say, and holds no change', () => {
  const issued = issueAssertion(WORLD, {
    provider: 'corporate',
    user: 'mei.tan',
    roles: [{ role: 'arn:role', provider: 'arn:provider' }],
    attributes: { 'PrincipalTag:team': ['R&D <"1">'] },
  });
  const response = textOf(issued);
  const { open } = signingKey(WORLD, 'https://idp.example.com/saml/metadata');
  const read = parseAssertion(response);
  expect(read).toMatchObject({
    subject: 'mei.tan',
    subjectType: 'persistent',
    issued: WORLD.time,
    attributes: {
      Role: ['arn:role,arn:provider'],
      RoleSessionName: ['mei.tan'],
      'PrincipalTag:team': ['R&D <"1">'],
      groups: ['developers'],
    },
  });
  expect(read?.isSignedBy(open)).toBe(true);
  expect(read?.isSignedBy(signingKey(WORLD, ISSUER).open)).toBe(false);
  const xml = textOfBytes(bytesOf(response) ?? new Uint8Array());
  const forged = parseAssertion(btoa(xml.replace('arn:role,', 'arn:other,')));
  expect(forged?.attributes['Role']).toEqual(['arn:other,arn:provider']);
  expect(forged?.isSignedBy(open)).toBe(false);
});

test('[every-refusal-has-words] a provider that is not there, and somebody whom it does not know, get nothing', () => {
  const asked = { audience: 'x', subject: 'y' };
  expect(issueToken(WORLD, { issuer: 'corporate', ...asked })).toEqual({
    problem: 'no OIDC provider is called `corporate`',
  });
  expect(issueAssertion(WORLD, { provider: 'corporate', user: 'nobody', roles: [] })).toEqual({
    problem: 'the provider knows nobody called `nobody`',
  });
  expect(metadataOf(WORLD, 'github')).toEqual({ problem: 'no SAML provider is called `github`' });
});

test('[worlds-are-values] IAM looks up the thumbprint of a provider whose certificate nobody vouches for', () => {
  const [issuer, thumbprint] = ['https://port.example.com', 'a031c46782e6e6c662c2c87c76da9aa62ccabd8e'];
  const cloud = {
    ...WORLD,
    idps: { ...WORLD.idps, port: { kind: 'oidc', issuer, thumbprint, users: {} } },
  } as const;
  const OpenIDConnectProviderArn = 'arn:aws:iam::111122223333:oidc-provider/port.example.com';
  const made = calling(cloud, 'default', 'iam:CreateOpenIDConnectProvider', { Url: issuer });
  expect(
    replyOf(calling(made.cloud, 'default', 'iam:GetOpenIDConnectProvider', { OpenIDConnectProviderArn })),
  ).toMatchObject({ ThumbprintList: [thumbprint] });
});

test('[worlds-are-values] marks of XML go out and come in again', () => {
  for (const text of ['a & b', '<a b="c">', '&amp;lt;', '&lt;&amp;'])
    expect(unescapeXml(escapeXml(text))).toBe(text);
});

test('[worlds-are-values] no bytes are a signature by chance, and RSA signs as the runtime checks', () => {
  const key = signingKey(WORLD, ISSUER);
  const bytes = utf8('quay');
  expect(isSignedBy(key.open, bytes, sign(key, bytes))).toBe(true);
  for (const wrong of [new Uint8Array(), new Uint8Array(64), sign(key, utf8('keel'))])
    expect(isSignedBy(key.open, bytes, wrong)).toBe(false);
  expect(rsaSign(bytes)).toHaveLength(256);
  expect(rsaSign(bytes)).not.toEqual(rsaSign(utf8('keel')));
});
