import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBase64, parseBase64 } from './base64.ts';
import { kebab } from './names.ts';
import { closest } from './suggest.ts';
import { parseTimestamp } from './timestamp.ts';
import { parseYaml } from './yaml.ts';
import { hasZip } from './zip.ts';

describe('[names] are written with dashes', () => {
  it.each([
    ['CreateSAMLProvider', 'create-saml-provider'],
    ['GetOpenIDConnectProvider', 'get-open-id-connect-provider'],
    ['ListMFADevices', 'list-mfa-devices'],
    ['AuthenticationCode1', 'authentication-code1'],
    ['PolicyARNs', 'policy-arns'],
    ['Ipv6Addresses', 'ipv6-addresses'],
    ['SSEKMSKeyId', 'ssekms-key-id'],
    ['clientIDList', 'client-id-list'],
  ])('%s is %s', (name, written) => {
    expect(kebab(name)).toBe(written);
  });
});

it('[suggestions] are alike enough, three at most, the best first', () => {
  const known = ['create-user', 'create-users', 'create-usr', 'create-role', 'delete-user'];
  expect(closest('create-usr', known)).toEqual(['create-usr', 'create-user', 'create-users']);
  expect(closest('xyz', known)).toEqual([]);
});

it('[base64] any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(parseBase64(makeBase64(bytes))).toEqual(bytes);
    }),
  );
});

it('[base64] skips what is no letter of it, and misses what is cut off', () => {
  expect(parseBase64('aG\nk=')).toEqual(Uint8Array.from([0x68, 0x69]));
  expect(parseBase64('aGk=aGk=')).toEqual(Uint8Array.from([0x68, 0x69]));
  expect(parseBase64('aGk')).toBeUndefined();
  expect(parseBase64('a')).toBeUndefined();
});

describe('[times] read in their usual forms', () => {
  const nine = Date.UTC(2026, 10, 23, 9);
  it.each([
    ['2026-11-23T09:00:00Z', nine],
    ['2026-11-23T09:00:00', nine],
    ['2026-11-23 09:00', nine],
    ['2026-11-23T10:00:00.250+01:00', nine + 250],
    ['2026-11-23T03:30:00-0530', nine],
    ['20261123T090000Z', nine],
    ['2026-11-23', Date.UTC(2026, 10, 23)],
    ['1795424400', nine],
    ['1795424400.5', nine + 500],
    ['Mon, 23 Nov 2026 09:00:00 GMT', nine],
    ['Nov 23, 2026', Date.UTC(2026, 10, 23)],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s', (text, at) => {
    expect(parseTimestamp(text)).toBe(at);
  });
});

describe('[YAML] reads what a whole input is written in', () => {
  it.each([
    ['a: 1\nb: two # why\n', { a: 1, b: 'two' }],
    [
      "Tags:\n- Key: a\n  Value: \"b: c\"\n- Key: d\n  Value: 'it''s'\n",
      {
        Tags: [
          { Key: 'a', Value: 'b: c' },
          { Key: 'd', Value: "it's" },
        ],
      },
    ],
    ['a:\n  b: [1, two, {c: ~}]\n  d: {}\n', { a: { b: [1, 'two', { c: null }], d: {} } }],
    ['p: |\n  {"a": 1,\n   "b": 2}\nq: >-\n  x\n  y\n\n  z\n', { p: '{"a": 1,\n "b": 2}\n', q: 'x y\nz' }],
    ['- - a\n  - b\n- c\n', [['a', 'b'], 'c']],
    ['{"a": true,\n "b": "x"}', { a: true, b: 'x' }],
    ['a: arn:aws:iam::1:role/x\nb: s3:*\n', { a: 'arn:aws:iam::1:role/x', b: 's3:*' }],
    ['# nothing\n', null],
  ])('%j', (text, value) => {
    expect(parseYaml(text)).toEqual(value);
  });

  it.each(['a: [1\n', '\ta: b\n', 'a: *b\n', 'a: b: c\n', 'a: b\na: c\n', 'a: "b\n'])(
    'refuses %j',
    (text) => {
      expect(parseYaml(text)).toBeUndefined();
    },
  );

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab:- \n"\'[]{},|>#')) }), (text) => {
        expect(() => parseYaml(text)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});

it('[a zip file] is known by its end', () => {
  const end = [0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)];
  expect(hasZip(Uint8Array.from(end))).toBe(true);
  expect(hasZip(Uint8Array.from([1, 2, 3, ...end, 7, 7]))).toBe(true);
  expect(hasZip(Uint8Array.from(end.slice(1)))).toBe(false);
  expect(hasZip(new Uint8Array())).toBe(false);
});
