// The clock stands still, and the question is out of sight.
import { useEffect, useRef, type ReactNode } from 'react';
import { exam as words } from '#strings';
import { clockText } from './time.ts';

interface Props {
  readonly left: number | null;
  readonly isBreak: boolean;
  readonly onGoOn: () => void;
}

export function Stopped({ left, isBreak, onGoOn }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="stopped">
      <h1 ref={heading} tabIndex={-1}>
        {isBreak ? words.onBreak : words.paused}
      </h1>
      <p>{isBreak ? words.onBreakText : words.pausedText}</p>
      {left !== null && <p>{words.openLeft(clockText(left))}</p>}
      <p className="actions">
        <button type="button" className="button first" onClick={onGoOn}>
          {words.goOn}
        </button>
      </p>
    </section>
  );
}
