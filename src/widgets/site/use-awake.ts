// Tells the island that React has taken over, so that what was done while it woke can be done again.
import { useEffect, type RefObject } from 'react';

/** `ready`: what is kept has been fetched, so that what is done again is done upon it. */
export function useAwake(inside: RefObject<HTMLElement | null>, ready: boolean): void {
  useEffect(() => {
    if (ready) inside.current?.closest('astro-island')?.dispatchEvent(new Event('gatehouse:awake'));
  }, [inside, ready]);
}
