export const sigv4 = {
  about:
    'Mei signs a request with the secret of `AKIAIOSFODNN7EXAMPLE`. Write it, choose what happens on its way, and compare what she signed with what AWS computes.',
  fields: {
    method: 'Method',
    path: 'Path',
    query: 'Query',
    body: 'Body',
    region: 'Region',
    service: 'Service',
    way: 'On its way',
  },
  ways: {
    nothing: 'nothing happens',
    order: 'the query is put into another order',
    agent: 'a header that is not signed is changed',
    path: 'one character is added to the path',
    method: 'the method is changed',
    body: 'the body is changed',
    region: 'it is sent to another Region',
    late: 'it is held back for twenty minutes',
  },
  faults: {
    path: 'A path begins with `/` and is written as in an address: letters, digits, `.`, `-`, `_`, `~`, `/` and `%`.',
    query: 'A query is written `name=value`, with `&` between two of them.',
    half: 'There is half a character in it, a surrogate without its other. It has no bytes, so nobody can sign it.',
    long: 'That is too long for this place. Two thousand characters are enough to see it work.',
  },
  steps: {
    canonicalRequest: '1. The canonical request',
    stringToSign: '2. The string to sign',
    signingKey: '3. The signing key',
    signature: '4. The signature',
  },
  signer: 'Mei signs',
  checker: 'AWS computes',
  changed: 'differs',
  found: {
    same: 'The two signatures are the same. It is a request of Mei, and now AWS decides whether she may do it.',
    differs: '`SignatureDoesNotMatch`: AWS comes to another signature, and nobody has signed this request.',
    late: '`RequestTimeTooSkewed`: the signature is right, and its time is more than fifteen minutes away from the clock of S3.',
  },
};
