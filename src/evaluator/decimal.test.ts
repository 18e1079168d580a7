import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, parseDecimal } from './decimal.ts';

const SIGNS: ReadonlyMap<number, string> = new Map([
  [-1, '<'],
  [0, '='],
  [1, '>'],
]);
const TINY = `0.${'0'.repeat(400)}1`;

/** `<`, `=` or `>`; `?` when one of the two is no number. */
function compared(a: string, b: string): string | undefined {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  if (!left || !right) return '?';
  return SIGNS.get(compareDecimals(left, right));
}

describe('two numbers', () => {
  it.each([
    ['1', '=', '1'],
    ['1', '=', '1.0'],
    ['1', '=', '001'],
    ['+1', '=', '1'],
    ['0', '=', '-0'],
    ['0', '=', '0.000'],
    ['.5', '?', '0.5'],
    ['9', '<', '10'],
    ['-9', '>', '-10'],
    ['-1', '<', '0'],
    ['0', '<', '0.001'],
    ['-0.001', '<', '0'],
    ['0.1', '<', '0.11'],
    ['0.09', '<', '0.1'],
    ['1.9', '<', '10'],
    ['123456789012345678901234567890', '<', '123456789012345678901234567891'],
    ['0.123456789012345678901234567890', '<', '0.123456789012345678901234567891'],
    ['-1.5', '>', '-1.6'],
    ['0', '<', TINY],
    ['0', '>', `-${TINY}`],
    [TINY, '>', `-${TINY}`],
    [TINY, '<', `${TINY}1`],
    ['-0', '=', '0.0'],
    ['-0', '<', TINY],
  ])('[one-value-is-enough] %s %s %s', (a, sign, b) => {
    expect(compared(a, b)).toBe(sign);
    expect(compared(b, a)).toBe({ '<': '>', '>': '<' }[sign] ?? sign);
  });

  it('[one-value-is-enough] are ordered as whole numbers are, wherever the point stands', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    const pointed = (value: bigint, places: number): string => {
      const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
      const [left, right] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
      return `${value < 0n ? '-' : ''}${left}${places > 0 ? `.${right}` : ''}`;
    };
    fc.assert(
      fc.property(whole, whole, fc.nat(12), (a, b, places) => {
        expect(compared(pointed(a, places), pointed(b, places))).toBe(a < b ? '<' : a > b ? '>' : '=');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('no number', () => {
  it.each([
    '',
    ' ',
    'abc',
    '1e3',
    '1.',
    '.5',
    '1.2.3',
    '0x10',
    '1,000',
    '--1',
    '+-1',
    '1 ',
    ' 1',
    'NaN',
    'Infinity',
    '١',
    '1_000',
    '-',
  ])('[unreadable-value-fits-nothing] `%s`', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});
