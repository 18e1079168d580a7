// Times in jq: seconds since 1970, and the lists of numbers that `gmtime` makes of them.
import { writeTime } from '../shell/commands/write-time.ts';
import { isList, type Value } from '../value.ts';
import { named } from './order.ts';
import { Problem } from './problem.ts';

const DAY = 86_400_000;

/** Year, month from 0, day, hours, minutes, seconds, day of the week, day of the year. */
export function broken(seconds: number): readonly number[] {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime()))
    throw new Problem('error converting number of seconds since epoch to datetime');
  const year = at.getUTCFullYear();
  return [
    ...[year, at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()],
    ...[at.getUTCSeconds() + (seconds - Math.floor(seconds)), at.getUTCDay()],
    Math.floor((at.getTime() - Date.UTC(year, 0, 1)) / DAY),
  ];
}

export function together(value: Value): number {
  if (!isList(value) || value.length < 6 || value.some((part) => typeof part !== 'number'))
    throw new Problem('mktime requires array of 6 numbers');
  const [year = 0, month = 0, day = 1, hours = 0, minutes = 0, seconds = 0] = value.map(Number);
  return Math.floor(Date.UTC(year, month, day, hours, minutes, Math.floor(seconds)) / 1000);
}

export function formattedTime(value: Value, format: string): string {
  const parts = typeof value === 'number' ? broken(value) : value;
  if (!isList(parts)) throw new Problem('strftime/1 requires parsed datetime inputs');
  return writeTime(format, together(parts) * 1000);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const READERS: Readonly<Record<string, string>> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  e: '\\s*(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  b: '(?<b>[A-Za-z]{3})[a-z]*',
  B: '(?<b>[A-Za-z]{3})[a-z]*',
  a: '[A-Za-z]+',
  A: '[A-Za-z]+',
  Z: '[A-Za-z]+',
  z: '(?<z>Z|[+-]\\d\\d:?\\d\\d)',
  s: '(?<s>\\d+)',
};

const WHOLE: Readonly<Record<string, string>> = { T: '%H:%M:%S', F: '%Y-%m-%d', D: '%m/%d/%Y', R: '%H:%M' };

/** `strptime`: a text taken apart after a format. */
export function readParts(value: Value, format: string): readonly number[] {
  if (typeof value !== 'string') throw new Problem(`strptime/1 requires string inputs and arguments`);
  const full = format.replace(/%([TFDR])/g, (_, letter: string) => WHOLE[letter] ?? '');
  const source = full
    .split(/(%.)/)
    .map((piece) =>
      piece.startsWith('%')
        ? (READERS[piece[1] ?? ''] ?? piece.slice(1))
        : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
    .join('');
  const found = new RegExp(`^${source}$`).exec(value);
  if (!found) throw new Problem(`date "${value}" does not match format "${format}"`);
  const { Y, m, d, H, M, S, b, s } = found.groups ?? {};
  if (s !== undefined) return broken(Number(s));
  const month = b === undefined ? Number(m ?? 1) - 1 : MONTHS.indexOf(b.toLowerCase());
  return broken(
    Date.UTC(Number(Y ?? 1970), month, Number(d ?? 1), Number(H ?? 0), Number(M ?? 0), Number(S ?? 0)) / 1000,
  );
}

export function secondsOf(value: Value): number {
  if (typeof value !== 'number') throw new Problem(`${named(value)} is no time`);
  return value;
}
