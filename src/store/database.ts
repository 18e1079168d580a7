// The shelf in IndexedDB. The one file that knows Dexie.
import Dexie, { type Table } from 'dexie';
import type { SittingEvent } from '#exam';
import { type Everything, type Rows, TABLES, type TableName } from './rows.ts';
import type { Shelf } from './shelf.ts';

const NAME = 'gatehouse';

/** Version 1: what is kept since the first day. A later version is added below, this one is never changed. */
const VERSION_1: Readonly<Record<Exclude<TableName, 'terminals'>, string>> = {
  attempts: 'id, begun',
  events: '[attempt+seq], attempt',
  lessons: 'id, at',
  edits: 'id',
  notes: 'id',
  checks: 'id',
  settings: 'id',
};

/** Version 2: terminals. */
const VERSION_2 = { terminals: 'id' };

/**
 * Opens the database, with writes that are on the disk before they are reported (`strict`).
 * @param gone called when another tab needs a newer version of the database
 */
export async function openDatabase(gone: () => void): Promise<Shelf> {
  const db = new Dexie(NAME, { chromeTransactionDurability: 'strict' });
  db.version(1).stores(VERSION_1);
  db.version(2).stores(VERSION_2);
  db.on('versionchange', () => {
    db.close();
    gone();
  });
  await db.open();
  const table = <T extends TableName>(name: T): Table<Rows[T]> => db.table(name);
  return {
    get: (name, id) => table(name).get(id),
    put: async (name, row) => {
      await table(name).put(row);
    },
    all: (name) => table(name).toArray(),
    begin: (row, event) =>
      db.transaction('rw', table('attempts'), table('events'), async () => {
        await table('attempts').add(row);
        await table('events').add({ attempt: row.id, seq: 0, event });
      }),
    append: (attempt, event) =>
      db.transaction('rw', table('events'), async () => {
        const last = await lastOf(table('events'), attempt);
        await table('events').add({ attempt, seq: (last?.seq ?? -1) + 1, event });
      }),
    events: async (attempt): Promise<readonly SittingEvent[]> => {
      const rows = await table('events')
        .where('[attempt+seq]')
        .between([attempt, Dexie.minKey], [attempt, Dexie.maxKey])
        .toArray();
      return rows.map((row) => row.event);
    },
    merge: (rows: Everything) =>
      db.transaction(
        'rw',
        TABLES.map((name) => db.table(name)),
        async () => {
          for (const name of TABLES) await db.table(name).bulkPut([...rows[name]]);
        },
      ),
    clear: () =>
      db.transaction(
        'rw',
        TABLES.map((name) => db.table(name)),
        async () => {
          for (const name of TABLES) await db.table(name).clear();
        },
      ),
  };
}

function lastOf(events: Table<Rows['events']>, attempt: string): Promise<Rows['events'] | undefined> {
  return events.where('[attempt+seq]').between([attempt, Dexie.minKey], [attempt, Dexie.maxKey]).last();
}
