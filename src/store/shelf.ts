// Where rows lie: in the database of the browser, or in memory when there is none. Both answer the same calls.
import type { SittingEvent } from '#exam';
import { newLinking } from './linking.ts';
import { type Everything, keyOf, NOTHING, type Rows, type TableName, TABLES } from './rows.ts';

export interface Shelf {
  get<T extends Exclude<TableName, 'events'>>(table: T, id: string): Promise<Rows[T] | undefined>;
  put<T extends Exclude<TableName, 'events'>>(table: T, row: Rows[T]): Promise<void>;
  all<T extends TableName>(table: T): Promise<readonly Rows[T][]>;
  /** Puts an attempt with its first event, and its paper if there is one: all or none. */
  begin(row: Rows['attempts'], first: SittingEvent, paper?: Rows['papers']): Promise<void>;
  /** Adds an event at the end of an attempt's list, whoever else is adding. */
  append(attempt: string, event: SittingEvent): Promise<void>;
  /** In their order. */
  events(attempt: string): Promise<readonly Rows['events'][]>;
  /** Puts all rows in one go or none. */
  merge(rows: Everything): Promise<void>;
  clear(): Promise<void>;
}

export async function everythingOn(shelf: Shelf): Promise<Everything> {
  const [attempts, events, lessons, edits, notes, checks, settings, terminals, papers] = await Promise.all([
    shelf.all('attempts'),
    shelf.all('events'),
    shelf.all('lessons'),
    shelf.all('edits'),
    shelf.all('notes'),
    shelf.all('checks'),
    shelf.all('settings'),
    shelf.all('terminals'),
    shelf.all('papers'),
  ]);
  return { attempts, events, lessons, edits, notes, checks, settings, terminals, papers };
}

/** A shelf that is gone when the page is. */
export function memoryShelf(start: Everything = NOTHING): Shelf {
  const tables = new Map<TableName, Map<string, Rows[TableName]>>(TABLES.map((table) => [table, new Map()]));
  const put = <T extends TableName>(table: T, row: Rows[T]): void => {
    tables.get(table)?.set(keyOf(table, row), row);
  };
  const all = <T extends TableName>(table: T): Rows[T][] =>
    [...(tables.get(table)?.values() ?? [])] as Rows[T][];
  const merge = (rows: Everything): void => {
    for (const table of TABLES) for (const row of rows[table]) put(table, row);
  };
  merge(start);
  const linking = newLinking();
  const eventsOf = (attempt: string) =>
    all('events')
      .filter((row) => row.attempt === attempt)
      .toSorted((a, b) => a.seq - b.seq);
  return {
    get: (table, id) => Promise.resolve(all(table).find((row) => row.id === id)),
    put: (table, row) => {
      put(table, row);
      return Promise.resolve();
    },
    all: (table) => Promise.resolve(all(table)),
    begin: (row, event, paper) =>
      linking.inTurn(async () => {
        const first = await linking.first(row.id, event);
        put('attempts', row);
        if (paper) put('papers', paper);
        put('events', first);
        linking.wrote(first);
      }),
    append: (attempt, event) =>
      linking.inTurn(async () => {
        const { row } =
          (await linking.next(attempt, event)) ?? (await linking.after(attempt, eventsOf(attempt), event));
        put('events', row);
        linking.wrote(row);
      }),
    events: (attempt) => {
      linking.read(attempt);
      return Promise.resolve(eventsOf(attempt));
    },
    merge: (rows) => {
      merge(rows);
      return Promise.resolve();
    },
    clear: () => {
      for (const table of tables.values()) table.clear();
      return Promise.resolve();
    },
  };
}
