import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fold, formOfOneDomain, termsOf, type SittingEvent, type Stamp } from '#exam';
import { openDatabase } from './database.ts';
import { memoryShelf, openStoreIn, type Store, type Surroundings } from './index.ts';
import type { Shelf } from './shelf.ts';

const FORM = formOfOneDomain({
  exam: 'doors',
  title: 'Doors',
  version: 'v1',
  minutes: 10,
  pass: 70,
  questions: [],
});
const moment = (at: number): Stamp => ({ at, tick: at, session: 's' });
const started: SittingEvent = { type: 'started', terms: termsOf(10, 'untimed'), ...moment(1) };
const answered = (at: number): SittingEvent => ({
  type: 'answered',
  question: 'q',
  answer: ['a'],
  ...moment(at),
});

const openHere = (open: Surroundings['open'] = openDatabase): Promise<Store> =>
  openStoreIn({ now: () => 1_764_000_000_000, open, hasDatabase: true, persist: () => Promise.resolve() });

beforeEach(() => {
  indexedDB.deleteDatabase('gatehouse');
});

describe('the store', () => {
  it('gives back what was kept, also to the next page', async () => {
    const store = await openHere();
    await store.begin({ id: 'x', begun: 1, form: FORM }, started);
    await store.keepLesson({ id: 'a/b', title: 'B', at: 5 });
    await store.keepEdit({ id: 'lab', at: 5, documents: { p: '{}' }, picks: { as: 'user/sam' } });
    await store.keepNote({ id: 'n', at: 5, text: 'mine' });
    await store.keepCheck({ id: 'c', at: 5, answer: ['a'] });
    await store.keepSetting('theme', 'dark');
    const next = await openHere();
    expect(await next.attempt('x')).toMatchObject({ begun: 1 });
    expect(await next.events('x')).toEqual([started]);
    expect(await next.lesson('a/b')).toMatchObject({ title: 'B' });
    expect(await next.edit('lab')).toMatchObject({ documents: { p: '{}' } });
    expect(await next.note('n')).toMatchObject({ text: 'mine' });
    expect(await next.check('c')).toMatchObject({ answer: ['a'] });
    expect(await next.setting('theme')).toBe('dark');
    expect(next.keeping()).toEqual({ state: 'kept' });
  });

  it('keeps the order of events, also when two tabs add at once', async () => {
    const [one, two] = [await openHere(), await openHere()];
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).append('x', answered(i))));
    const events = await one.events('x');
    expect(events).toHaveLength(20);
    expect(new Set(events.map(({ at }) => at)).size).toBe(20);
  });

  it('begins an attempt before whatever is done in it at once', async () => {
    const store = await openHere();
    await Promise.all([
      store.begin({ id: 'x', begun: 1, form: FORM }, started),
      store.append('x', answered(2)),
    ]);
    expect(await store.events('x')).toEqual([started, answered(2)]);
  });

  it('keeps no attempt whose first event cannot be kept', async () => {
    const shelf = await openDatabase(() => Promise.resolve());
    const torn = { ...started, terms: () => 1 } as unknown as SittingEvent;
    await expect(shelf.begin({ id: 'x', begun: 1, form: FORM }, torn)).rejects.toThrow();
    expect(await shelf.all('attempts')).toEqual([]);
    expect(await shelf.events('x')).toEqual([]);
  });

  it('leaves out a torn event and gives the rest', async () => {
    const shelf = memoryShelf();
    await shelf.append('x', started);
    await shelf.append('x', { type: 'answered', at: 2 } as unknown as SittingEvent);
    await shelf.append('x', answered(3));
    const store = await openHere(() => Promise.resolve(shelf));
    expect(await store.events('x')).toEqual([started, answered(3)]);
  });

  it('lists the attempts of an exam, newest first', async () => {
    const store = await openHere();
    await store.begin({ id: 'old', begun: 1, form: FORM }, started);
    await store.begin({ id: 'new', begun: 2, form: FORM }, started);
    await store.begin({ id: 'other', begun: 3, form: { ...FORM, exam: 'windows' } }, started);
    expect((await store.attempts('doors')).map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('without a database', () => {
  it.each([
    ['absent', () => Promise.reject(new Error('never asked')), false],
    ['blocked', () => Promise.reject(new DOMException('denied', 'SecurityError')), true],
    ['broken', () => Promise.reject(new Error('the disk is on fire')), true],
  ] as const)('memory keeps and says why: %s', async (why, open, hasDatabase) => {
    const store = await openStoreIn({
      now: () => 1,
      open,
      hasDatabase,
      persist: () => Promise.reject(new Error('never asked')),
    });
    expect(store.keeping()).toEqual({ state: 'not-kept', why });
    await store.append('x', started);
    expect(await store.events('x')).toEqual([started]);
    expect(JSON.parse(await store.backup())).toMatchObject({ rows: { events: [{ attempt: 'x' }] } });
  });
});

describe('the promise to keep it', () => {
  let asked = 0;
  const shelf = memoryShelf();
  const openPage = (open = (): Promise<Shelf> => Promise.resolve(shelf)): Promise<Store> =>
    openStoreIn({
      now: () => 1,
      open,
      hasDatabase: true,
      persist: () => {
        asked += 1;
        return Promise.resolve(false);
      },
    });
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

  beforeEach(async () => {
    asked = 0;
    await shelf.clear();
  });

  it.each<[string, (store: Store) => Promise<void>]>([
    ['an answer', (store) => store.append('x', answered(2))],
    ['a sitting', (store) => store.begin({ id: 'x', begun: 1, form: FORM }, started)],
    ['an edit', (store) => store.keepEdit({ id: 'lab', at: 5, documents: {}, picks: {} })],
    ['a note', (store) => store.keepNote({ id: 'n', at: 5, text: 'mine' })],
    ['a check', (store) => store.keepCheck({ id: 'c', at: 5, answer: ['a'] })],
    ['a lesson worked through', (store) => store.keepLesson({ id: 'a/b', title: 'B', at: 5, done: 5 })],
  ])('is asked for after the first kept work, and never again: %s', async (_what, keep) => {
    const store = await openPage();
    await Promise.all([keep(store), keep(store)]);
    await settled();
    expect(asked).toBe(1);
    const next = await openPage();
    await keep(next);
    await settled();
    expect(asked).toBe(1);
  });

  it('is not asked for because somebody reads a lesson or chooses a look', async () => {
    const store = await openPage();
    await store.keepLesson({ id: 'a/b', title: 'B', at: 5 });
    await store.keepSetting('theme', 'dark');
    await settled();
    expect(asked).toBe(0);
  });

  it('is not asked for where nothing is kept', async () => {
    const store = await openPage(() => Promise.reject(new Error('the disk is on fire')));
    await store.keepNote({ id: 'n', at: 5, text: 'mine' });
    await settled();
    expect(asked).toBe(0);
  });

  it('is asked for again once all was deleted, and no file carries that it was', async () => {
    const store = await openPage();
    await store.keepNote({ id: 'n', at: 5, text: 'mine' });
    await settled();
    expect(await store.backup()).not.toContain('persist');
    await store.deleteAll();
    await store.keepNote({ id: 'n', at: 5, text: 'mine' });
    await settled();
    expect(asked).toBe(2);
  });
});

describe('a disk that fills up', () => {
  /** A shelf that takes so many writes and then no more. */
  function filling(writes: number): Shelf {
    const shelf = memoryShelf();
    let left = writes;
    const full = <T>(work: () => Promise<T>): Promise<T> => {
      left -= 1;
      return left < 0 ? Promise.reject(new DOMException('no space', 'QuotaExceededError')) : work();
    };
    return {
      ...shelf,
      append: (attempt, event) => full(() => shelf.append(attempt, event)),
      begin: (row, event) => full(() => shelf.begin(row, event)),
      put: (table, row) => full(() => shelf.put(table, row)),
    };
  }

  it('loses nothing while the page is open, and says so once', async () => {
    const store = await openHere(() => Promise.resolve(filling(1)));
    const said: string[] = [];
    store.watch((keeping) => said.push(keeping.state === 'not-kept' ? keeping.why : 'kept'));
    await store.append('x', started);
    await store.append('x', answered(2));
    await store.append('x', answered(3));
    expect(await store.events('x')).toEqual([started, answered(2), answered(3)]);
    expect(said).toEqual(['full']);
  });

  it('begins a sitting in memory, with what is done in it at once', async () => {
    const store = await openHere(() => Promise.resolve(filling(0)));
    await Promise.all([
      store.begin({ id: 'x', begun: 1, form: FORM }, started),
      store.append('x', answered(2)),
    ]);
    expect(await store.attempt('x')).toMatchObject({ begun: 1 });
    expect(await store.events('x')).toEqual([started, answered(2)]);
  });

  it('loses nothing of several writes that fail one after the other while it is read for the last time', async () => {
    const shelf = memoryShelf();
    const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
    const store = await openHere(() =>
      Promise.resolve({
        ...shelf,
        all: async (table) => {
          await wait(15);
          return shelf.all(table);
        },
        append: async (_attempt, event) => {
          await wait(event.at * 10);
          throw new DOMException('no space', 'QuotaExceededError');
        },
      }),
    );
    await Promise.all([0, 1, 2, 4].map((at) => store.append('x', answered(at))));
    expect((await store.events('x')).map(({ at }) => at).toSorted()).toEqual([0, 1, 2, 4]);
  });
});

describe('a database that another tab closes', () => {
  it('is said, and what was seen is still there', async () => {
    let close = (): Promise<void> => Promise.resolve();
    const shelf = memoryShelf();
    const store = await openHere((gone) => {
      close = gone;
      return Promise.resolve(shelf);
    });
    await store.append('x', started);
    const said = new Promise((done) => store.watch(done));
    await close();
    expect(await said).toMatchObject({ state: 'not-kept', why: 'blocked' });
    expect(await store.events('x')).toEqual([started]);
  });
});

describe('a database that another tab empties', () => {
  it('is said at the next event of a sitting, which has no beginning any more', async () => {
    const [one, two] = [await openHere(), await openHere()];
    await one.begin({ id: 'x', begun: 1, form: FORM }, started);
    await two.deleteAll();
    expect(await two.events('x')).toEqual([]);
    await one.append('x', answered(2));
    expect(one.keeping()).toEqual({ state: 'not-kept', why: 'emptied' });
    expect(await one.events('x')).toEqual([answered(2)]);
    expect(await two.events('x')).toEqual([]);
  });
});

describe('a file with everything', () => {
  async function filled(): Promise<Store> {
    const store = await openHere(() => Promise.resolve(memoryShelf()));
    await store.begin({ id: 'x', begun: 1, form: FORM }, started);
    await store.keepNote({ id: 'n', at: 5, text: 'mine' });
    return store;
  }
  const empty = (): Promise<Store> => openHere(() => Promise.resolve(memoryShelf()));

  it('brings everything back', async () => {
    const text = await (await filled()).backup();
    const store = await empty();
    const preview = await store.preview(text);
    if ('fault' in preview) throw new Error(preview.fault);
    expect(preview.counts).toEqual({ added: 3, changed: 0, same: 0 });
    await store.restore(preview.rows);
    expect(await store.events('x')).toEqual([started]);
    expect(JSON.parse(await store.backup())).toMatchObject({
      rows: (JSON.parse(text) as { rows: unknown }).rows,
    });
  });

  it('counts as the same what is there, and changes only what is older', async () => {
    const text = await (await filled()).backup();
    const store = await filled();
    await store.keepNote({ id: 'n', at: 4, text: 'older' });
    expect(await store.preview(text)).toMatchObject({ counts: { added: 0, changed: 1, same: 2 } });
    await store.keepNote({ id: 'n', at: 6, text: 'newer' });
    expect(await store.preview(text)).toMatchObject({ counts: { added: 0, changed: 0, same: 3 } });
  });

  it('lengthens the list of an attempt, and never mixes two', async () => {
    const longer = await filled();
    await longer.append('x', answered(2));
    const text = await longer.backup();
    const shorter = await filled();
    expect(await shorter.preview(text)).toMatchObject({ counts: { added: 1, same: 3 } });
    await shorter.append('x', answered(9));
    await longer.append('x', answered(3));
    expect(await shorter.preview(await longer.backup())).toMatchObject({ counts: { added: 0, same: 5 } });
  });

  it.each([
    ['not-a-backup', () => 'hello'],
    ['not-a-backup', () => '{"format":"another","version":1}'],
    ['newer', (text: string) => text.replace('"version": 2', '"version": 3')],
    ['damaged', (text: string) => text.replace('"mine"', '"yours"')],
    ['damaged', (text: string) => text.slice(0, -20)],
  ] as const)('that is %s changes nothing and says so', async (fault, change) => {
    const store = await filled();
    const before = await store.backup();
    expect(await store.preview(change(before))).toEqual({ fault });
    expect(await store.backup()).toBe(before);
  });

  it('of the first version that shipped is still read', async () => {
    const store = await empty();
    const preview = await store.preview(readFileSync('src/store/test/backup-v1.json', 'utf8'));
    expect(preview).toMatchObject({ counts: { added: 9, changed: 0, same: 0 } });
    if ('fault' in preview) throw new Error(preview.fault);
    await store.restore(preview.rows);
    expect((await store.events('attempt-1')).map(({ type }) => type)).toEqual([
      'started',
      'answered',
      'submitted',
    ]);
    expect((await store.attempt('attempt-1'))?.form).toMatchObject({
      bank: 'abc',
      passMark: 700,
      seed: 0,
      code: '',
      places: { 'doors/open': { domain: 'Passing a role', scored: true, expected: 0.7, max: 1 } },
    });
  });

  it('of the second version that shipped is still read', async () => {
    const store = await empty();
    const preview = await store.preview(readFileSync('src/store/test/backup-v2.json', 'utf8'));
    if ('fault' in preview) throw new Error(preview.fault);
    await store.restore(preview.rows);
    const attempt = await store.attempt('attempt-2');
    expect(attempt).toMatchObject({ paper: '1.abc DOORS-7', form: { seed: 7, code: 'DOORS-7' } });
    expect(await store.paper('1.abc DOORS-7')).toMatchObject({ bank: '1.abc' });
    const { events, broken } = await store.history('attempt-2');
    expect(broken).toBe(false);
    if (!attempt) throw new Error('no attempt');
    expect(fold(attempt.form, events).sitting).toMatchObject({
      phase: 'expired',
      answers: { one: 'a', two: ['a', 'c'] },
    });
  });

  it('deletes all when asked to', async () => {
    const store = await filled();
    await store.deleteAll();
    expect(await store.attempts()).toEqual([]);
    expect(await store.events('x')).toEqual([]);
  });
});
