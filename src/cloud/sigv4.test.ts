// Held to the test suite that AWS publishes for signature version 4, and to the worked example of its guide.
import { describe, expect, it } from 'vitest';
import { digestOf, signRequest, type SignableRequest } from './sigv4.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const SCOPE = { time: '20150830T123600Z', region: 'us-east-1', service: 'service' };
const VANILLA: SignableRequest = {
  ...{ method: 'GET', path: '/', query: [], payload: digestOf('') },
  headers: [
    ['Host', 'example.amazonaws.com'],
    ['X-Amz-Date', '20150830T123600Z'],
  ],
};

describe('a signature', () => {
  it.each<readonly [string, Partial<SignableRequest>, string]>([
    ['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'get-vanilla-query-order-key-case',
      {
        query: [
          ['Param2', 'value2'],
          ['Param1', 'value1'],
        ],
      },
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    ['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'post-x-www-form-urlencoded',
      {
        method: 'POST',
        headers: [['Content-Type', 'application/x-www-form-urlencoded'], ...VANILLA.headers],
        payload: digestOf('Param1=value1'),
      },
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'get-header-value-trim',
      { headers: [...VANILLA.headers, ['My-Header1', ' value1'], ['My-Header2', ' "a   b   c"']] },
      'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    ],
  ])('is that of the published vector %s', (_, change, signature) => {
    expect(signRequest({ ...VANILLA, ...change }, SCOPE, SECRET).signature).toBe(signature);
  });
  it('is that of the example in the guide, with its signing key', () => {
    const request: SignableRequest = {
      ...{ method: 'GET', path: '/', payload: digestOf('') },
      query: [
        ['Action', 'ListUsers'],
        ['Version', '2010-05-08'],
      ],
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
        ['Host', 'iam.amazonaws.com'],
        ['X-Amz-Date', '20150830T123600Z'],
      ],
    };
    const signed = signRequest(request, { ...SCOPE, service: 'iam' }, SECRET);
    expect(signed.signedHeaders).toBe('content-type;host;x-amz-date');
    expect(signed.signingKey).toBe('c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9');
    expect(signed.signature).toBe('5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
  });
});
