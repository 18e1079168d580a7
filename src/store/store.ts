// What the pages keep and find again. When the browser cannot keep it, memory does, and the store says so.
import type { SittingEvent } from '#exam';
import { upgradeForm } from '#exam';
import type { Preview } from './backup.ts';
import type { History } from './chain.ts';
import type {
  AttemptRow,
  CheckRow,
  EditRow,
  Everything,
  LessonRow,
  NoteRow,
  PaperRow,
  Rows,
  TableName,
  TerminalRow,
} from './rows.ts';
import { everythingOn, memoryShelf, type Shelf } from './shelf.ts';

export type NotKept = 'absent' | 'blocked' | 'emptied' | 'full' | 'broken';

/** Is what somebody does here kept beyond this page? */
export type Keeping = { readonly state: 'kept' } | { readonly state: 'not-kept'; readonly why: NotKept };

export interface Store {
  keeping(): Keeping;
  /** Calls back at each change of `keeping`; the returned function ends it. */
  watch(callback: (keeping: Keeping) => void): () => void;
  /** Keeps an attempt with its first event and its paper. What is appended at once stands after it. */
  begin(attempt: AttemptRow, first: SittingEvent, paper?: PaperRow): Promise<void>;
  attempt(id: string): Promise<AttemptRow | undefined>;
  /** Newest first. */
  attempts(exam?: string): Promise<readonly AttemptRow[]>;
  append(attempt: string, event: SittingEvent): Promise<void>;
  events(attempt: string): Promise<readonly SittingEvent[]>;
  /** Its events, and whether any of them was changed or taken out. */
  history(attempt: string): Promise<History>;
  paper(id: string): Promise<PaperRow | undefined>;
  lesson(id: string): Promise<LessonRow | undefined>;
  lessons(): Promise<readonly LessonRow[]>;
  keepLesson(row: LessonRow): Promise<void>;
  edit(id: string): Promise<EditRow | undefined>;
  edits(): Promise<readonly EditRow[]>;
  keepEdit(row: EditRow): Promise<void>;
  note(id: string): Promise<NoteRow | undefined>;
  keepNote(row: NoteRow): Promise<void>;
  check(id: string): Promise<CheckRow | undefined>;
  keepCheck(row: CheckRow): Promise<void>;
  terminal(id: string): Promise<TerminalRow | undefined>;
  terminals(): Promise<readonly TerminalRow[]>;
  keepTerminal(row: TerminalRow): Promise<void>;
  setting(id: string): Promise<string | undefined>;
  keepSetting(id: string, value: string): Promise<void>;
  /** The text of a file with everything. */
  backup(): Promise<string>;
  preview(text: string): Promise<Preview>;
  restore(rows: Everything): Promise<void>;
  deleteAll(): Promise<void>;
}

/** What the store needs of the browser, so that a test can be one. */
export interface Surroundings {
  readonly now: () => number;
  /** Opens the database. Rejects when it cannot. */
  readonly open: (gone: () => Promise<void>) => Promise<Shelf>;
  readonly hasDatabase: boolean;
  /** Asks the browser to keep it all when space runs short. Some browsers ask their user. */
  readonly persist: () => Promise<unknown>;
}

/** The setting that says that the browser was asked. It is of this browser, so no file carries it to another. */
const ASKED = 'asked-to-persist';

const upgradeAttempt = (row: Rows['attempts']): AttemptRow => ({ ...row, form: upgradeForm(row.form) });

function whyNot(error: unknown): NotKept {
  const name = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/quota/i.test(name)) return 'full';
  if (/emptied/.test(name)) return 'emptied';
  if (/SecurityError|InvalidStateError|blocked|denied|OpenFailed/i.test(name)) return 'blocked';
  return 'broken';
}

export async function openStoreIn(surroundings: Surroundings): Promise<Store> {
  const watchers = new Set<(keeping: Keeping) => void>();
  let keeping: Keeping = { state: 'kept' };
  let shelf: Shelf = memoryShelf();
  let seen: Everything | undefined;
  const lose = (why: NotKept): void => {
    keeping = { state: 'not-kept', why };
    for (const watcher of watchers) watcher(keeping);
  };
  /** From here on memory keeps, beginning with all that could still be read. However many writes fail, once. */
  let falling: Promise<void> | undefined;
  const fall = (error: unknown): Promise<void> => {
    falling ??= everythingOn(shelf)
      .catch(() => seen)
      .then((rows) => {
        shelf = memoryShelf(rows);
        lose(whyNot(error));
      });
    return falling;
  };
  if (!surroundings.hasDatabase) lose('absent');
  else {
    try {
      shelf = await surroundings.open(() => fall(new Error('blocked by another tab')));
    } catch (error) {
      lose(whyNot(error));
    }
  }
  /** Does it; when the database fails, does it again in memory, so that nothing is lost while the page is open. */
  const safely = async <T>(work: (on: Shelf) => Promise<T>): Promise<T> => {
    const used = shelf;
    try {
      return await work(used);
    } catch (error) {
      if (used !== shelf) return work(shelf);
      if (keeping.state === 'not-kept') throw error;
      await fall(error);
      return work(shelf);
    }
  };
  const get = <T extends Exclude<TableName, 'events'>>(table: T, id: string) =>
    safely((on) => on.get(table, id));
  const put = <T extends Exclude<TableName, 'events'>>(table: T, row: Rows[T]) =>
    safely((on) => on.put(table, row));
  const all = async (): Promise<Everything> => {
    seen = await safely(everythingOn);
    return { ...seen, settings: seen.settings.filter(({ id }) => id !== ASKED) };
  };
  const history = async (attempt: string): Promise<History> => {
    const rows = await safely((on) => on.events(attempt));
    const { historyOf } = await import('./chain.ts');
    return historyOf(attempt, rows);
  };
  const keepSetting = (id: string, value: string): Promise<void> =>
    put('settings', { id, value, at: surroundings.now() });
  let asking: Promise<void> | undefined;
  const askToPersist = async (): Promise<void> => {
    if (keeping.state === 'not-kept' || (await get('settings', ASKED))) return;
    await keepSetting(ASKED, 'yes');
    await surroundings.persist();
  };
  /** What somebody made, once it is kept, is worth asking the browser for. Where one was reading is not. */
  const work = async (kept: Promise<void>): Promise<void> => {
    await kept;
    asking ??= askToPersist().catch(() => undefined);
  };
  return {
    keeping: () => keeping,
    watch: (callback) => {
      watchers.add(callback);
      return () => watchers.delete(callback);
    },
    begin: (attempt, first, paper) => work(safely((on) => on.begin(attempt, first, paper))),
    attempt: async (id) => {
      const row = await get('attempts', id);
      return row && upgradeAttempt(row);
    },
    attempts: async (exam) => {
      const rows = await safely((on) => on.all('attempts'));
      return rows
        .map(upgradeAttempt)
        .filter((row) => exam === undefined || row.form.exam === exam)
        .toSorted((a, b) => b.begun - a.begun);
    },
    append: (attempt, event) => work(safely((on) => on.append(attempt, event))),
    events: async (attempt) => (await history(attempt)).events,
    history,
    paper: (id) => get('papers', id),
    lesson: (id) => get('lessons', id),
    lessons: () => safely((on) => on.all('lessons')),
    keepLesson: (row) => (row.done === undefined ? put('lessons', row) : work(put('lessons', row))),
    edit: (id) => get('edits', id),
    edits: () => safely((on) => on.all('edits')),
    keepEdit: (row) => work(put('edits', row)),
    note: (id) => get('notes', id),
    keepNote: (row) => work(put('notes', row)),
    check: (id) => get('checks', id),
    keepCheck: (row) => work(put('checks', row)),
    terminal: (id) => get('terminals', id),
    terminals: () => safely((on) => on.all('terminals')),
    keepTerminal: (row) => work(put('terminals', row)),
    setting: async (id) => (await get('settings', id))?.value,
    keepSetting,
    backup: async () => {
      const { makeBackup } = await import('./backup.ts');
      return makeBackup(await all(), new Date(surroundings.now()).toISOString());
    },
    preview: async (text) => {
      const { previewBackup } = await import('./backup.ts');
      return previewBackup(text, await all());
    },
    restore: (rows) => work(safely((on) => on.merge(rows))),
    deleteAll: async () => {
      await safely((on) => on.clear());
      asking = undefined;
    },
  };
}
