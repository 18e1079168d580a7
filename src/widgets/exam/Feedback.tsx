// After an answer, in practice: how it came out and why. Fetched with its world when it is first asked for.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { scoreFull, type FullQuestion } from '#course';
import type { Answer, Asked, Points, Shows } from '#exam';
import { openStore } from '#store';
import { exam as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Outcome } from '#widgets/questions/Outcome.tsx';
import { Told } from '#widgets/questions/Told.tsx';
import { Explained } from '#widgets/results/Explained.tsx';
import { questionsOf } from './paper.ts';

interface Props {
  readonly attempt: string;
  /** From 1. */
  readonly number: number;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly shows: Shows<boolean>;
}

interface Known {
  readonly full: FullQuestion;
  readonly points: Points;
  /** Where the room is. */
  readonly href: string;
}

async function know({ attempt, asked, answer }: Props): Promise<Known> {
  const row = await (await openStore()).attempt(attempt);
  if (!row) throw new Error(`no attempt ${attempt}`);
  const { questions } = await questionsOf(row);
  const full = questions.find(({ id }) => id === asked.id);
  if (!full) throw new Error(`no question ${asked.id}`);
  return { full, points: await scoreFull(full, answer), href: `/exam/${row.form.exam}/` };
}

export default function Feedback(props: Props): ReactNode {
  const { number, asked, answer, shows } = props;
  const [known, setKnown] = useState<Known | 'failed'>();
  const start = useRef(props);
  useEffect(() => {
    let gone = false;
    const tell = (next: Known | 'failed'): void => {
      if (!gone) setKnown(next);
    };
    know(start.current).then(tell, () => {
      tell('failed');
    });
    return () => {
      gone = true;
    };
  }, []);
  const scored = typeof known === 'object' ? known : undefined;
  return (
    <div className="question feedback">
      <p className="feedback-outcome" role="status">
        {known === undefined && words.scoring}
        {known === 'failed' && words.reasonsShut}
        {scored && shows.score && <Outcome points={scored.points} />}
      </p>
      {scored ? (
        <Explained {...scored} asked={asked} answer={answer} visible={shows} number={number} />
      ) : (
        <>
          <Told question={asked} />
          <p className="asked-again">
            <Inline text={asked.ask} />
          </p>
        </>
      )}
    </div>
  );
}
