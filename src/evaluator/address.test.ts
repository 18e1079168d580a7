import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInRange, parseAddress, parseRange } from './address.ts';

function within(range: string, address: string): boolean | undefined {
  const [wanted, asked] = [parseRange(range), parseAddress(address)];
  return wanted && asked && isInRange(wanted, asked);
}

describe('an address and a range', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', true],
    ['203.0.113.7', '203.0.113.6', false],
    ['203.0.113.7/24', '203.0.113.255', true],
    ['203.0.113.7/24', '203.0.112.255', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['128.0.0.0/1', '127.255.255.255', false],
    ['128.0.0.0/1', '128.0.0.0', true],
    ['10.0.0.0/15', '10.2.0.0', false],
    ['10.0.0.0/16', '10.0.255.255', true],
    ['10.0.0.0/17', '10.0.128.0', false],
    ['10.0.0.0/31', '10.0.0.1', true],
    ['10.0.0.0/32', '10.0.0.1', false],
    ['::/0', 'ffff::', true],
    ['::', '0:0:0:0:0:0:0:0', true],
    ['::1', '::', false],
    ['1::', '1:0:0:0:0:0:0:0', true],
    ['2001:db8::/32', '2001:DB8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['2001:db8::ffff/112', '2001:db8::1', true],
    ['2001:db8::/127', '2001:db8::2', false],
    ['2001:db8::1/128', '2001:db8::1', true],
    ['::ffff:203.0.113.7', '::ffff:cb00:7107', true],
    ['64:ff9b::203.0.113.7', '64:ff9b::cb00:7107', true],
    ['1:2:3:4:5:6:203.0.113.7', '1:2:3:4:5:6:cb00:7107', true],
    ['0.0.0.0/0', '::', false],
    ['::/0', '0.0.0.0', false],
    ['203.0.113.7', '::ffff:203.0.113.7', false],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8', true],
  ])('[one-value-is-enough] %s and %s: %s', (range, address, expected) => {
    expect(within(range, address)).toBe(expected);
  });

  it('[one-value-is-enough] agree with counting in whole numbers', () => {
    const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    const number = (four: readonly number[]): bigint =>
      four.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const near = fc.tuple(bytes, fc.nat(32), fc.nat(31)).map(([four, bits, flip]) => ({ four, bits, flip }));
    fc.assert(
      fc.property(near, ({ four, bits, flip }) => {
        const other = number(four) ^ (1n << BigInt(flip));
        const asked = [24n, 16n, 8n, 0n].map((shift) => String((other >> shift) & 255n)).join('.');
        const size = 1n << BigInt(32 - bits);
        expect(within(`${four.join('.')}/${bits}`, asked)).toBe(number(four) / size === other / size);
      }),
      { numRuns: 2000 },
    );
  });

  it('[one-value-is-enough] an address of version 6 is the same however it is written', () => {
    const groups = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, fc.nat(7), fc.nat(8), (all, from, length) => {
        const hex = all.map((group) => group.toString(16));
        const short = all.slice(from, from + length);
        const cut = [hex.slice(0, from), hex.slice(from + length)].map((half) => half.join(':')).join('::');
        const written =
          short.length > 0 && short.every((group) => group === 0) ? cut : hex.join(':').toUpperCase();
        expect(within(written, hex.map((group) => group.padStart(4, '0')).join(':'))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('no address', () => {
  it.each([
    ...[
      '',
      '1',
      '1.2.3',
      '1.2.3.4.5',
      '256.0.0.1',
      '1.2.3.04',
      '1.2.3.-4',
      '1.2.3.4 ',
      '0x1.2.3.4',
      '1..2.3',
    ],
    ...[':', ':::', '1:2', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1::2::3', '12345::', 'g::', '::1%eth0'],
    ...['1:2:3:4:5:6:7:8::', '::1.2.3', '1.2.3.4::', '::256.0.0.1', ':1:2:3:4:5:6:7', 'vpce-1a2b', '[::1]'],
  ])('[unreadable-value-fits-nothing] `%s`', (text) => {
    expect(parseAddress(text)).toBeUndefined();
    expect(parseRange(text)).toBeUndefined();
  });
});

describe('no range', () => {
  it.each([
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/-1',
    '1.2.3.4/08',
    '1.2.3.4/a',
    '1.2.3.4/24/24',
    '::/129',
    '::/1.5',
    '/24',
    '1.2.3.*',
  ])('[unreadable-value-fits-nothing] `%s`', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});
