// Practice in place: another sibling of a question, answered and explained, and forgotten.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { scoreFull, type FullQuestion } from '#course';
import { KINDS, type Answer, type Points, type Shows } from '#exam';
import { questions as questionWords, results as words } from '#strings';
import { questionsToday } from '#widgets/exam/paper.ts';
import { outcomeText } from '#widgets/questions/Outcome.tsx';
import { QuestionView } from '#widgets/questions/QuestionView.tsx';
import { Explained } from './Explained.tsx';

interface Props {
  readonly exam: string;
  readonly full: FullQuestion;
  readonly visible: Shows<boolean>;
  /** Of the question that was sat, from 1. */
  readonly number: number;
  /** Where a lab that is opened from here leads back to. */
  readonly href: string;
}

export function Sibling({ exam, full: sat, ...shown }: Props): ReactNode {
  const [siblings, setSiblings] = useState<readonly FullQuestion[] | 'failed'>();
  const [at, setAt] = useState<number>();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [at]);
  if (sat.id === sat.item) return null;
  const fetchThem = async (): Promise<void> => {
    const { questions } = await questionsToday(exam);
    setSiblings(questions.filter(({ item, id }) => item === sat.item && id !== sat.id));
    setAt(0);
  };
  const known = siblings === 'failed' ? [] : (siblings ?? []);
  const full = at === undefined ? undefined : known[at % known.length];
  if (!full || at === undefined)
    return (
      <>
        <button
          type="button"
          className="button"
          onClick={() => {
            fetchThem().catch(() => {
              setSiblings('failed');
            });
          }}
        >
          {words.trySibling}
        </button>
        <p role="status">
          {siblings === 'failed' && words.noArrival}
          {siblings !== 'failed' && siblings?.length === 0 && words.noSibling}
        </p>
      </>
    );
  return (
    <section className="sibling" aria-label={words.siblingTitle} ref={place} tabIndex={-1}>
      <h3>{words.siblingTitle}</h3>
      <p>
        <small>{words.siblingNote}</small>
      </p>
      <Tried key={full.id} full={full} {...shown} />
      <p className="actions">
        {known.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setAt(at + 1);
            }}
          >
            {words.another}
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            setAt(undefined);
          }}
        >
          {words.put}
        </button>
      </p>
    </section>
  );
}

function Tried({ full, ...shown }: Omit<Props, 'exam'>): ReactNode {
  const { asked } = full.question;
  const [answer, setAnswer] = useState<Answer>();
  const [points, setPoints] = useState<Points>();
  const right = points !== undefined && points.points === points.max;
  return (
    <>
      <div role="status">
        {points && (
          <p className={right ? 'outcome allow' : 'outcome deny'}>
            <span aria-hidden="true">{right ? '✓' : '✕'}</span> {outcomeText(points)}
          </p>
        )}
      </div>
      {points ? (
        <Explained full={full} asked={asked} answer={answer} points={points} {...shown} />
      ) : (
        <>
          <QuestionView question={asked} answer={answer} onAnswer={setAnswer} />
          <button
            type="button"
            className="button first"
            disabled={!KINDS[asked.kind].complete(asked, answer)}
            onClick={() => {
              void scoreFull(full, answer).then(setPoints);
            }}
          >
            {questionWords.answer}
          </button>
        </>
      )}
    </>
  );
}
