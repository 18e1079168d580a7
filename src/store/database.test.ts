// The database of every version that shipped opens, with all that was kept in it; one that does not open says so.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { formOfOneDomain, termsOf, type SittingEvent } from '#exam';
import { openDatabase } from './database.ts';
import { openStoreIn, type Store } from './index.ts';

/** Every version as it shipped: never changed. */
const SHIPPED = [
  {
    attempts: 'id, begun',
    events: '[attempt+seq], attempt',
    lessons: 'id, at',
    edits: 'id',
    notes: 'id',
    checks: 'id',
    settings: 'id',
  },
  { terminals: 'id' },
  { papers: 'id' },
];

const FORM = formOfOneDomain({
  ...{ exam: 'doors', title: 'Doors', version: 'v1', minutes: 10, pass: 70 },
  questions: [],
});
const moment = { at: 1, tick: 1, session: 's' };
const started: SittingEvent = { type: 'started', terms: termsOf(10, 'untimed'), ...moment };

const openPage = (patience?: number): Promise<Store> =>
  openStoreIn({
    now: () => 1,
    open: (gone) => openDatabase(gone, patience),
    hasDatabase: true,
    persist: () => Promise.resolve(),
  });

/** The database of a version, with what a file of the first version has. */
async function shipped(version: number): Promise<Dexie> {
  const { rows } = JSON.parse(readFileSync('src/store/test/backup-v1.json', 'utf8')) as {
    rows: Readonly<Record<string, readonly object[]>>;
  };
  const db = new Dexie('gatehouse');
  SHIPPED.slice(0, version).forEach((stores, i) => db.version(i + 1).stores(stores));
  await db.open();
  for (const [table, list] of Object.entries(rows)) await db.table(table).bulkPut([...list]);
  return db;
}

beforeEach(
  () =>
    new Promise((done) => {
      indexedDB.deleteDatabase('gatehouse').onsuccess = done;
    }),
);

describe('[every-database-opens]', () => {
  it.each([1, 2, 3])('version %i, with all that was kept', async (version) => {
    (await shipped(version)).close();
    const store = await openPage();
    expect(store.keeping()).toEqual({ state: 'kept' });
    const [attempt] = await store.attempts('passing-a-role');
    expect(attempt).toMatchObject({ id: 'attempt-1', form: { bank: 'abc', passMark: 700 } });
    expect(await store.history('attempt-1')).toMatchObject({
      broken: false,
      events: [{ type: 'started' }, { type: 'answered' }, { type: 'submitted' }],
    });
    expect(await store.note('own-words')).toMatchObject({ text: 'A Deny wins.' });
    await store.append('attempt-1', { type: 'resumed', ...moment });
    expect((await (await openPage()).history('attempt-1')).events).toHaveLength(4);
  });

  it('an attempt, its first event and its paper are kept together or not at all', async () => {
    const store = await openPage();
    const paper = { id: 'v1 CODE', bank: 'v1', questions: '[{"key":"a"}]' };
    await store.begin({ id: 'x', begun: 1, form: FORM, paper: paper.id }, started, paper);
    const next = await openPage();
    expect(await next.attempt('x')).toMatchObject({ paper: 'v1 CODE' });
    expect(await next.paper('v1 CODE')).toEqual(paper);
    const shelf = await openDatabase(() => Promise.resolve());
    const torn = { ...paper, id: 'torn', questions: () => '' } as unknown as typeof paper;
    await expect(shelf.begin({ id: 'y', begun: 1, form: FORM }, started, torn)).rejects.toThrow();
    expect(await next.attempt('y')).toBeUndefined();
    expect(await next.history('y')).toEqual({ events: [], broken: false });
  });

  it('a paper serves a second attempt', async () => {
    const store = await openPage();
    const paper = { id: 'v1 CODE', bank: 'v1', questions: '[]' };
    for (const id of ['x', 'y'])
      await store.begin({ id, begun: 1, form: FORM, paper: paper.id }, started, paper);
    expect(await store.attempts('doors')).toHaveLength(2);
    expect(store.keeping()).toEqual({ state: 'kept' });
  });
});

describe('[a-lost-database-is-told]', () => {
  it('an older tab that does not let go: the page opens, and says that nothing is kept', async () => {
    const old = await shipped(2);
    old.on('versionchange', () => false);
    const store = await openPage(5);
    expect(store.keeping()).toEqual({ state: 'not-kept', why: 'blocked' });
    await store.begin({ id: 'x', begun: 1, form: FORM }, started);
    expect(await store.events('x')).toEqual([started]);
    old.close();
  });

  it('an older tab that lets go a little later is waited for', async () => {
    const old = await shipped(2);
    old.on('versionchange', () => {
      setTimeout(() => {
        old.close();
      }, 20);
      return false;
    });
    expect((await openPage()).keeping()).toEqual({ state: 'kept' });
  });

  it('deleted under an open sitting: what was done is still there, and what follows', async () => {
    const store = await openPage();
    const paper = { id: 'p', bank: 'v1', questions: '[]' };
    await store.begin({ id: 'x', begun: 1, form: FORM, paper: 'p' }, started, paper);
    await new Promise((done) => {
      indexedDB.deleteDatabase('gatehouse').onsuccess = done;
    });
    expect(store.keeping()).toEqual({ state: 'not-kept', why: 'blocked' });
    await store.append('x', { type: 'resumed', ...moment });
    expect(await store.history('x')).toMatchObject({
      broken: false,
      events: [{ type: 'started' }, { type: 'resumed' }],
    });
    expect(await store.paper('p')).toEqual(paper);
  });
});
