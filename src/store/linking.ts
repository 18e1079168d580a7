// The next event of an attempt and its hash. Browsers reckon it themselves; on plain http, where they do not, a library
// is fetched, as it is where a whole list is followed.
import type { SittingEvent } from '#exam';
import type { EventRow } from './rows.ts';

/** What is hashed: the link before, which for the first event is the name of its attempt, and the event. */
export const linkText = (before: string, event: unknown): string => `${before}\n${JSON.stringify(event)}`;

async function linkOf(before: string, event: SittingEvent): Promise<string> {
  const text = linkText(before, event);
  // Absent on plain http, whatever the types say.
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto };
  if (!subtle) return (await import('./chain.ts')).hashOf(text);
  const hash = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A row, and the one that it was made to stand behind. */
export interface Linked {
  readonly row: EventRow;
  readonly behind: EventRow | undefined;
}

export interface Linking {
  readonly first: (attempt: string, event: SittingEvent) => Promise<EventRow>;
  /** The row behind the last one that was written here; `undefined` where none was. */
  readonly next: (attempt: string, event: SittingEvent) => Promise<Linked | undefined>;
  /** The row behind these, whoever wrote them. */
  readonly after: (attempt: string, rows: readonly EventRow[], event: SittingEvent) => Promise<Linked>;
  /** The row was written. */
  readonly wrote: (row: EventRow) => void;
  /** The list was read: before the next event it is followed again, whatever befell it meanwhile. */
  readonly read: (attempt: string) => void;
  /** Does it after all that it was asked before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function newLinking(): Linking {
  const ends = new Map<string, EventRow>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    first: async (attempt, event) => ({ attempt, seq: 0, event, hash: await linkOf(attempt, event) }),
    next: async (attempt, event) => {
      const last = ends.get(attempt);
      if (last?.hash === undefined) return undefined;
      const row = { attempt, seq: last.seq + 1, event, hash: await linkOf(last.hash, event) };
      return { row, behind: last };
    },
    after: async (attempt, rows, event) => {
      const { rowAfter } = await import('./chain.ts');
      return { row: rowAfter(attempt, rows, event), behind: rows.at(-1) };
    },
    wrote: (row) => {
      ends.set(row.attempt, row);
    },
    read: (attempt) => {
      ends.delete(attempt);
    },
    inTurn: (work) => {
      const done = turn.then(work, work);
      turn = done.catch(() => undefined);
      return done;
    },
  };
}
