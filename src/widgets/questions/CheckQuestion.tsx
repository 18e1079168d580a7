// A question inside a lesson: answered, scored by its world and explained in place.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { worldOfFull, type FullQuestion } from '#course';
import { KINDS, type Answer, type Points } from '#exam';
import { questions as words } from '#strings';
import { useAwake } from '#widgets/site/use-awake.ts';
import { QuestionView } from './QuestionView.tsx';
import { Reasons } from './Reasons.tsx';

export default function CheckQuestion({ full }: { readonly full: FullQuestion }): ReactNode {
  const { question } = full;
  const [answer, setAnswer] = useState<Answer>([]);
  const [points, setPoints] = useState<Points>();
  const kind = KINDS[question.kind];
  const whole = useRef<HTMLElement>(null);
  const [ready, setReady] = useState(false);
  useAwake(whole, ready);

  const score = (given: Answer): void => {
    void kind.score(question, given, worldOfFull(full)).then(setPoints);
  };
  useEffect(() => {
    void import('#store')
      .then(async ({ openStore }) => {
        const kept = await (await openStore()).check(full.id);
        if (!kept) return;
        setAnswer(kept.answer);
        setPoints(await KINDS[full.question.kind].score(full.question, kept.answer, worldOfFull(full)));
      })
      .finally(() => {
        setReady(true);
      });
  }, [full]);

  const submit = (): void => {
    score(answer);
    void import('#store').then(async ({ openStore }) =>
      (await openStore()).keepCheck({ id: full.id, at: Date.now(), answer }),
    );
  };
  return (
    <section ref={whole} className="check" aria-label={words.checkOf(question.ask)} data-keeps={full.id}>
      {points === undefined ? (
        <>
          <QuestionView
            question={question}
            answer={answer}
            onAnswer={setAnswer}
            heading={<p className="check-title">{words.checkTitle}</p>}
          />
          <button
            type="button"
            className="button first"
            disabled={!kind.complete(question, answer)}
            onClick={submit}
          >
            {words.answer}
          </button>
        </>
      ) : (
        <>
          <p className="check-title">{words.checkTitle}</p>
          <p className={points.points > 0 ? 'outcome allow' : 'outcome deny'} role="status">
            <span aria-hidden="true">{points.points > 0 ? '✓' : '✕'}</span>{' '}
            {points.points > 0 ? words.right : words.wrong}
          </p>
          <p className="asked-again">{question.ask}</p>
          <Reasons full={full} answer={answer} points={points} />
          <button
            type="button"
            className="button"
            onClick={() => {
              setPoints(undefined);
              setAnswer([]);
            }}
          >
            {words.again}
          </button>
        </>
      )}
    </section>
  );
}
