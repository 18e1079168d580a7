// What suggestions are made of: nothing until somebody is about to write.
import { useCallback, useMemo, useState } from 'react';
import type { Names, Nearby } from './candidates.ts';
import type { Situation } from './situation.ts';
import type * as suggestions from './suggest.ts';

type Suggest = typeof suggestions;

export interface Known {
  /** Absent until it was fetched. */
  readonly ready?: { readonly suggest: Suggest; readonly names: Names; readonly nearby: Nearby };
  /** Fetches it, and the names of the services at hand. */
  readonly load: () => void;
}

export function useNames(situation: Situation): Known {
  const [fetched, setFetched] = useState<{ readonly suggest: Suggest; readonly names: Names }>();
  const load = useCallback(() => {
    void import('./suggest.ts').then(async (suggest) => {
      const names = await suggest.loadNames(suggest.servicesIn(suggest.nearbyOf(situation)));
      setFetched({ suggest, names });
    });
  }, [situation]);
  const nearby = useMemo(() => fetched?.suggest.nearbyOf(situation), [fetched, situation]);
  return { load, ...(fetched && nearby ? { ready: { ...fetched, nearby } } : {}) };
}
