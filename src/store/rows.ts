// What is kept, row by row. Every shape that ever shipped stays readable.
import type { Answer, Form, SittingEvent } from '#exam';

interface KeptAttempt {
  readonly id: string;
  readonly begun: number;
  /** In any shape that ever shipped: `upgradeForm` reads it. */
  readonly form: unknown;
  /** The paper that it was sat on, when one was kept. */
  readonly paper?: string;
}

export interface AttemptRow extends KeptAttempt {
  readonly form: Form;
}

/** One event of an attempt; `seq` counts from 0 and is given by the database. */
export interface EventRow {
  readonly attempt: string;
  readonly seq: number;
  readonly event: SittingEvent;
  /** Over the event before and this one; absent in version 1. */
  readonly hash?: string;
}

/** The questions of a form with everything, so that an attempt can be reviewed when the bank has changed. */
export interface PaperRow {
  readonly id: string;
  readonly bank: string;
  /** JSON, as the site served it. */
  readonly questions: string;
}

export interface LessonRow {
  readonly id: string;
  readonly title: string;
  /** When it was last read. */
  readonly at: number;
  /** When it was marked as worked through. */
  readonly done?: number;
}

export interface EditRow {
  readonly id: string;
  readonly at: number;
  /** Changed documents by their id. */
  readonly documents: Readonly<Record<string, string>>;
  /** The words chosen in the request's sentence. */
  readonly picks: Readonly<Record<string, string>>;
  readonly guess?: string;
}

export interface NoteRow {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}

export interface CheckRow {
  readonly id: string;
  readonly at: number;
  readonly answer: Answer;
}

export interface SettingRow {
  readonly id: string;
  readonly at: number;
  readonly value: string;
}

export interface TerminalRow {
  readonly id: string;
  readonly at: number;
  /** Everything that was typed, in its order: replayed, it gives the same world again. */
  readonly lines: readonly string[];
}

export interface Rows {
  attempts: KeptAttempt;
  events: EventRow;
  lessons: LessonRow;
  edits: EditRow;
  notes: NoteRow;
  checks: CheckRow;
  settings: SettingRow;
  terminals: TerminalRow;
  papers: PaperRow;
}

export type TableName = keyof Rows;
export const TABLES = [
  'attempts',
  'events',
  'lessons',
  'edits',
  'notes',
  'checks',
  'settings',
  'terminals',
  'papers',
] as const satisfies readonly TableName[];

/** Everything that is kept. */
export type Everything = { readonly [T in TableName]: readonly Rows[T][] };

export const NOTHING: Everything = {
  attempts: [],
  events: [],
  lessons: [],
  edits: [],
  notes: [],
  checks: [],
  settings: [],
  terminals: [],
  papers: [],
};

/** What tells two rows of a table apart. */
export function keyOf<T extends TableName>(table: T, row: Rows[T]): string {
  return 'attempt' in row ? `${row.attempt} ${row.seq}` : `${table} ${row.id}`;
}
