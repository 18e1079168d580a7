// Reads a point in time as AWS's command line takes it. It knows no parameter and no clock.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONE = String.raw`\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?`;
const CLOCK = String.raw`(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[t\s]+${CLOCK}${ZONE})?$`);
const BASIC = /^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?()(z)?$/;
const DAY_FIRST = new RegExp(
  String.raw`^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})[\s-]+(\d{4})(?:\s+${CLOCK}${ZONE})?$`,
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:[a-z]+,?\s+)?([a-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})(?:\s+${CLOCK}${ZONE})?$`,
);

/**
 * Seconds since 1970, ISO 8601 in its usual forms, or a date with the month's name. Without a zone it is UTC.
 * @returns milliseconds since 1970; `undefined` when the text is no time
 */
export function parseTimestamp(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (/^[+-]?\d+(\.\d*)?(e\d+)?$/.test(plain)) return Math.round(Number(plain) * 1000);
  const iso = ISO.exec(plain) ?? BASIC.exec(plain);
  if (iso) return instant(iso[1], iso[2], iso[3] ?? '1', iso.slice(4));
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return instant(dayFirst[3], month(dayFirst[2]), dayFirst[1], dayFirst.slice(4));
  const monthFirst = MONTH_FIRST.exec(plain);
  return monthFirst
    ? instant(monthFirst[3], month(monthFirst[1]), monthFirst[2], monthFirst.slice(4))
    : undefined;
}

/** @param clock hour, minute, second, fraction, zone: as far as they are given */
function instant(
  year: string | undefined,
  monthOfYear: string | undefined,
  day: string | undefined,
  clock: readonly (string | undefined)[],
): number | undefined {
  const [hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = clock;
  const numbers = [year, monthOfYear, day, hour, minute, second].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = numbers;
  const at = Date.UTC(y, m - 1, d, h, min, s);
  const read = new Date(at);
  const fits = read.getUTCMonth() === m - 1 && read.getUTCDate() === d && h < 24 && min < 60 && s < 60;
  return fits ? at + Math.round(Number(`0.${fraction || '0'}`) * 1000) - offset(zone) : undefined;
}

function offset(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function month(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').slice(0, 3)) + 1);
}
