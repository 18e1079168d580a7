// A question inside a lesson: answered, scored by its world and explained in place.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { worldOfFull, type FullQuestion } from '#course';
import { KINDS, randomFrom, type Answer, type Asked, type Points } from '#exam';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { useAwake } from '#widgets/site/use-awake.ts';
import { outcomeText } from './Outcome.tsx';
import { QuestionView } from './QuestionView.tsx';
import { ExhibitsOf } from './Told.tsx';
import { Reasons } from './Reasons.tsx';
import { chosenIn } from './views/chosen.ts';

export default function CheckQuestion({ full }: { readonly full: FullQuestion }): ReactNode {
  const { question } = full;
  const [answer, setAnswer] = useState<Answer>();
  const [points, setPoints] = useState<Points>();
  const [asking, setAsking] = useState(false);
  const asked = useMemo(() => laidOut(full), [full]);
  const kind = KINDS[asked.kind];
  const whole = useRef<HTMLElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  useAwake(whole, ready);

  const score = (given: Answer): void => {
    setAsking(true);
    void kind
      .score(question, given, worldOfFull(full))
      .then(setPoints)
      .finally(() => {
        setAsking(false);
      });
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
        {asking && <p>{words.loading}</p>}
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
          <Reasons full={full} asked={asked} answer={answer} points={points} />
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        </>
      )}
    </section>
  );
}

/** Options stand as they were written. Everything else is mixed, the same way each time, and steps never into their order. */
function laidOut({ id, key, question: { asked } }: FullQuestion): Asked {
  if ('options' in asked) return asked;
  const mixed = (seed: number): Asked =>
    KINDS[asked.kind].asked(asked, randomFrom(seed, 'check', id).shuffle);
  let seed = 0;
  while (isGiven(mixed(seed), key)) seed += 1;
  return mixed(seed);
}

const isGiven = (asked: Asked, key: Answer): boolean =>
  'steps' in asked && asked.steps.map((step) => step.id).join() === chosenIn(key).join();
