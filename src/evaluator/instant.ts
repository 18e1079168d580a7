// Moments as policies write them: the W3C profile of ISO 8601, or seconds since 1970. Source: ug-condition-operators.
import { compareDecimals, parseDecimal, type Decimal } from './decimal.ts';

const FORM =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(?:Z|([+-]\d\d:\d\d)))?)?)?$/;

/**
 * Seconds since 1970 in UTC. Four digits are a year, other whole numbers are seconds. A time needs its zone.
 * @returns undefined when the text is no moment
 */
export function parseInstant(text: string): Decimal | undefined {
  const found = FORM.exec(text);
  if (!found) return parseDecimal(text);
  const [
    ,
    year = '',
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '',
    zone = '+00:00',
  ] = found;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > lengthOf(y, m)) return undefined;
  const [h, min, s] = [Number(hour), Number(minute), Number(second)];
  const offset = offsetOf(zone);
  if (h > 23 || min > 59 || s > 59 || offset === undefined) return undefined;
  const seconds = daysBefore(y, m, d) * 86_400 + h * 3600 + (min - offset) * 60 + s;
  // Before 1970 a fraction still runs forward in time.
  if (seconds < 0 && /[1-9]/.test(fraction))
    return parseDecimal(`${seconds + 1 === 0 ? '-0' : seconds + 1}.${complement(fraction)}`);
  return parseDecimal(`${seconds}.${fraction || '0'}`);
}

/** One less the fraction, digit by digit. */
function complement(fraction: string): string {
  const digits = fraction.replace(/0+$/, '');
  return Array.from(digits, (digit, i) => String((i === digits.length - 1 ? 10 : 9) - Number(digit))).join(
    '',
  );
}

export const compareInstants = compareDecimals;

/** Minutes that a zone is ahead of UTC. */
function offsetOf(zone: string): number | undefined {
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from 1 January 1970 to a date, by counting eras of 400 years. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
