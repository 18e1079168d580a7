// A question inside a lesson: answered, scored by its world and explained in place.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { worldOfFull, type FullQuestion } from '#course';
import { KINDS, type Answer, type Points } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { useAwake } from '#widgets/site/use-awake.ts';
import { outcomeText } from './Outcome.tsx';
import { ExhibitsOf, QuestionView } from './QuestionView.tsx';
import { Reasons } from './Reasons.tsx';

export default function CheckQuestion({ full }: { readonly full: FullQuestion }): ReactNode {
  const { question } = full;
  const [answer, setAnswer] = useState<Answer>();
  const [points, setPoints] = useState<Points>();
  const { asked } = question;
  const kind = KINDS[asked.kind];
  const whole = useRef<HTMLElement>(null);
  const said = useRef<HTMLDivElement>(null);
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
        setPoints(await KINDS[full.question.asked.kind].score(full.question, kept.answer, worldOfFull(full)));
      })
      .finally(() => {
        setReady(true);
      });
  }, [full]);

  const submit = (): void => {
    if (answer === undefined) return;
    score(answer);
    said.current?.focus();
    void import('#store').then(async ({ openStore }) =>
      (await openStore()).keepCheck({ id: full.id, at: Date.now(), answer }),
    );
  };
  const again = (): void => {
    setPoints(undefined);
    setAnswer(undefined);
    said.current?.focus();
  };
  const right = points !== undefined && points.points === points.max;
  return (
    <section ref={whole} className="check" aria-label={words.checkOf(asked.ask)} data-keeps={full.id}>
      <div className="said" role="status" ref={said} tabIndex={-1}>
        <p className="check-title">{words.checkTitle}</p>
        {points && (
          <p className={right ? 'outcome allow' : 'outcome deny'}>
            <span aria-hidden="true">{right ? '✓' : '✕'}</span> {outcomeText(points)}
          </p>
        )}
      </div>
      {points === undefined ? (
        <>
          <QuestionView question={asked} answer={answer} onAnswer={setAnswer} />
          <button
            type="button"
            className="button first"
            disabled={!kind.complete(asked, answer)}
            onClick={submit}
          >
            {words.answer}
          </button>
        </>
      ) : (
        <>
          <ExhibitsOf question={asked} />
          <p className="asked-again">
            <Inline text={asked.ask} />
          </p>
          <Reasons full={full} answer={answer} points={points} />
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        </>
      )}
    </section>
  );
}
