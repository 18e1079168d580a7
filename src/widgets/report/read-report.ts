// A credential report read from its text: lines by the names of their columns, or what is wrong with it and where.

/** Columns that are read. Source: ug-credential-report. */
export const NEEDED = [
  ...['user', 'password_enabled', 'password_last_used', 'mfa_active'],
  ...['access_key_1_active', 'access_key_1_last_rotated', 'access_key_1_last_used_date'],
  ...['access_key_2_active', 'access_key_2_last_rotated', 'access_key_2_last_used_date'],
] as const;
export type Column = (typeof NEEDED)[number];

export type Line = Readonly<Record<Column, string>>;

export type ReportFault =
  | { readonly code: 'empty' | 'tooLong' | 'encoded' | 'noLines' }
  | { readonly code: 'column'; readonly column: string }
  | { readonly code: 'cells'; readonly line: number; readonly cells: number; readonly columns: number }
  | { readonly code: 'cell'; readonly line: number; readonly column: string; readonly text: string };

export type ReadReport = { readonly lines: readonly Line[] } | { readonly fault: ReportFault };

const LONGEST = 400_000;
const WORD = /^(?:true|false|not_supported)$/i;
const DATE =
  /^(?:N\/A|no_information|not_supported|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))$/i;

export function readReport(text: string): ReadReport {
  if (text.length > LONGEST) return { fault: { code: 'tooLong' } };
  const [first = '', ...rest] = text.trim().split(/\r?\n/);
  if (first === '') return { fault: { code: 'empty' } };
  if (/^[\w+/=]{60,}$/.test(first) && !first.includes('_')) return { fault: { code: 'encoded' } };
  const names = cellsOf(first);
  const missing = NEEDED.find((column) => !names.includes(column));
  if (missing !== undefined) return { fault: { code: 'column', column: missing } };
  const lines: Line[] = [];
  for (const [i, one] of rest.entries()) {
    if (one.trim() === '') continue;
    const read = lineOf(one, names, i + 2);
    if ('code' in read) return { fault: read };
    lines.push(read.line);
  }
  return lines.length === 0 ? { fault: { code: 'noLines' } } : { lines };
}

function lineOf(text: string, names: readonly string[], line: number): { readonly line: Line } | ReportFault {
  const cells = cellsOf(text);
  if (cells.length !== names.length)
    return { code: 'cells', line, cells: cells.length, columns: names.length };
  const entries = NEEDED.map((column) => [column, cells[names.indexOf(column)] ?? ''] as const);
  const wrong = entries.find(([column, cell]) => !fits(column, cell));
  if (wrong) return { code: 'cell', line, column: wrong[0], text: wrong[1].slice(0, 60) };
  return { line: Object.fromEntries(entries) as Line };
}

function fits(column: Column, cell: string): boolean {
  if (column === 'user') return cell !== '';
  if (!/(?:used|rotated|date)$/.test(column)) return WORD.test(cell);
  return DATE.test(cell) && (!/^\d/.test(cell) || isMoment(cell));
}

/** A calendar has the day: `Date.parse` takes 31 February for a day of March. */
function isMoment(text: string): boolean {
  const day = text.slice(0, 10);
  const start = Date.parse(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(text)) && !Number.isNaN(start) && new Date(start).toISOString().startsWith(day)
  );
}

/** Cells may stand in quotation marks, as programs for tables write them; any of them may be empty. */
function cellsOf(line: string): readonly string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? '',
  );
}
