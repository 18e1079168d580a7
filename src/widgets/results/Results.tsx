// The result of an attempt: found, scored by asking each question's world, and shown as far as its exam allows.
import { useEffect, useState, type ReactNode } from 'react';
import { isOpen, shownAt } from '#exam';
import { exam as words } from '#strings';
import Attempts, { attemptsOf } from '#widgets/exam/Attempts.tsx';
import { questionsOf } from '#widgets/exam/paper.ts';
import { Shut } from '#widgets/exam/Shut.tsx';
import type { Facts } from './facts.ts';
import { Result } from './Result.tsx';
import { scored } from './scored.ts';

type State = Facts | 'scoring' | 'missing' | 'none' | 'shut' | { readonly openAt: string };

/** @param id the attempt that the address names; without one, the latest that is closed */
async function load(id: string | null): Promise<State> {
  const attempts = await attemptsOf(undefined);
  const closed = attempts.filter(({ sitting }) => !isOpen(sitting));
  const found = id === null ? (closed[0] ?? attempts[0]) : attempts.find(({ row }) => row.id === id);
  if (!found) return id === null ? 'none' : 'missing';
  const { row, sitting, history } = found;
  if (isOpen(sitting)) return { openAt: `/exam/${row.form.exam}/` };
  const data = await questionsOf(row);
  return {
    ...{ row, sitting, history, data },
    ...(await scored(sitting, data.questions)),
    visible: shownAt(data.shows, row.form.mode, 'end'),
  };
}

const named = (): string | null => new URLSearchParams(location.search).get('attempt');

interface Props {
  /** One that this page alone has; otherwise the address names it. */
  readonly attempt?: string;
}

export default function Results({ attempt }: Props): ReactNode {
  const [state, setState] = useState<State>('scoring');
  useEffect(() => {
    if (state !== 'scoring') return;
    load(attempt ?? named()).then(setState, () => {
      setState('shut');
    });
  }, [attempt, state]);
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
      {state === 'shut' && (
        <Shut
          says={words.resultShut}
          again={
            attempt === undefined
              ? `/exam/result/${location.search}`
              : () => {
                  setState('scoring');
                }
          }
        />
      )}
      {loaded && <Result facts={state} />}
    </>
  );
}
