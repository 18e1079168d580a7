// The review before the end: everything at a glance, and the way back to each question.
import type { ReactNode, RefObject } from 'react';
import { exam as words } from '#strings';
import { Entries } from './Navigator.tsx';
import type { Desk } from './use-desk.ts';

interface Props {
  readonly desk: Desk;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onEnd: () => void;
}

export function Review({ desk, heading, onEnd }: Props): ReactNode {
  return (
    <section className="review">
      <h1 ref={heading} tabIndex={-1}>
        {words.reviewTitle}
      </h1>
      <p>{words.reviewText}</p>
      <Entries sitting={desk.sitting} onVisit={desk.visit} />
      <p className="actions">
        <button type="button" className="button first" onClick={onEnd}>
          {words.submit}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            desk.visit(desk.at);
          }}
        >
          {words.backToQuestions}
        </button>
      </p>
    </section>
  );
}
