// Tells the island that React has taken over, so that what was done while it woke can be done again.
import { useEffect, type RefObject } from 'react';

export function useAwake(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    inside.current?.closest('astro-island')?.dispatchEvent(new Event('gatehouse:awake'));
  }, [inside]);
}
