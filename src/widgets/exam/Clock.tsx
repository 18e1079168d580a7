// The clock: it can be put out of sight, comes back for the last five minutes, and is announced four times only.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { exam as words } from '#strings';
import { announced, clockText } from './time.ts';

const SHOWN_AGAIN = 5 * 60_000;

interface Props {
  /** Milliseconds; `null` when there is no limit. */
  readonly left: number | null;
  readonly store: Store;
  /** It was asked for that nothing tells of the time but a question about it. */
  readonly quiet: boolean;
}

export function Clock({ left, store, quiet }: Props): ReactNode {
  const [hidden, setHidden] = useState(quiet);
  const [hiddenLate, setHiddenLate] = useState(false);
  const [said, setSaid] = useState('');
  const before = useRef(left);
  useEffect(() => {
    void store.setting('clock').then((value) => {
      setHidden(quiet || value === 'hidden');
    });
  }, [store, quiet]);
  useEffect(() => {
    if (left !== null && before.current !== null && !quiet) {
      const minutes = announced(before.current, left);
      if (minutes !== undefined) setSaid(words.minutesLeft(minutes));
    }
    before.current = left;
  }, [left, quiet]);
  if (left === null) return <span className="saved">{words.noClock}</span>;
  const late = left <= SHOWN_AGAIN && !quiet;
  const shown = late ? !hiddenLate : !hidden;
  return (
    <>
      <button
        type="button"
        className="button clock"
        aria-label={shown ? `${words.clock(clockText(left))}. ${words.hideClock}` : words.showClock}
        onClick={() => {
          if (late) setHiddenLate(shown);
          else setHidden(shown);
        }}
      >
        <span role="timer" aria-live="off">
          {shown ? clockText(left) : words.clockHidden}
        </span>
      </button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
