// Everything in one file, and back. A file that is newer, damaged or somebody else's changes nothing.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseEvent } from '#exam';
import { type Everything, keyOf, type Rows, TABLES, type TableName } from './rows.ts';

const FORMAT = 'gatehouse-backup';
/** Version 2 has papers, and a hash with each event. */
const VERSION = 2;

/** Why a file cannot be restored. */
export type BackupFault = 'not-a-backup' | 'newer' | 'damaged';

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

export type Preview =
  | { readonly fault: BackupFault }
  | { readonly rows: Everything; readonly counts: Counts; readonly saved: string };

function checksum(rows: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(rows))));
}

/** @param saved the moment of saving, ISO 8601 */
export function makeBackup(rows: Everything, saved: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, saved, checksum: checksum(rows), rows }, null, 1)}\n`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What restoring a file would do to what is kept now. */
export function previewBackup(text: string, now: Everything): Preview {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: text.includes(FORMAT) ? 'damaged' : 'not-a-backup' };
  }
  if (!isRecord(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number')
    return { fault: 'not-a-backup' };
  if (file['version'] > VERSION) return { fault: 'newer' };
  const { rows, saved } = file;
  if (!isRecord(rows) || typeof saved !== 'string' || checksum(rows) !== file['checksum'])
    return { fault: 'damaged' };
  const read = readRows(rows);
  if (!read) return { fault: 'damaged' };
  const merged = mergeRows(read, now);
  return { rows: merged.rows, counts: merged.counts, saved };
}

/** Rows of known tables whose keys can be read; anything else is damage. */
function readRows(rows: Record<string, unknown>): Everything | undefined {
  const read: Record<TableName, unknown[]> = emptied();
  for (const table of TABLES) {
    const list = rows[table] ?? [];
    if (!Array.isArray(list)) return undefined;
    for (const row of list as unknown[]) {
      if (!isRecord(row)) return undefined;
      const ok = table === 'events' ? isEventRow(row) : typeof row['id'] === 'string';
      if (!ok) return undefined;
      read[table].push(row);
    }
  }
  return read as unknown as Everything;
}

function emptied(): Record<TableName, unknown[]> {
  return Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Record<TableName, unknown[]>;
}

function isEventRow(row: Record<string, unknown>): boolean {
  return (
    typeof row['attempt'] === 'string' &&
    Number.isInteger(row['seq']) &&
    parseEvent(row['event']) !== undefined
  );
}

/**
 * The later of two rows wins. An attempt's list only grows: what the file has beyond the list that is kept now is added
 * when the two begin alike; when they differ, the one that is kept now stays.
 */
function mergeRows(
  from: Everything,
  now: Everything,
): { readonly rows: Everything; readonly counts: Counts } {
  const counts = { added: 0, changed: 0, same: 0 };
  const rows = emptied();
  const forked = forkedAttempts(from, now);
  for (const table of TABLES) {
    const known = new Map(now[table].map((row) => [keyOf(table, row), row]));
    for (const row of from[table]) {
      const mine = known.get(keyOf(table, row));
      const stays = mine !== undefined && momentOf(mine) >= momentOf(row);
      const what = stays || isForked(row, forked) ? 'same' : mine === undefined ? 'added' : 'changed';
      counts[what] += 1;
      if (what !== 'same') rows[table].push(row);
    }
  }
  return { rows: rows as unknown as Everything, counts };
}

function isForked(row: Rows[TableName], forked: ReadonlySet<string>): boolean {
  return 'attempt' in row && forked.has(row.attempt);
}

/** Attempts whose list here has an event that the file has otherwise. */
function forkedAttempts(from: Everything, now: Everything): ReadonlySet<string> {
  const mine = new Map(now.events.map((row) => [keyOf('events', row), JSON.stringify(row.event)]));
  const differs = (row: Rows['events']): boolean => {
    const event = mine.get(keyOf('events', row));
    return event !== undefined && event !== JSON.stringify(row.event);
  };
  return new Set(from.events.filter(differs).map((row) => row.attempt));
}

/** Rows without a moment never change. */
function momentOf(row: Rows[TableName]): number {
  return 'at' in row ? row.at : Number.POSITIVE_INFINITY;
}
