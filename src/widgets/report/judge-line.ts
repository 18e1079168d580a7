// What is wrong at one user of a report, and what only looks wrong. Days are counted from the report's youngest date.
import { NEEDED, type Column, type Line } from './read-report.ts';

export const PROBLEMS = ['password', 'unused', 'never', 'rootKey', 'rootMfa'] as const;
export type Problem = (typeof PROBLEMS)[number];
export const SEEMINGS = ['oldButUsed', 'switchedOff', 'young', 'noPassword'] as const;
type Seeming = (typeof SEEMINGS)[number];

export interface Told<T extends string> {
  readonly what: T;
  readonly key?: 1 | 2;
  readonly days?: number;
}

export interface Judged {
  readonly problems: readonly Told<Problem>[];
  readonly seemings: readonly Told<Seeming>[];
}

const DAY = 86_400_000;
/** Days after which a key that signs nothing is a problem, and those that a new key is given. */
export const LONG = 90;
const NEW = 7;

/** The report does not say when it was made. Its youngest date comes close. */
export function momentOf(lines: readonly Line[]): number {
  const dates = lines.flatMap((line) => NEEDED.flatMap((column) => timeIn(line[column]) ?? []));
  return dates.reduce((a, b) => Math.max(a, b), 0);
}

export function judgeLine(line: Line, now: number): Judged {
  const problems: Told<Problem>[] = [];
  const seemings: Told<Seeming>[] = [];
  const isRoot = line.user === '<root_account>';
  const days = (column: Column): number | undefined => {
    const time = timeIn(line[column]);
    return time === undefined ? undefined : Math.floor((now - time) / DAY);
  };
  if (!isTrue(line.mfa_active)) {
    if (isRoot) problems.push({ what: 'rootMfa' });
    else if (isTrue(line.password_enabled)) problems.push({ what: 'password' });
    else seemings.push({ what: 'noPassword' });
  }
  for (const key of [1, 2] as const) {
    const made = days(`access_key_${key}_last_rotated`);
    const used = days(`access_key_${key}_last_used_date`);
    if (!isTrue(line[`access_key_${key}_active`])) {
      if (made !== undefined) seemings.push({ what: 'switchedOff', key });
    } else if (isRoot) problems.push({ what: 'rootKey', key });
    else if (used !== undefined && used > LONG) problems.push({ what: 'unused', key, days: used });
    else if (used === undefined && (made ?? 0) > NEW) problems.push({ what: 'never', key, days: made ?? 0 });
    else if (used === undefined) seemings.push({ what: 'young', key, days: made ?? 0 });
    else if ((made ?? 0) > LONG) seemings.push({ what: 'oldButUsed', key, days: made ?? 0 });
  }
  return { problems, seemings };
}

function isTrue(cell: string): boolean {
  return cell.toLowerCase() === 'true';
}

function timeIn(cell: string): number | undefined {
  return /^\d{4}-/.test(cell) ? Date.parse(cell) : undefined;
}
