// Each kept event carries a hash over the one before and itself: what was changed or taken out afterwards is noticed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseEvent, type SittingEvent } from '#exam';
import type { EventRow } from './rows.ts';

/** What was done in an attempt, as far as it is proved. */
export interface History {
  readonly events: readonly SittingEvent[];
  /** Something was changed or is missing. What stood before it counts, and what was done knowing of it. */
  readonly broken: boolean;
  /** The hash of the last event; absent when nothing is linked. */
  readonly end?: string;
}

/** The chain begins with the name of its attempt: no event can be moved to another. */
function linkOf(before: string, event: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(`${before}\n${JSON.stringify(event)}`)));
}

interface Chain {
  readonly events: readonly unknown[];
  readonly broken: boolean;
  /** What the next event is linked to. */
  readonly end: string;
}

/** Follows the chain through rows in their order. An event that is not linked to the last good one is left out. */
function follow(attempt: string, rows: readonly EventRow[]): Chain {
  const events: unknown[] = [];
  let end = attempt;
  let sealed = false;
  let broken = false;
  for (const { event, hash } of rows) {
    const link = linkOf(end, event);
    // Version 1 had no hashes: its events are sealed by the first one that has.
    const good = hash === undefined ? !sealed && !('session' in event) : hash === link;
    sealed ||= hash !== undefined;
    broken ||= !good;
    if (!good) continue;
    events.push(event);
    end = link;
  }
  return { events, broken, end };
}

export function historyOf(attempt: string, rows: readonly EventRow[]): History {
  const { events, broken, end } = follow(attempt, rows);
  const read = events.flatMap((event) => parseEvent(event) ?? []);
  return { events: read, broken, ...(events.length === 0 ? {} : { end }) };
}

/** The row of one more event after these. */
export function rowAfter(attempt: string, rows: readonly EventRow[], event: SittingEvent): EventRow {
  const seq = (rows.at(-1)?.seq ?? -1) + 1;
  return { attempt, seq, event, hash: linkOf(follow(attempt, rows).end, event) };
}

/** Rows written here and now are good: not all of a list is read again for each event that is added to it. */
export interface Ends {
  /** The row of one more event; `undefined` when the last one was not written here. */
  readonly rowAfterLast: (last: EventRow | undefined, event: SittingEvent) => EventRow | undefined;
  /** The row was written. */
  readonly wrote: (row: EventRow) => void;
  /** The list was read: before the next event it is followed again, whatever befell it meanwhile. */
  readonly read: (attempt: string) => void;
}

export function newEnds(): Ends {
  const ends = new Map<string, string>();
  return {
    rowAfterLast: (last, event) =>
      last?.hash !== undefined && ends.get(last.attempt) === last.hash
        ? { attempt: last.attempt, seq: last.seq + 1, event, hash: linkOf(last.hash, event) }
        : undefined,
    wrote: ({ attempt, hash }) => {
      if (hash !== undefined) ends.set(attempt, hash);
    },
    read: (attempt) => {
      ends.delete(attempt);
    },
  };
}
