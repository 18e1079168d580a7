// What the browser has of a sitting, read past the site: the rows of its database, and whether their chain holds.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** An event as it lies in the database. */
export type KeptEvent = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Kept {
  /** The events of the latest attempt, in their order. */
  readonly events: readonly KeptEvent[];
  /** Each is linked to the one before it. */
  readonly unbroken: boolean;
  /** The ids of its questions, as they were laid out. */
  readonly questions: readonly string[];
}

interface Rows {
  readonly attempts: readonly { id: string; begun: number; form: { questions: { id: string }[] } }[];
  readonly events: readonly { attempt: string; seq: number; event: KeptEvent; hash?: string }[];
}

/** All rows, from any page of the site. A database that is not there is not made. */
const rowsIn = (page: Page): Promise<Rows> =>
  page.evaluate(async () => {
    const none: Rows = { attempts: [], events: [] };
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'gatehouse')) return none;
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('not read'));
        };
      });
    const db = await done(indexedDB.open('gatehouse'));
    const reading = db.transaction(['attempts', 'events']);
    const [attempts, events] = await Promise.all([
      done(reading.objectStore('attempts').getAll()),
      done(reading.objectStore('events').getAll()),
    ]);
    db.close();
    return { attempts, events };
  });

const linkOf = (before: string, event: unknown): string =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(event)}`)
    .digest('hex');

export async function keptIn(page: Page): Promise<Kept> {
  const rows = await rowsIn(page);
  const latest = rows.attempts.toSorted((a, b) => b.begun - a.begun)[0];
  const own = rows.events.filter(({ attempt }) => attempt === latest?.id).toSorted((a, b) => a.seq - b.seq);
  const unbroken = own.every(({ event, hash }, i) => {
    const before = i === 0 ? latest?.id : own[i - 1]?.hash;
    return hash === linkOf(before ?? '', event);
  });
  const questions = latest?.form.questions.map(({ id }) => id) ?? [];
  return { events: own.map(({ event }) => event), unbroken, questions };
}
