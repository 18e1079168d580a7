// Which lines of a report are shown, in which columns and in which order.
import type { Column, Line } from './read-report.ts';

export const PARTS = ['password', 'first', 'second'] as const;
export type Part = (typeof PARTS)[number];

export const SHOWN: Readonly<Record<Part, readonly Column[]>> = {
  password: ['user', 'password_enabled', 'password_last_used', 'mfa_active'],
  first: ['user', 'access_key_1_active', 'access_key_1_last_rotated', 'access_key_1_last_used_date'],
  second: ['user', 'access_key_2_active', 'access_key_2_last_rotated', 'access_key_2_last_used_date'],
};

/** @param find words that have to stand in the shown cells, all of them */
export function arranged(
  lines: readonly Line[],
  columns: readonly Column[],
  find: string,
  { column, isDown }: { readonly column: Column; readonly isDown: boolean },
): readonly Line[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const sign = isDown ? -1 : 1;
  return lines
    .filter((line) => {
      const text = columns.map((one) => line[one].toLowerCase());
      return words.every((word) => text.some((cell) => cell.includes(word)));
    })
    .toSorted((a, b) => sign * (compare(a[column], b[column]) || compare(a.user, b.user)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
