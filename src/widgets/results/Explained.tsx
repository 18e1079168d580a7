// A question after its answer, as far as its exam shows it: the reasons with the decisions behind them, or the key alone.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import type { Answer, Asked, Points, Shows } from '#exam';
import { exam as words, results } from '#strings';
import { plain } from '#widgets/prose/plain.ts';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Reasons } from '#widgets/questions/Reasons.tsx';
import type { ReviewProps } from '#widgets/questions/reasons/review.tsx';
import { Told } from '#widgets/questions/Told.tsx';
import { AnswerLines } from './AnswerLines.tsx';
import { Decided } from './Decided.tsx';

interface Props {
  readonly full: FullQuestion;
  readonly asked: Asked;
  readonly answer: Answer | undefined;
  readonly points: Points;
  readonly visible: Shows<boolean>;
  /** From 1. */
  readonly number: number;
  /** Where a lab that is opened from here leads back to. */
  readonly href: string;
}

export function Explained({ full, asked, answer, points, visible, number, href }: Props): ReactNode {
  const below: ReviewProps['below'] = (about) => (
    <Decided
      about={about}
      from={{ title: words.questionName(number, about.name && plain(about.name)), href }}
    />
  );
  return (
    <>
      <Told question={asked} />
      <p className="asked-again">
        <Inline text={asked.ask} />
      </p>
      {visible.reasons ? (
        <Reasons
          full={full}
          asked={asked}
          answer={answer}
          points={points}
          {...(visible.derivation ? { below } : {})}
        />
      ) : (
        <AnswerLines title={results.yourAnswer} asked={asked} answer={answer} />
      )}
      {visible.key && !visible.reasons && (
        <AnswerLines title={results.theKey} asked={asked} answer={full.key} />
      )}
    </>
  );
}
