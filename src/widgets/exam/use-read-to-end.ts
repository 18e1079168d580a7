// Was the question in view seen to its end? What lies below the edge of the window has not been.
import { useEffect, useRef, type RefObject } from 'react';

type Seen = RefObject<HTMLElement | null>;

/** So little may be out of sight: the padding of a box, half a line. */
const SLACK = 48;

/** Pixels of a question that lie behind the lower bar or below the window. */
function below(room: Seen, bar: Seen): number {
  const end = room.current?.querySelector('.question')?.getBoundingClientRect().bottom ?? 0;
  return end - (bar.current?.getBoundingClientRect().top ?? innerHeight) - SLACK;
}

export interface ReadToEnd {
  /** Asked once a question: whoever was told and goes on all the same is not told again. */
  readonly isWarning: () => boolean;
  readonly scroll: () => void;
}

export function useReadToEnd(room: Seen, bar: Seen, question: string): ReadToEnd {
  const read = useRef(new Set<string>());
  useEffect(() => {
    const look = (): void => {
      if (below(room, bar) <= 0) read.current.add(question);
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [room, bar, question]);
  return {
    isWarning: () => {
      if (read.current.has(question) || below(room, bar) <= 0) return false;
      read.current.add(question);
      return true;
    },
    scroll: () => {
      const gentle = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
      scrollBy({ top: innerHeight * 0.6, behavior: gentle });
    },
  };
}
