// What links events, fetched where events are: a page without a sitting does without the hashes.
import type { Ends, rowAfter } from './chain.ts';

interface Linking {
  readonly ends: Ends;
  readonly rowAfter: typeof rowAfter;
}

/** One for each shelf. What it is asked at once it answers in that order, before any transaction begins. */
export function newLinking(): () => Promise<Linking> {
  let fetched: Promise<Linking> | undefined;
  return () => {
    fetched ??= import('./chain.ts').then(
      (chain) => ({ ends: chain.newEnds(), rowAfter: chain.rowAfter }),
      (error: unknown) => {
        fetched = undefined;
        throw error;
      },
    );
    return fetched;
  };
}
