// Each kept event carries a hash over the one before and itself: what was changed or taken out afterwards is noticed.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseEvent, type SittingEvent } from '#exam';
import { linkText } from './linking.ts';
import type { EventRow } from './rows.ts';

/** What was done in an attempt, as far as it is proved. */
export interface History {
  readonly events: readonly SittingEvent[];
  /** Something was changed or is missing. What stood before it counts, and what was done knowing of it. */
  readonly broken: boolean;
  /** The hash of the last event; absent when nothing is linked. */
  readonly end?: string;
}

export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The chain begins with the name of its attempt: no event can be moved to another. */
function linkOf(before: string, event: unknown): string {
  return hashOf(linkText(before, event));
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
