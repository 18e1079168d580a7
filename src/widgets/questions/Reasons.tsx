// A question after it was answered: everything in it with its reason, what had to be so, and how it came out.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import { CHOSEN, type Answer, type Asked, type Points } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { REVIEWS } from './reasons/index.ts';
import type { ReviewProps } from './reasons/review.tsx';

interface Props {
  readonly full: FullQuestion;
  /** As it was laid out for whoever answered; otherwise as it was written. */
  readonly asked?: Asked | undefined;
  readonly answer: Answer | undefined;
  readonly points: Points;
  readonly below?: ReviewProps['below'];
}

const NOTHING = (): ReactNode => null;

export function Reasons({
  full,
  asked = full.question.asked,
  answer,
  points,
  below = NOTHING,
}: Props): ReactNode {
  const { spec } = full;
  const Review = REVIEWS[spec.kind];
  return (
    <>
      <Review full={full} spec={spec} asked={asked} answer={answer} points={points} below={below} />
      {spec.kind !== 'case-study' && <Claims full={full} answer={answer} points={points} below={below} />}
    </>
  );
}

function Claims({ full, answer, points, below }: Required<Omit<Props, 'asked'>>): ReactNode {
  const { spec } = full;
  const claims = points.claims.filter(({ claim }) => claim !== CHOSEN);
  if (claims.length === 0) return null;
  const texts: readonly { readonly id: string; readonly text: string }[] =
    spec.kind === 'operate' ? spec.checks : spec.claims;
  return (
    <div className="claims">
      <p>
        <strong>{words.claims}</strong>
      </p>
      <ul className="goals">
        {claims.map(({ claim, holds }) => {
          const text = texts.find(({ id }) => id === claim)?.text ?? claim;
          return (
            <li key={claim} className={holds ? 'met' : undefined}>
              <span aria-hidden="true">{holds ? '✓' : '✕'}</span>
              <span className="visually-hidden">{holds ? words.claimHolds : words.claimFails}: </span>
              <Inline text={text} />
              {spec.kind === 'policy-fix' && below({ full, answer, id: claim, name: text })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
