// A time as somebody writes it after `date -d`: a day, a time of day, and steps from there, in any order.

const DAY = 86_400_000;
const STEPS: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
};
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS: Readonly<Record<string, string>> = { next: '1', last: '-1', this: '0', a: '1', an: '1' };

/** What is read so far. */
interface Reading {
  readonly at: number;
  readonly rest: string;
}

type Rule = readonly [RegExp, (found: readonly (string | undefined)[], at: number) => number];

const midnight = (at: number): number => Math.floor(at / DAY) * DAY;
const number = (text: string | undefined): number => Number(text ?? 0);

/** Months are as long as they are: the 31st of a shorter one is a day of the next. */
function months(at: number, count: number): number {
  const from = new Date(at);
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, from.getUTCDate()) + (at % DAY);
}

function onDay(year: number, month: number, day: number): number {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 ? at.getTime() : Number.NaN;
}

const RULES: readonly Rule[] = [
  [/^@(-?\d+(?:\.\d+)?)/, ([seconds]) => number(seconds) * 1000],
  [/^now\b/, (_, at) => at],
  [/^today\b/, (_, at) => at],
  [/^tomorrow\b/, (_, at) => at + DAY],
  [/^yesterday\b/, (_, at) => at - DAY],
  [/^midnight\b/, (_, at) => midnight(at)],
  [/^noon\b/, (_, at) => midnight(at) + DAY / 2],
  [
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t(?=\d))?/,
    ([year, month, day]) => onDay(number(year), number(month), number(day)),
  ],
  [/^(\d{4})(\d\d)(\d\d)(?!\d)t?/, ([year, month, day]) => onDay(number(year), number(month), number(day))],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, ([month, day, year]) => onDay(number(year), number(month), number(day))],
  [
    /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})/,
    ([day, month, year]) => onDay(number(year), MONTHS.indexOf(month ?? '') + 1, number(day)),
  ],
  [
    /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})/,
    ([month, day, year]) => onDay(number(year), MONTHS.indexOf(month ?? '') + 1, number(day)),
  ],
  [
    /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(am|pm)\b)?/,
    ([hour, minute, second, fraction, half], at) =>
      midnight(at) +
      ((number(hour) % (half === undefined ? 24 : 12)) + (half === 'pm' ? 12 : 0)) * 3_600_000 +
      number(minute) * 60_000 +
      number(second) * 1000 +
      Math.floor(Number(`0.${fraction ?? '0'}`) * 1000),
  ],
  [/^(?:z|utc|gmt)\b/, (_, at) => at],
  [
    /^([+-])(\d\d):?(\d\d)\b(?! ?[a-z])/,
    ([sign, hours, minutes], at) =>
      at - (sign === '-' ? -1 : 1) * (number(hours) * 3_600_000 + number(minutes) * 60_000),
  ],
  [
    /^([+-]? ?\d+|next|last|this|an?)? ?(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b( ago\b)?/,
    ([count = '1', unit = '', ago], at) => {
      const steps = Number((NUMBERS[count] ?? count).replace(' ', '')) * (ago === undefined ? 1 : -1);
      if (unit === 'month' || unit === 'year') return months(at, steps * (unit === 'year' ? 12 : 1));
      return at + steps * (STEPS[unit] ?? 0);
    },
  ],
  [
    /^(?:(next|last) )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*/,
    ([which, day = ''], at) => {
      const ahead = (DAYS.indexOf(day) - new Date(at).getUTCDay() + 7) % 7;
      const days = which === 'next' && ahead === 0 ? 7 : which === 'last' ? ahead - 7 : ahead;
      return midnight(at) + days * DAY;
    },
  ],
];

/** @returns milliseconds since 1970; `undefined` when the text says no time */
export function readTime(text: string, now: number): number | undefined {
  let reading: Reading = { at: text.trim() === '' ? midnight(now) : now, rest: text.trim().toLowerCase() };
  while (reading.rest !== '') {
    const next = step(reading);
    if (!next || Number.isNaN(next.at)) return undefined;
    reading = next;
  }
  return reading.at;
}

function step({ at, rest }: Reading): Reading | undefined {
  for (const [pattern, move] of RULES) {
    const found = pattern.exec(rest);
    if (found)
      return { at: move(found.slice(1), at), rest: rest.slice(found[0].length).replace(/^[\s,]+/, '') };
  }
  return undefined;
}
