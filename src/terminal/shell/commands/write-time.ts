// A time as `date +FORMAT` writes it. Every clock here stands on UTC.

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const DAY = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');
const dayOfYear = (at: Date): number =>
  Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY) + 1;
const hour12 = (at: Date): number => at.getUTCHours() % 12 || 12;

/** The year and the week that ISO 8601 puts a day in: those of its Thursday. */
function isoWeek(at: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

const FIELDS: Readonly<Record<string, (at: Date) => string>> = {
  a: (at) => (DAYS[at.getUTCDay()] ?? '').slice(0, 3),
  A: (at) => DAYS[at.getUTCDay()] ?? '',
  b: (at) => (MONTHS[at.getUTCMonth()] ?? '').slice(0, 3),
  B: (at) => MONTHS[at.getUTCMonth()] ?? '',
  c: (at) => writeTime('%a %b %e %H:%M:%S %Y', at.getTime()),
  C: (at) => two(Math.floor(at.getUTCFullYear() / 100)),
  d: (at) => two(at.getUTCDate()),
  D: (at) => writeTime('%m/%d/%y', at.getTime()),
  e: (at) => String(at.getUTCDate()).padStart(2, ' '),
  F: (at) => writeTime('%Y-%m-%d', at.getTime()),
  G: (at) => String(isoWeek(at).year),
  h: (at) => (MONTHS[at.getUTCMonth()] ?? '').slice(0, 3),
  H: (at) => two(at.getUTCHours()),
  I: (at) => two(hour12(at)),
  j: (at) => String(dayOfYear(at)).padStart(3, '0'),
  k: (at) => String(at.getUTCHours()).padStart(2, ' '),
  l: (at) => String(hour12(at)).padStart(2, ' '),
  m: (at) => two(at.getUTCMonth() + 1),
  M: (at) => two(at.getUTCMinutes()),
  n: () => '\n',
  N: (at) => `${String(at.getUTCMilliseconds()).padStart(3, '0')}000000`,
  p: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: (at) => (at.getUTCHours() < 12 ? 'am' : 'pm'),
  r: (at) => writeTime('%I:%M:%S %p', at.getTime()),
  R: (at) => writeTime('%H:%M', at.getTime()),
  s: (at) => String(Math.floor(at.getTime() / 1000)),
  S: (at) => two(at.getUTCSeconds()),
  t: () => '\t',
  T: (at) => writeTime('%H:%M:%S', at.getTime()),
  u: (at) => String(at.getUTCDay() || 7),
  V: (at) => two(isoWeek(at).week),
  w: (at) => String(at.getUTCDay()),
  x: (at) => writeTime('%m/%d/%y', at.getTime()),
  X: (at) => writeTime('%H:%M:%S', at.getTime()),
  y: (at) => two(at.getUTCFullYear() % 100),
  Y: (at) => String(at.getUTCFullYear()),
  z: () => '+0000',
  ':z': () => '+00:00',
  Z: () => 'UTC',
  '%': () => '%',
};

/**
 * @param format without the plus sign
 * @param time milliseconds since 1970
 */
export function writeTime(format: string, time: number): string {
  const at = new Date(time);
  return format.replace(
    /%([-_0^]?)(\d*)(:z|[A-Za-z%])/g,
    (whole, flag: string, width: string, name: string) => {
      const text = Object.hasOwn(FIELDS, name) ? FIELDS[name]?.(at) : undefined;
      if (text === undefined) return whole;
      if (flag === '-') return text.replace(/^[0 ]+(?=\d)/, '');
      if (flag === '_') return text.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length));
      if (flag === '^') return text.toUpperCase();
      return name === 'N' && width !== '' ? text.slice(0, Number(width)) : text;
    },
  );
}
