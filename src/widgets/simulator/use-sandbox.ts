// What the sandbox remembers and what follows from it: the situation with its steps back, kept, or opened from the address.
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { sandbox as words } from '#strings';
import * as steps from './history.ts';
import { judge, type Judgement } from './judge.ts';
import { makeKept, parseKept } from './kept.ts';
import type { Situation } from './situation.ts';

export const KEPT_AS = 'sandbox';

/** From this length on a text is judged when there is time, not at each key. */
const LARGE = 60_000;

export interface Sandbox {
  /** Absent: nothing was begun. */
  readonly situation: Situation | undefined;
  readonly judgement: Judgement | undefined;
  /** The judgement is of an earlier text and follows. */
  readonly late: boolean;
  /** What was kept has been fetched. */
  readonly ready: boolean;
  /** Something to say about the address. */
  readonly note: string;
  /** @param place changes in one place are one step */
  readonly change: (next: Situation | undefined, place?: string) => void;
  readonly undo: (() => void) | undefined;
}

type Remembered = steps.History<Situation | undefined>;

export function useSandbox(): Sandbox {
  const [history, setHistory] = useState<Remembered>(steps.begin(undefined));
  const [ready, setReady] = useState(false);
  const [note, setNote] = useState('');

  useEffect(() => {
    const open = async (): Promise<void> => {
      const { hash } = location;
      if (!hash.startsWith(`#${KEPT_AS}=`)) return;
      const { parseFragment } = await import('./link.ts');
      const opened = parseFragment(hash);
      // The address has done its work: a reload brings back what was made of it.
      globalThis.history.replaceState(null, '', location.pathname);
      if ('fault' in opened) {
        setNote(opened.fault === 'newer' ? words.linkNewer : words.linkDamaged);
        return;
      }
      setHistory((before) => steps.change(before, opened.situation));
      setNote(words.linkOpened);
      keep(opened.situation);
    };
    const onHash = (): void => void open();
    void keptSituation()
      .then((kept) => {
        if (kept) setHistory((before) => (before.now === undefined ? steps.begin(kept) : before));
      })
      .then(open)
      .finally(() => {
        setReady(true);
      });
    addEventListener('hashchange', onHash);
    return () => {
      removeEventListener('hashchange', onHash);
    };
  }, []);

  const remember = (next: Remembered): void => {
    setHistory(next);
    setNote('');
    keep(next.now);
  };
  const situation = history.now;
  const large = situation?.papers.some(({ text }) => text.length > LARGE) ?? false;
  const deferred = useDeferredValue(situation);
  const judged = large ? deferred : situation;
  const judgement = useMemo(() => judged && judge(judged), [judged]);

  return {
    situation,
    judgement,
    late: judged !== situation,
    ready,
    note,
    change: (next, place) => {
      remember(steps.change(history, next, place));
    },
    undo:
      history.past.length === 0
        ? undefined
        : () => {
            remember(steps.undo(history));
          },
  };
}

async function keptSituation(): Promise<Situation | undefined> {
  const { openStore } = await import('#store');
  const text = (await (await openStore()).edit(KEPT_AS))?.documents['situation'];
  const kept = text === undefined ? undefined : parseKept(text);
  return kept && 'situation' in kept ? kept.situation : undefined;
}

/** What waits to be written: only the newest situation counts, however fast somebody types. */
const waiting: { newest?: { readonly situation: Situation | undefined }; isWriting: boolean } = {
  isWriting: false,
};

function keep(situation: Situation | undefined): void {
  waiting.newest = { situation };
  if (waiting.isWriting) return;
  waiting.isWriting = true;
  void write().finally(() => {
    waiting.isWriting = false;
  });
}

async function write(): Promise<void> {
  const { openStore } = await import('#store');
  const store = await openStore();
  for (let next = waiting.newest; next; next = waiting.newest) {
    delete waiting.newest;
    const documents: Record<string, string> = next.situation ? { situation: makeKept(next.situation) } : {};
    await store.keepEdit({ id: KEPT_AS, at: Date.now(), documents, picks: {} });
  }
}
