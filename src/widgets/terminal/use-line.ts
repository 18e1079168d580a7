// The line that is being typed: history, search, completion, lines that go on.
import { useState } from 'react';
import type { Completion } from '#terminal';
import { distinct, searchBack, stepThrough, type Place } from './entries.ts';

export interface Line {
  readonly text: string;
  /** Where the caret is put, once, after the text was changed by something else than typing. */
  readonly caret: number | undefined;
  /** What Tab could put here. */
  readonly options: readonly string[];
  /** The text that is searched for, while searching. */
  readonly searching: string | undefined;
  /** The line that the search has found; empty when there is none. */
  readonly found: string | undefined;
  readonly type: (text: string) => void;
  readonly enter: () => Promise<void>;
  readonly step: (step: -1 | 1) => void;
  readonly complete: (caret: number) => Promise<void>;
  readonly search: () => void;
  /** Ends a search or a list of possibilities. */
  readonly settle: () => void;
  readonly drop: () => void;
  readonly clear: () => void;
}

interface Doing {
  readonly lines: readonly string[];
  readonly isOpen: (text: string) => Promise<boolean>;
  readonly run: (text: string) => void;
  readonly complete: (text: string, caret: number) => Promise<Completion>;
  readonly clear: () => void;
}

interface Now {
  readonly text: string;
  readonly caret?: number;
  readonly place?: Place;
  /** What was being typed before the history was asked. */
  readonly typed: string;
  readonly options: readonly string[];
  readonly searching?: string;
  readonly match?: number;
}

const EMPTY: Now = { text: '', typed: '', options: [] };

export function useLine(doing: Doing): Line {
  const [now, setNow] = useState<Now>(EMPTY);
  const kept = distinct(doing.lines);
  const isSearching = now.searching !== undefined;
  const match = now.match === undefined ? '' : (kept[now.match] ?? '');

  const put = (text: string, caret = text.length): void => {
    setNow({ ...EMPTY, text, typed: text, caret });
  };
  return {
    text: isSearching ? (now.searching ?? '') : now.text,
    caret: now.caret,
    options: now.options,
    searching: now.searching,
    found: isSearching && now.searching !== '' ? match : undefined,
    type: (text) => {
      if (!isSearching) setNow({ ...EMPTY, text, typed: text });
      else {
        const at = searchBack(doing.lines, text, kept.length);
        setNow({
          ...EMPTY,
          text: now.text,
          typed: now.text,
          searching: text,
          ...(at === undefined ? {} : { match: at }),
        });
      }
    },
    enter: async () => {
      if (isSearching) {
        put(match === '' ? now.typed : match);
        return;
      }
      const { text } = now;
      if (text.trim() !== '' && (await doing.isOpen(text))) {
        put(`${text}\n`);
        return;
      }
      setNow(EMPTY);
      doing.run(text);
    },
    step: (step) => {
      const place = stepThrough(doing.lines, now.place, step);
      const text = place === undefined ? now.typed : (kept[place] ?? '');
      setNow({
        ...now,
        text,
        caret: text.length,
        options: [],
        ...(place === undefined ? { place: undefined } : { place }),
      });
    },
    complete: async (caret) => {
      const { text, options } = await doing.complete(now.text, caret);
      const added = text.length - now.text.length;
      setNow({ ...now, text, typed: text, caret: caret + added, options: options.length > 1 ? options : [] });
    },
    search: () => {
      const before = now.match ?? kept.length;
      const at = isSearching ? searchBack(doing.lines, now.searching ?? '', before) : undefined;
      setNow({
        ...now,
        options: [],
        searching: now.searching ?? '',
        typed: isSearching ? now.typed : now.text,
        ...(at === undefined ? {} : { match: at }),
      });
    },
    settle: () => {
      put(isSearching ? now.typed : now.text);
    },
    drop: () => {
      setNow(EMPTY);
    },
    clear: doing.clear,
  };
}
