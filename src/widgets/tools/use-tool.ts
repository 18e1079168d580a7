// What a widget that also stands alone remembers: a few named texts. Everything it shows is computed from them.
import { useCallback, useEffect, useRef, useState } from 'react';
import { tools as words } from '#strings';
import { makeFragment, parseFragment, type FragmentFault } from '#widgets/site/fragment.ts';

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
  /** Something to say about the address. */
  readonly note: string;
}

/** @param first what it begins with, and what reset brings back. Texts of other names are not taken from outside. */
export function useTool<K extends string>(
  { slug, keeps, alone }: ToolPlace,
  first: Readonly<Record<K, string>>,
): ToolState<K> {
  const [beginning] = useState(first);
  const [values, setValues] = useState(beginning);
  const [ready, setReady] = useState(false);
  const [note, setNote] = useState('');
  // What was done while the widget woke is done again at one blow, before anything is shown anew.
  const newest = useRef(beginning);
  const take = useCallback((next: Readonly<Record<K, string>>): void => {
    newest.current = next;
    setValues(next);
  }, []);

  const keep = useCallback(
    (documents: Readonly<Record<K, string>>): void => {
      setNote('');
      take(documents);
      void keepAs(keeps, documents);
    },
    [keeps, take],
  );

  useEffect(() => {
    const openAddress = (): boolean => {
      const carried: Carried = alone ? carriedIn(slug, location.hash) : { fault: 'empty' };
      if ('fault' in carried && carried.fault === 'empty') return false;
      // The address has done its work: a reload brings back what was made of it.
      history.replaceState(null, '', location.pathname);
      if ('fault' in carried) {
        setNote(carried.fault === 'newer' ? words.linkNewer : words.linkDamaged);
        return false;
      }
      keep(known(beginning, carried.values));
      return true;
    };
    if (openAddress()) setReady(true);
    else
      void import('#store')
        .then(async ({ openStore }) => {
          const kept = await (await openStore()).edit(keeps);
          if (kept) take(known(beginning, kept.documents));
        })
        .finally(() => {
          setReady(true);
        });
    addEventListener('hashchange', openAddress);
    return () => {
      removeEventListener('hashchange', openAddress);
    };
  }, [slug, keeps, alone, beginning, keep, take]);

  return {
    values,
    ready,
    note,
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

/** Clears what is kept of a widget: it begins anew. */
export async function forget(keeps: string): Promise<void> {
  await keepAs(keeps, {});
}

async function keepAs(id: string, documents: Readonly<Record<string, string>>): Promise<void> {
  const { openStore } = await import('#store');
  await (await openStore()).keepEdit({ id, at: Date.now(), documents, picks: {} });
}

type Carried = { readonly values: Readonly<Record<string, unknown>> } | { readonly fault: FragmentFault };

/** What an address carries for a widget, or why there is nothing of it. */
function carriedIn(slug: string, hash: string): Carried {
  const carried = parseFragment(slug, VERSION, hash);
  if ('fault' in carried) return carried;
  try {
    const value: unknown = JSON.parse(carried.text);
    return typeof value === 'object' && value !== null ? { values: { ...value } } : { fault: 'damaged' };
  } catch {
    return { fault: 'damaged' };
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
