// The shelf in IndexedDB. The one file that knows Dexie.
import Dexie, { type Table } from 'dexie';
import { newLinking, type Linked } from './linking.ts';
import { type Everything, type Rows, TABLES, type TableName } from './rows.ts';
import type { Shelf } from './shelf.ts';

const NAME = 'gatehouse';

// A page that is put aside as it is keeps its connection: Dexie would close it, and brought back the page had none.
Dexie.disableBfCache = true;

/** Version 1: what is kept since the first day. A later version is added below, this one is never changed. */
const VERSION_1: Readonly<Record<Exclude<TableName, 'terminals' | 'papers'>, string>> = {
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

/** Version 3: papers. */
const VERSION_3 = { papers: 'id' };

/** How long an older tab may take to let go of the database, in milliseconds. */
const PATIENCE = 3000;

/**
 * Opens the database, with writes that are on the disk before they are reported (`strict`).
 * @param gone called when another tab needs the database otherwise, or it is deleted: what can be read must be read now
 * @throws when an older tab does not let go of it
 */
export async function openDatabase(gone: () => Promise<void>, patience = PATIENCE): Promise<Shelf> {
  // A database that was taken away is not opened again behind anybody's back: it would be empty.
  const db = new Dexie(NAME, { chromeTransactionDurability: 'strict', autoOpen: false });
  db.version(1).stores(VERSION_1);
  db.version(2).stores(VERSION_2);
  db.version(3).stores(VERSION_3);
  db.on('versionchange', () => {
    void gone().finally(() => {
      db.close();
    });
    return false;
  });
  await opened(db, patience);
  db.on('close', () => void gone());
  return shelfIn(db);
}

async function opened(db: Dexie, patience: number): Promise<void> {
  const blocked = new Promise<never>((_, reject) => {
    db.on('blocked', () => {
      setTimeout(() => {
        reject(new Error('blocked by an older tab'));
      }, patience);
      return false;
    });
  });
  try {
    await Promise.race([db.open(), blocked]);
  } catch (error) {
    db.close();
    throw error;
  }
}

function shelfIn(db: Dexie): Shelf {
  const table = <T extends TableName>(name: T): Table<Rows[T]> => db.table(name);
  const all = TABLES.map((name) => db.table(name));
  const linking = newLinking();
  /** Attempts that had events when this page last looked. */
  const begun = new Set<string>();
  return {
    get: (name, id) => table(name).get(id),
    put: async (name, row) => {
      await table(name).put(row);
    },
    all: (name) => table(name).toArray(),
    begin: (row, event, paper) =>
      linking.inTurn(async () => {
        const first = await linking.first(row.id, event);
        await db.transaction('rw', table('attempts'), table('events'), table('papers'), async () => {
          await table('attempts').add(row);
          if (paper) await table('papers').put(paper);
          await table('events').add(first);
        });
        linking.wrote(first);
        begun.add(row.id);
      }),
    // A transaction waits for nothing but the database: the link is made before it, and made again when another tab wrote.
    append: (attempt, event) =>
      linking.inTurn(async () => {
        for (;;) {
          const rows = ofAttempt(table('events'), attempt);
          const linked =
            (await linking.next(attempt, event)) ??
            (await linking.after(attempt, await rows.toArray(), event));
          if (!linked.behind && begun.has(attempt)) throw new Error('emptied by another tab');
          if (await addBehind(table('events'), linked)) {
            linking.wrote(linked.row);
            return;
          }
          linking.read(attempt);
        }
      }),
    events: async (attempt) => {
      linking.read(attempt);
      const rows = await ofAttempt(table('events'), attempt).toArray();
      if (rows.length > 0) begun.add(attempt);
      return rows;
    },
    merge: (rows: Everything) =>
      db.transaction('rw', all, async () => {
        for (const name of TABLES) await db.table(name).bulkPut([...rows[name]]);
      }),
    clear: () =>
      db.transaction('rw', all, async () => {
        for (const name of TABLES) await db.table(name).clear();
      }),
  };
}

/** Adds a row if the list still ends as it did when the row was made. */
function addBehind(events: Table<Rows['events']>, { row, behind }: Linked): Promise<boolean> {
  return events.db.transaction('rw', events, async () => {
    const last = await ofAttempt(events, row.attempt).last();
    if (last?.seq !== behind?.seq || last?.hash !== behind?.hash) return false;
    await events.add(row);
    return true;
  });
}

function ofAttempt(events: Table<Rows['events']>, attempt: string) {
  return events.where('[attempt+seq]').between([attempt, Dexie.minKey], [attempt, Dexie.maxKey]);
}
