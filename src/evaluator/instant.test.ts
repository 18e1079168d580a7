import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareInstants, parseInstant } from './instant.ts';

/** How the first stands to the second; undefined when one of the two is no moment. */
function order(a: string, b: string): 'before' | 'same' | 'after' | undefined {
  const [left, right] = [parseInstant(a), parseInstant(b)];
  if (!left || !right) return undefined;
  const difference = compareInstants(left, right);
  return difference < 0 ? 'before' : difference > 0 ? 'after' : 'same';
}

describe('the same moment', () => {
  it.each([
    ['1970-01-01T00:00:00Z', '0'],
    ['1970', '0'],
    ['1970-01', '0'],
    ['1970-01-01', '0'],
    ['1970-01-01T00:00Z', '0'],
    ['2000-03-01', '951868800'],
    ['2000-02-29T23:59:59Z', '951868799'],
    ['2026-11-23T10:00:00Z', '1795428000'],
    ['2026-11-23T10:00:00+00:00', '1795428000'],
    ['2026-11-23T10:00:00-00:00', '1795428000'],
    ['2026-11-23T12:00:00+02:00', '1795428000'],
    ['2026-11-23T04:30:00-05:30', '1795428000'],
    ['2026-11-24T00:00:00+14:00', '1795428000'],
    ['2026-11-24T09:59:00+23:59', '1795428000'],
    ['2026-11-22T10:01:00-23:59', '1795428000'],
    ['2026-11-23T10:00:00.250Z', '1795428000.25'],
    ['2026-11-23T10:00:00.000Z', '1795428000'],
    ['1969-12-31T23:59:59Z', '-1'],
    ['1969-12-31T23:59:59.75Z', '-0.25'],
    ['1969-12-31T23:59:58.75Z', '-1.25'],
    ['1969-12-31T23:59:59.0Z', '-1'],
    ['0001-01-01', '-62135596800'],
    ['0000-03-01', '-62162035200'],
    ['9999-12-31T23:59:59Z', '253402300799'],
    ['1900-03-01', '-2203891200'],
    ['2100-03-01', '4107542400'],
  ])('[one-value-is-enough] %s is %s', (text, seconds) => {
    expect(order(text, seconds)).toBe('same');
  });

  it('[one-value-is-enough] is the one that the calendar of JavaScript has', () => {
    const date = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9998-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.integer({ min: -14 * 60, max: 14 * 60 }), (moment, ahead) => {
        const pad = (value: number): string => String(Math.abs(value)).padStart(2, '0');
        const zone = `${ahead < 0 ? '-' : '+'}${pad(Math.trunc(ahead / 60))}:${pad(ahead % 60)}`;
        const shifted = new Date(moment.getTime() + ahead * 60_000).toISOString();
        fc.pre(/^\d{4}-/.test(shifted));
        const [ms, sign] = [Math.abs(moment.getTime()), moment.getTime() < 0 ? '-' : ''];
        const seconds = `${sign}${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`;
        expect(order(shifted.replace('Z', zone), seconds)).toBe('same');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the last day of a month', () => {
  it.each([
    ...['2026-01-31', '2026-02-28', '2024-02-29', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
    ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'],
  ])('[one-value-is-enough] %s comes a day before the first of the next', (last) => {
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(next).toMatch(/-01$/);
    expect(order(last, String(Date.parse(last) / 1000))).toBe('same');
    expect(order(last, next)).toBe('before');
  });
});

describe('one moment before another', () => {
  it.each([
    ['2026-11-23T10:00:00.001Z', '2026-11-23T10:00:00.0011Z'],
    ['2026-11-23T10:00:00+01:00', '2026-11-23T10:00:00Z'],
    ['2026', '2026-01-01T00:00:01Z'],
    ['1969-12-31T23:59:59.2Z', '1969-12-31T23:59:59.3Z'],
    ['-1', '-0.5'],
    ['10000', '2026'],
  ])('[one-value-is-enough] %s before %s', (earlier, later) => {
    expect(order(earlier, later)).toBe('before');
    expect(order(later, earlier)).toBe('after');
  });
});

describe('no moment', () => {
  it.each([
    '',
    'now',
    '2026-13',
    '2026-00-01',
    '2026-01-32',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-12-32',
    '2024-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-11-00',
    '2026-1-1',
    '26-11-23',
    '2026-11-23T10:00:00',
    '2026-11-23T10Z',
    '2026-11-23 10:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T10:60:00Z',
    '2026-11-23T10:00:60Z',
    '2026-11-23T10:00:00z',
    '2026-11-23t10:00:00Z',
    '2026-11-23T10:00:00.Z',
    '2026-11-23T10:00:00+2:00',
    '2026-11-23T10:00:00+0200',
    '2026-11-23T10:00:00+24:00',
    '2026-11-23T10:00:00+02:60',
    '2026-11-23Z',
    '2026-*',
  ])('[unreadable-value-fits-nothing] `%s`', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
