// A question after it was answered: every option with its reason, what had to be so, and how it came out.
import type { ReactNode } from 'react';
import type { FullQuestion } from '#course';
import { CHOSEN, type Answer, type Points } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { chosenIn } from './QuestionView.tsx';

interface Props {
  readonly full: FullQuestion;
  readonly answer: Answer | undefined;
  readonly points: Points;
  /** What stands below an option, such as a link that opens it in the lab. */
  readonly below?: (option: string, letter: string) => ReactNode;
}

export function Reasons({ full, answer, points, below }: Props): ReactNode {
  const { spec } = full;
  if (spec.kind !== 'single' && spec.kind !== 'multiple') return null;
  const chosen = chosenIn(answer);
  const claims = points.claims.filter(({ claim }) => claim !== CHOSEN);
  return (
    <>
      <ol className="reasons">
        {spec.options.map((option, i) => {
          const { id, text } = option;
          const right = spec.key.includes(id);
          const yours = chosen.includes(id);
          return (
            <li key={id} className={right ? 'right' : yours ? 'wrong' : undefined}>
              <p className="option-text">
                <b>{words.letter(i)}</b> <Inline text={text} />{' '}
                {right && (
                  <span className="tag allow">
                    <span aria-hidden="true">✓</span> {words.key}
                  </span>
                )}{' '}
                {yours && <span className="tag">{words.yours}</span>}
              </p>
              {option.right !== undefined && (
                <p>
                  <strong>{words.whyRight}.</strong> <Inline text={option.right.text} />
                </p>
              )}
              {option.wrong && (
                <>
                  <p>
                    <strong>{words.tempts}.</strong> <Inline text={option.wrong.tempts} />
                  </p>
                  <p>
                    <strong>{words.fails}.</strong> <Inline text={option.wrong.fails.text} />
                  </p>
                </>
              )}
              {below?.(id, words.letter(i))}
            </li>
          );
        })}
      </ol>
      {claims.length > 0 && (
        <div className="claims">
          <p>
            <strong>{words.claims}</strong>
          </p>
          <ul className="goals">
            {claims.map(({ claim, holds }) => (
              <li key={claim} className={holds ? 'met' : undefined}>
                <span aria-hidden="true">{holds ? '✓' : '✕'}</span>
                <span className="visually-hidden">{holds ? words.claimHolds : words.claimFails}: </span>
                <Inline text={spec.claims.find(({ id }) => id === claim)?.text ?? claim} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
