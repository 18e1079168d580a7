// The foot of an answer that is made by hand: whether it counts as given, and what else can be done with it.
import type { ReactNode } from 'react';

interface Act {
  readonly text: string;
  readonly possible: boolean;
  readonly act: () => void;
}

interface Props {
  /** Of the line that says how it stands. */
  readonly id: string;
  readonly given: boolean;
  readonly stands: string;
  readonly acts: readonly Act[];
  /** What was done last, for who cannot see it. */
  readonly said: string;
}

/** A button that can do nothing now stays in reach: the focus is not lost by pressing it. */
export function Foot({ id, given, stands, acts, said }: Props): ReactNode {
  return (
    <>
      <div className="after">
        <p id={id} className={given ? 'standing given' : 'standing'}>
          {stands}
        </p>
        {acts.map(({ text, possible, act }) => (
          <button
            key={text}
            type="button"
            className="button"
            aria-disabled={!possible}
            onClick={() => {
              if (possible) act();
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
