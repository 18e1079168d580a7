// The sitting of this page: opened from the store, driven by events, each kept before it is called saved.
import { useCallback, useEffect, useRef, useState } from 'react';
import { fold, openSitting, timeLeft, type Form, type Run, type SittingEvent } from '#exam';
import type { AttemptRow, Keeping, Store } from '#store';

export type Saved = 'saved' | 'saving' | 'not-kept';

export interface Room {
  readonly run: Run;
  readonly attempt: string | undefined;
  /** It was found open, or closed at its deadline, when the page came up. */
  readonly found: 'open' | 'expired-away' | undefined;
  readonly saved: Saved;
  readonly keeping: Keeping;
  readonly now: number;
  readonly store: Store;
  readonly begin: (timed: boolean) => void;
  readonly goOn: () => void;
  readonly send: (event: SittingEvent) => void;
  /** Leaves a closed sitting behind and shows the start again. */
  readonly fresh: () => void;
}

interface Held {
  readonly run: Run;
  readonly attempt?: string;
  readonly found?: 'open' | 'expired-away';
}

function newId(exam: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${exam}-${Date.now().toString(36)}-${Array.from(bytes, (byte) => byte.toString(36)).join('')}`;
}

function isOpen(run: Run): boolean {
  const { phase } = run.sitting;
  return phase === 'answering' || phase === 'reviewing';
}

/** An attempt whose beginning was never kept is none, and hides no earlier one. */
async function latestBegun(
  store: Store,
  exam: string,
): Promise<{ readonly row: AttemptRow; readonly run: Run } | undefined> {
  for (const row of await store.attempts(exam)) {
    const run = fold(row.form, await store.events(row.id));
    if (run.sitting.phase !== 'intro') return { row, run };
  }
  return undefined;
}

/** The latest sitting of this exam, if it is open, or if its deadline passed since it was last seen. */
async function findOpen(store: Store, exam: string): Promise<Held | undefined> {
  const found = await latestBegun(store, exam);
  if (!found || !isOpen(found.run)) return undefined;
  const { row, run } = found;
  const { deadline } = run.sitting;
  const left = timeLeft(run.sitting, Date.now());
  if (left === 0 && deadline !== null) {
    await store.append(row.id, { type: 'expired', at: deadline });
    return { run: run.next({ type: 'expired', at: deadline }), attempt: row.id, found: 'expired-away' };
  }
  return { run, attempt: row.id, found: 'open' };
}

/** @returns `opening` until the store is open, `shut` when what opens it could not be fetched */
export function useSitting(form: Form): Room | 'opening' | 'shut' {
  const [store, setStore] = useState<Store>();
  const [shut, setShut] = useState(false);
  const [held, setHeld] = useState<Held>(() => ({ run: openSitting(form) }));
  const [waiting, setWaiting] = useState(0);
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept' });
  const [now, setNow] = useState(0);
  const latest = useRef(held);
  const hold = useCallback((next: Held): void => {
    latest.current = next;
    setHeld(next);
  }, []);

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const { openStore } = await import('#store');
      const opened = await openStore();
      const found = await findOpen(opened, form.exam);
      if (gone) return;
      if (found) hold(found);
      setNow(Date.now());
      setKeeping(opened.keeping());
      opened.watch(setKeeping);
      setStore(opened);
    };
    open().catch(() => {
      setShut(true);
    });
    return () => {
      gone = true;
    };
  }, [form, hold]);

  const waitFor = useCallback((kept: Promise<void>): void => {
    setWaiting((n) => n + 1);
    void kept.finally(() => {
      setWaiting((n) => n - 1);
    });
  }, []);
  const keep = useCallback(
    (attempt: string, event: SittingEvent): void => {
      if (store) waitFor(store.append(attempt, event));
    },
    [store, waitFor],
  );

  const running = isOpen(held.run) && held.found === undefined;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-sitting', running);
    if (!running) return;
    const timer = setInterval(() => {
      const { run, attempt } = latest.current;
      const at = Date.now();
      setNow(at);
      const next = run.next({ type: 'tick', at });
      if (next.sitting.phase !== 'expired' || attempt === undefined) return;
      hold({ run: next, attempt });
      keep(attempt, { type: 'expired', at: next.sitting.deadline ?? at });
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [running, hold, keep]);

  if (!store) return shut ? 'shut' : 'opening';
  const send = (event: SittingEvent): void => {
    const { run, attempt } = latest.current;
    const next = run.next(event);
    if (attempt === undefined) return;
    hold({ run: next, attempt });
    keep(
      attempt,
      next.sitting.phase === 'expired' ? { type: 'expired', at: next.sitting.deadline ?? event.at } : event,
    );
  };
  return {
    run: held.run,
    attempt: held.attempt,
    found: held.found,
    saved: keeping.state === 'not-kept' ? 'not-kept' : waiting > 0 ? 'saving' : 'saved',
    keeping,
    now,
    store,
    send,
    begin: (timed) => {
      const at = Date.now();
      const attempt = newId(form.exam);
      const started = { type: 'started' as const, at, deadline: timed ? at + form.minutes * 60_000 : null };
      hold({ run: openSitting(form).next(started), attempt });
      setNow(at);
      waitFor(store.begin({ id: attempt, begun: at, form }, started));
    },
    goOn: () => {
      const { run, attempt } = latest.current;
      if (attempt !== undefined) hold({ run, attempt });
      send({ type: 'resumed', at: Date.now() });
      setNow(Date.now());
    },
    fresh: () => {
      hold({ run: openSitting(form) });
    },
  };
}
