// A quiet clock: read on demand, announced at 30, 15, 5 and 1 minutes, back in view for the last five.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { exam as words } from '#strings';
import { announced, clockText } from './time.ts';

const SHOWN_AGAIN = 5 * 60_000;

export function Clock({ left, store }: { readonly left: number | null; readonly store: Store }): ReactNode {
  const [hidden, setHidden] = useState(false);
  const [said, setSaid] = useState('');
  const before = useRef(left);
  useEffect(() => {
    void store.setting('clock').then((value) => {
      setHidden(value === 'hidden');
    });
  }, [store]);
  useEffect(() => {
    if (left !== null && before.current !== null) {
      const minutes = announced(before.current, left);
      if (minutes !== undefined) setSaid(words.minutesLeft(minutes));
    }
    before.current = left;
  }, [left]);
  if (left === null) return <span className="saved">{words.noClock}</span>;
  const shown = !hidden || left <= SHOWN_AGAIN;
  return (
    <>
      <button
        type="button"
        className="button clock"
        aria-label={shown ? `${words.clock(clockText(left))}. ${words.hideClock}` : words.showClock}
        onClick={() => {
          setHidden(!hidden);
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
