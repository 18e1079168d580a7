// The policies of a situation as they were changed: what was typed at once, the cloud when there is time to judge it.
import { useDeferredValue, useMemo } from 'react';
import type { Cloud } from '#cloud';
import { edited } from '#widgets/lab/judge.ts';
import { parseTexts } from './texts.ts';

interface Typed {
  readonly texts: ReturnType<typeof parseTexts>;
  readonly cloud: Cloud;
}

/** @param kept the changed texts as the widget keeps them */
export function useTexts(given: Cloud, kept: string): Typed {
  const texts = useMemo(() => parseTexts(kept), [kept]);
  const judged = useDeferredValue(texts);
  const cloud = useMemo(() => edited(given, judged), [given, judged]);
  return { texts, cloud };
}
