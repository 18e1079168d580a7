// What a widget that also stands alone remembers: a few named texts. Everything it shows is computed from them.
import { useCallback, useEffect, useRef, useState } from 'react';
import { makeFragment, parseFragment } from '#widgets/site/fragment.ts';

const VERSION = 1;

/** Where a widget stands. */
export interface ToolPlace {
  /** Its name in `content/tools` and under `/tools/`. */
  readonly slug: string;
  readonly title: string;
  /** Under which id the browser keeps what is done in it. */
  readonly keeps: string;
  /** On its own page: it opens what an address carries. */
  readonly alone: boolean;
}

type Change<K extends string> = Partial<Record<K, string>>;

export interface ToolState<K extends string> {
  readonly values: Readonly<Record<K, string>>;
  /** A change that rests on what is there is given as a function of it. */
  readonly set: (change: Change<K> | ((now: Readonly<Record<K, string>>) => Change<K>)) => void;
  readonly reset: () => void;
  /** What was kept has been fetched. */
  readonly ready: boolean;
}

/** @param first what it begins with, and what reset brings back. Texts of other names are not taken from outside. */
export function useTool<K extends string>(
  { slug, keeps, alone }: ToolPlace,
  first: Readonly<Record<K, string>>,
): ToolState<K> {
  const [beginning] = useState(first);
  const [values, setValues] = useState(beginning);
  const [ready, setReady] = useState(false);
  // What was done while the widget woke is done again at one blow, before anything is shown anew.
  const newest = useRef(beginning);
  const take = useCallback((next: Readonly<Record<K, string>>): void => {
    newest.current = next;
    setValues(next);
  }, []);

  useEffect(() => {
    const carried = alone ? carriedIn(slug, location.hash) : undefined;
    if (carried) {
      take(known(beginning, carried));
      setReady(true);
      return;
    }
    void import('#store')
      .then(async ({ openStore }) => {
        const kept = await (await openStore()).edit(keeps);
        if (kept) take(known(beginning, kept.documents));
      })
      .finally(() => {
        setReady(true);
      });
  }, [slug, keeps, alone, beginning, take]);

  const keep = useCallback(
    (documents: Readonly<Record<K, string>>): void => {
      take(documents);
      void import('#store').then(async ({ openStore }) =>
        (await openStore()).keepEdit({ id: keeps, at: Date.now(), documents, picks: {} }),
      );
    },
    [keeps, take],
  );
  return {
    values,
    ready,
    set: (change) => {
      const now = newest.current;
      keep({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    },
    reset: () => {
      keep(beginning);
    },
  };
}

/** The address of a widget's own page with what is in it. */
export function addressOf(slug: string, values: Readonly<Record<string, string>>): string {
  return `/tools/${slug}/${makeFragment(slug, VERSION, JSON.stringify(values))}`;
}

/** @returns what an address carries for a widget, or nothing when it carries none that can be read */
export function carriedIn(slug: string, hash: string): Readonly<Record<string, unknown>> | undefined {
  const carried = parseFragment(slug, VERSION, hash);
  if ('fault' in carried) return undefined;
  try {
    const value: unknown = JSON.parse(carried.text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function known<K extends string>(
  first: Readonly<Record<K, string>>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<K, string>> {
  const values: Record<K, string> = { ...first };
  for (const key of Object.keys(first) as K[]) {
    const text = Object.hasOwn(given, key) ? given[key] : undefined;
    if (typeof text === 'string') values[key] = text;
  }
  return values;
}
