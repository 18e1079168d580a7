import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBase64 } from './bytes.ts';

describe('bytes in base64', () => {
  it.each([
    ['', ''],
    ['AA==', '00'],
    ['QQ==', '41'],
    ['QR==', '41'],
    ['Qf==', '41'],
    ['QUI=', '4142'],
    ['QUL=', '4142'],
    ['QUJD', '414243'],
    ['+/+/', 'fbffbf'],
    ['AAEC/w==', '000102ff'],
  ])('[one-value-is-enough] `%s` are %s', (text, hex) => {
    expect(parseBase64(text)).toBe(hex);
  });

  it('[one-value-is-enough] come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = btoa(String.fromCharCode(...bytes));
        expect(parseBase64(text)).toBe(
          Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'Q',
    'QQ',
    'QUI',
    'QQ=',
    'QQ===',
    'Q===',
    '=',
    'QUJD=',
    'QUJDQ',
    'Q Q==',
    'QQ==\n',
    'Q-_=',
    'QQ==QQ==',
    'ÄÄ==',
  ])('[unreadable-value-fits-nothing] `%s` are none', (text) => {
    expect(parseBase64(text)).toBeUndefined();
  });
});
