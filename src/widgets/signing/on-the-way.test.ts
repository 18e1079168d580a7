import { describe, expect, it } from 'vitest';
import { differing, letterFault, send, type Letter, type Way } from './on-the-way.ts';

const LETTER: Letter = {
  ...{ method: 'GET', path: '/winter.csv', query: 'versionId=7&partNumber=1', body: '' },
  ...{ region: 'eu-west-1', service: 's3' },
};

describe('what arrives', () => {
  it.each<readonly [Way, string]>([
    ['nothing', 'same'],
    ['order', 'same'],
    ['agent', 'same'],
    ['path', 'differs'],
    ['method', 'differs'],
    ['body', 'differs'],
    ['region', 'differs'],
    ['late', 'late'],
  ])('after %s it is %s', (way, found) => {
    expect(send(LETTER, way).found).toBe(found);
  });
  it('differs in the line that was changed', () => {
    const { signed, checked } = send(LETTER, 'path');
    expect([...differing(signed.canonicalRequest, checked.canonicalRequest)]).toEqual([1]);
  });
});

describe('a letter', () => {
  it('that cannot be sent is told why', () => {
    expect(letterFault(LETTER)).toBeUndefined();
    expect(letterFault({ ...LETTER, path: 'winter.csv' })).toBe('path');
    expect(letterFault({ ...LETTER, query: 'a b' })).toBe('query');
    expect(letterFault({ ...LETTER, query: 'a=\ud800' })).toBe('half');
    expect(letterFault({ ...LETTER, body: '\udc00' })).toBe('half');
    expect(letterFault({ ...LETTER, query: 'a=🌙' })).toBeUndefined();
    expect(letterFault({ ...LETTER, body: 'x'.repeat(3000) })).toBe('long');
  });
});
