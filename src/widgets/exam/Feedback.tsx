// After an answer, in practice: how it came out and why. Fetched with its world when it is first asked for.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { scoreFull, type FullQuestion } from '#course';
import type { Answer, Asked, Points, Shows } from '#exam';
import { exam as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Outcome } from '#widgets/questions/Outcome.tsx';
import { Told } from '#widgets/questions/Told.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import { servedQuestions } from './paper.ts';

interface Props {
  readonly exam: string;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly shows: Shows<boolean>;
}

interface Known {
  readonly full: FullQuestion;
  readonly points: Points;
}

async function know({ exam, asked, answer }: Props): Promise<Known> {
  const { questions } = await servedQuestions(exam);
  const full = questions.find(({ id }) => id === asked.id);
  if (!full) throw new Error(`no question ${asked.id}`);
  return { full, points: await scoreFull(full, answer) };
}

export default function Feedback(props: Props): ReactNode {
  const { asked, answer, shows } = props;
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
      <Told question={asked} />
      <p className="asked-again">
        <Inline text={asked.ask} />
      </p>
      {scored && shows.key && (
        <Reasons full={scored.full} asked={asked} answer={answer} points={scored.points} />
      )}
    </div>
  );
}
