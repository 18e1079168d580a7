import { describe, expect, it } from 'vitest';
import { termsOf, type SittingEvent, type Stamp } from '#exam';
import { historyOf } from './chain.ts';
import { NOTHING, type EventRow } from './rows.ts';
import { memoryShelf } from './shelf.ts';

const moment = (at: number): Stamp => ({ at, tick: at, session: 's' });
const started: SittingEvent = { type: 'started', terms: termsOf(10, 'strict'), ...moment(0) };
const noted = (at: number): SittingEvent => ({ type: 'noted', question: 'q', text: `${at}`, ...moment(at) });

/** Rows of an attempt as they were kept: its beginning and four notes. */
async function kept(attempt = 'x'): Promise<readonly EventRow[]> {
  const shelf = memoryShelf();
  await shelf.begin({ id: attempt, begun: 0, form: {} }, started);
  for (const at of [1, 2, 3, 4]) await shelf.append(attempt, noted(at));
  return shelf.events(attempt);
}

const moments = (rows: readonly EventRow[]) => {
  const { events, broken } = historyOf('x', rows);
  return { at: events.map(({ at }) => at), broken };
};

describe('[what-was-changed-is-noticed]', () => {
  it('a list as it was kept is whole', async () => {
    expect(moments(await kept())).toEqual({ at: [0, 1, 2, 3, 4], broken: false });
  });

  it('it ends with the hash of its last event, and a list of nothing with none', async () => {
    const rows = await kept();
    expect(historyOf('x', rows).end).toBe(rows.at(-1)?.hash);
    expect(historyOf('x', []).end).toBeUndefined();
  });

  it.each<[string, (rows: readonly EventRow[]) => EventRow[]]>([
    ['one is changed', (rows) => rows.map((row) => (row.seq === 2 ? { ...row, event: noted(20) } : row))],
    ['one is taken out', (rows) => rows.filter(({ seq }) => seq !== 2)],
    ['two change places', (rows) => [0, 1, 3, 2, 4].flatMap((seq) => rows[seq] ?? [])],
    [
      'one has lost its hash',
      (rows) => rows.map(({ hash, ...row }) => (row.seq === 2 ? row : { ...row, hash }) as EventRow),
    ],
  ])('%s: everything before it counts', async (_what, change) => {
    const { at, broken } = moments(change(await kept()));
    expect(broken).toBe(true);
    expect(at.slice(0, 2)).toEqual([0, 1]);
    expect(at).not.toContain(20);
    expect(at).not.toContain(4);
  });

  it('no list without its hashes is taken for one that never had any', async () => {
    const bare = (await kept()).map(({ attempt, seq, event }) => ({ attempt, seq, event }));
    expect(moments(bare)).toEqual({ at: [], broken: true });
  });

  it('no list is moved to another attempt', async () => {
    expect(moments(await kept('y'))).toEqual({ at: [], broken: true });
  });

  it('a torn event is left out, and breaks nothing', async () => {
    const shelf = memoryShelf();
    await shelf.append('x', { type: 'of tomorrow', ...moment(1) } as unknown as SittingEvent);
    await shelf.append('x', noted(2));
    expect(moments(await shelf.events('x'))).toEqual({ at: [2], broken: false });
  });

  it('what is done after the break counts as well', async () => {
    const rows = (await kept()).map((row) => (row.seq === 3 ? { ...row, event: noted(30) } : row));
    const shelf = memoryShelf();
    await shelf.merge({ ...NOTHING, events: rows });
    await shelf.append('x', noted(50));
    await shelf.append('x', noted(60));
    expect(moments(await shelf.events('x'))).toEqual({ at: [0, 1, 2, 50, 60], broken: true });
  });
});

describe('[kept-events-stay-readable] an attempt of version 1', () => {
  const old: readonly EventRow[] = [
    { type: 'started', at: 1, deadline: null },
    { type: 'visited', at: 2, question: 'q' },
  ].map((event, seq) => ({ attempt: 'x', seq, event: event as unknown as SittingEvent }));

  it('has no hashes, and the first event that has one seals it', async () => {
    const shelf = memoryShelf({ ...NOTHING, events: old });
    expect(moments(await shelf.events('x'))).toEqual({ at: [1, 2], broken: false });
    await shelf.append('x', noted(3));
    await shelf.append('x', noted(4));
    const rows = await shelf.events('x');
    expect(moments(rows)).toEqual({ at: [1, 2, 3, 4], broken: false });
    expect(moments(rows.filter(({ seq }) => seq !== 1)).broken).toBe(true);
  });
});
