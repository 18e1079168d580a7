// The result of an attempt: scored by asking each question's world, question by question.
import { useEffect, useState, type ReactNode } from 'react';
import { isOpen, type Sitting } from '#exam';
import type { AttemptRow } from '#store';
import { exam as words, questions as questionWords } from '#strings';
import Attempts, { attemptsOf } from './Attempts.tsx';
import { questionsOf } from './paper.ts';
import { ResultQuestion } from './ResultQuestion.tsx';
import { Shut } from './Shut.tsx';
import { percentToPass, scored, type Scored } from './scored.ts';
import { dateText } from './time.ts';

interface Loaded extends Scored {
  readonly row: AttemptRow;
  readonly sitting: Sitting;
}

type State = Loaded | 'scoring' | 'missing' | 'none' | 'shut' | { readonly openAt: string };

/** @param id the attempt that the address names; without one, the latest that is closed */
async function load(id: string | null): Promise<State> {
  const attempts = await attemptsOf(undefined);
  const closed = attempts.filter(({ sitting }) => !isOpen(sitting));
  const found = id === null ? (closed[0] ?? attempts[0]) : attempts.find(({ row }) => row.id === id);
  if (!found) return id === null ? 'none' : 'missing';
  const { row, sitting } = found;
  if (isOpen(sitting)) return { openAt: `/exam/${row.form.exam}/` };
  return { row, sitting, ...(await scored(sitting, await questionsOf(row))) };
}

export default function Results(): ReactNode {
  const [state, setState] = useState<State>('scoring');
  useEffect(() => {
    load(new URLSearchParams(location.search).get('attempt')).then(setState, () => {
      setState('shut');
    });
  }, []);
  const loaded = typeof state === 'object' && 'row' in state;
  useEffect(() => {
    // What the address points at is there only now.
    if (loaded && location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [loaded]);
  return (
    <>
      <div role="status">
        {state === 'scoring' && <p>{words.scoring}</p>}
        {state === 'missing' && <p>{words.resultMissing}</p>}
        {state === 'none' && <p>{words.noAttempts}</p>}
        {typeof state === 'object' && 'openAt' in state && (
          <p>
            {words.resultOpen} <a href={state.openAt}>{words.goOn}</a>
          </p>
        )}
      </div>
      {(state === 'missing' || state === 'none') && (
        <p>
          <a className="button first" href="/exam/">
            {words.toExams}
          </a>
        </p>
      )}
      {state === 'missing' && <Attempts />}
      {state === 'shut' && <Shut says={words.resultShut} again={`/exam/result/${location.search}`} />}
      {loaded && <Result state={state} />}
    </>
  );
}

function Result({ state }: { readonly state: Loaded }): ReactNode {
  const { row, sitting, fulls, result, sameVersion } = state;
  return (
    <>
      <h2>{row.form.title}</h2>
      <p className={result.passed ? 'score allow' : 'score deny'}>
        <span aria-hidden="true">{result.passed ? '✓' : '✕'}</span>{' '}
        {words.scoreLine(result.points, result.max, result.percent)}
      </p>
      <p>
        {result.passed ? words.passed(percentToPass(row.form)) : words.failed(percentToPass(row.form))}{' '}
        {words.honest}
      </p>
      <p className="saved">{words.attemptLine(undefined, dateText(row.begun))}</p>
      {sitting.phase === 'expired' && <p className="room-note">{words.expiredHere}</p>}
      {sitting.clock.moved.length > 0 && <p className="room-note">{words.clockMoved}</p>}
      {!sameVersion && <p className="room-note">{words.resultOther}</p>}
      <nav aria-label={words.overview}>
        <ol className="overview">
          {result.scored.map(({ question, points }, i) => (
            <li key={question}>
              <a className={points > 0 ? 'allow' : 'deny'} href={`#question-${i + 1}`}>
                <span className="visually-hidden">{words.question} </span>
                {i + 1} <span aria-hidden="true">{points > 0 ? '✓' : '✕'}</span>
                <span className="visually-hidden">
                  : {points > 0 ? questionWords.right : questionWords.wrong}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <p className="actions">
        <a className="button" href={`/exam/${row.form.exam}/`}>
          {words.sitAgain}
        </a>
      </p>
      {fulls.map((full, i) => (
        <ResultQuestion
          key={full.id}
          attempt={row.id}
          number={i + 1}
          total={fulls.length}
          full={full}
          sitting={sitting}
          result={result}
        />
      ))}
      <Attempts exam={row.form.exam} but={row.id} />
    </>
  );
}
