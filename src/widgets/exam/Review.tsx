// The review before the end: everything at a glance, and one more question before blanks are handed in.
import { useState, type ReactNode, type RefObject } from 'react';
import { exam as words } from '#strings';
import { Entries } from './Navigator.tsx';
import type { Room } from './use-sitting.ts';

interface Props {
  readonly room: Room;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly unanswered: number;
  readonly onVisit: (to: number) => void;
}

export function Review({ room, heading, unanswered, onVisit }: Props): ReactNode {
  const [asking, setAsking] = useState(false);
  const submit = (): void => {
    room.send({ type: 'submitted' });
  };
  return (
    <section className="review">
      <h1 ref={heading} tabIndex={-1}>
        {words.reviewTitle}
      </h1>
      <p>{words.reviewText}</p>
      <Entries sitting={room.run.sitting} filter="all" onVisit={onVisit} />
      <div role="alert">{asking && <p className="room-note">{words.confirm(unanswered)}</p>}</div>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            if (unanswered > 0 && !asking) setAsking(true);
            else submit();
          }}
        >
          {asking ? words.submitAnyway : words.submit}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onVisit(0);
          }}
        >
          {words.backToQuestions}
        </button>
      </p>
    </section>
  );
}
