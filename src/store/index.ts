// The door of the store: what the browser keeps for a learner. The only folder that knows Dexie.
import { openDatabase } from './database.ts';
import { openStoreIn, type Store } from './store.ts';

export { openStoreIn } from './store.ts';
export type { History } from './chain.ts';
export type { Keeping, NotKept, Store, Surroundings } from './store.ts';
export type { BackupFault, Counts, Preview } from './backup.ts';
export type { AttemptRow, CheckRow, EditRow, LessonRow, NoteRow, PaperRow } from './rows.ts';
export { memoryShelf } from './shelf.ts';

let opened: Promise<Store> | undefined;

/** The store of this page, opened once. Always opens: without a database it keeps in memory and says so. */
export function openStore(): Promise<Store> {
  opened ??= openStoreIn({
    now: () => Date.now(),
    open: openDatabase,
    hasDatabase: hasDatabase(),
    persist: askToPersist,
  });
  return opened;
}

function hasDatabase(): boolean {
  try {
    return typeof indexedDB !== 'undefined';
  } catch {
    return false;
  }
}

/** Bytes used and granted; `undefined` where the browser does not tell. */
export async function storageUsed(): Promise<
  { readonly used: number; readonly granted: number } | undefined
> {
  const storage = storageManager();
  const estimate = await storage?.estimate?.();
  return estimate?.usage === undefined ? undefined : { used: estimate.usage, granted: estimate.quota ?? 0 };
}

/** Has the browser promised to keep it? `undefined` where it cannot promise. */
export async function isPersistent(): Promise<boolean | undefined> {
  return storageManager()?.persisted?.();
}

/** Asks the browser to keep it when space runs short. @returns what it answered */
export async function askToPersist(): Promise<boolean | undefined> {
  return storageManager()?.persist?.();
}

/** On a plain `http://` address the browser has none. */
function storageManager(): Partial<StorageManager> | undefined {
  return typeof navigator === 'undefined'
    ? undefined
    : (navigator as { readonly storage?: Partial<StorageManager> }).storage;
}
