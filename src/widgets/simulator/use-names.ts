// What suggestions and findings are made of: little until somebody is about to write.
import { useCallback, useMemo, useState } from 'react';
import type { Issue, PolicyKind } from '#evaluator';
import { documentOf } from '#cloud';
import type { Names, Nearby } from './candidates.ts';
import type { Loaded } from './catalogue.ts';
import type { Situation } from './situation.ts';
import type * as suggestions from './suggest.ts';

type Suggest = typeof suggestions;

export interface Known {
  /** Absent until it was fetched. */
  readonly ready?: { readonly suggest: Suggest; readonly names: Names; readonly nearby: Nearby };
  /** Fetches it, and the names of the services at hand. */
  readonly load: () => void;
  /** At first what keeps a policy from being read; everything else once it was fetched. */
  readonly findingsOf: (text: string, kind: PolicyKind) => readonly Issue[];
}

export function useNames(situation: Situation): Known {
  const [fetched, setFetched] = useState<{ readonly suggest: Suggest; readonly loaded: Loaded }>();
  const load = useCallback(() => {
    void import('./suggest.ts').then(async (suggest) => {
      const loaded = await suggest.loadNames(suggest.servicesIn(suggest.nearbyOf(situation)));
      setFetched({ suggest, loaded });
    });
  }, [situation]);
  const nearby = useMemo(() => fetched?.suggest.nearbyOf(situation), [fetched, situation]);
  const findingsOf = useMemo(() => remembered(fetched ? closer(fetched) : atFirst), [fetched]);
  const ready =
    fetched && nearby ? { suggest: fetched.suggest, names: fetched.loaded.names, nearby } : undefined;
  return { load, findingsOf, ...(ready ? { ready } : {}) };
}

type Find = Known['findingsOf'];

const atFirst: Find = (text, kind) => documentOf(text, kind).issues;

function closer({ suggest, loaded }: { readonly suggest: Suggest; readonly loaded: Loaded }): Find {
  return (text, kind) => suggest.validate(text, kind, loaded.catalogue);
}

const REMEMBERED = 40;

/** The policies that did not change are not read again at each key. */
function remembered(find: Find): Find {
  const known = new Map<string, readonly Issue[]>();
  return (text, kind) => {
    const key = `${kind} ${text}`;
    const issues = known.get(key) ?? find(text, kind);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, issues);
    return issues;
  };
}
