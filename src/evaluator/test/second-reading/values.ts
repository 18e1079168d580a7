// Numbers, instants, addresses and bytes out of text, each exact. A text that cannot be read gives undefined.
import { isIP } from 'node:net';

/** Enough digits behind the point for every text that anybody writes down. */
const DIGITS = 60;

/** A decimal as a whole number of 10⁻⁶⁰, so that no digit is lost. */
export function numberOf(text: string): bigint | undefined {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,60}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const size = BigInt(whole + part.padEnd(DIGITS, '0'));
  return sign === '-' ? -size : size;
}

const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,60}))?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** Seconds since 1970 in the form of `numberOf`: from a date of the W3C profile, or from seconds. */
export function instantOf(text: string): bigint | undefined {
  const found = DATE.exec(text);
  if (!found) return /^\d+$/.test(text) ? numberOf(text) : undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', part = '', zone = 'Z'] =
    found;
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const exists = new Date(start).toISOString().startsWith(`${String(year)}-${month}-${day}`);
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const [, sign, ahead = '0', and = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (Number(ahead) > 23 || Number(and) > 59) return undefined;
  const offset = (Number(ahead) * 60 + Number(and)) * (sign === '-' ? -60 : 60);
  const seconds = start / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offset;
  return BigInt(seconds) * 10n ** BigInt(DIGITS) + BigInt(part.padEnd(DIGITS, '0'));
}

export interface Range {
  readonly family: 4 | 6;
  /** The bits that count, as digits of the base two. */
  readonly bits: string;
}

export function addressOf(text: string): Range | undefined {
  const family = text.includes('%') ? 0 : isIP(text);
  if (family === 4) return { family, bits: bitsOf(text.split('.').map(Number), 8) };
  if (family === 6) return { family, bits: bitsOf(groupsOf(text), 16) };
  return undefined;
}

/** An address, or an address and how many of its bits count. */
export function rangeOf(text: string): Range | undefined {
  const [address = '', length, ...more] = text.split('/');
  const whole = addressOf(address);
  if (!whole || more.length > 0 || length === undefined) return more.length > 0 ? undefined : whole;
  if (!/^\d{1,3}$/.test(length) || Number(length) > whole.bits.length) return undefined;
  return { family: whole.family, bits: whole.bits.slice(0, Number(length)) };
}

const bitsOf = (numbers: readonly number[], size: number): string =>
  numbers.map((one) => one.toString(2).padStart(size, '0')).join('');

/** The eight groups of an address of version six: `::` filled up, a dotted end written as two groups. */
function groupsOf(text: string): readonly number[] {
  const dotted = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  const [a, b, c, d] = (dotted ?? []).slice(1).map(Number);
  const end = dotted ? `${pair(a, b)}:${pair(c, d)}` : '';
  const [left = '', right] = (text.slice(0, dotted?.index ?? text.length) + end).split('::');
  const groups = (side: string) => (side === '' ? [] : side.split(':').map((group) => parseInt(group, 16)));
  const [before, after] = [groups(left), groups(right ?? '')];
  const zeros = right === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => 0), ...after];
}

const pair = (high = 0, low = 0): string => (high * 256 + low).toString(16);

export function bytesOf(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  return Buffer.from(text, 'base64').toString('hex');
}
