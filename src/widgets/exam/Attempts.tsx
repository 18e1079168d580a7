// What somebody has sat on this machine: the open sitting first, then each attempt with its date and score.
import { useEffect, useState, type ReactNode } from 'react';
import { fold, isOpen, type Sitting } from '#exam';
import type { AttemptRow, History } from '#store';
import { exam as words } from '#strings';
import { late } from './late.tsx';
import { dateText } from './time.ts';

interface Attempt {
  readonly row: AttemptRow;
  readonly history: History;
  readonly sitting: Sitting;
}

/** @param exam one exam, or all of them */
export async function attemptsOf(exam: string | undefined): Promise<readonly Attempt[]> {
  const { openStore } = await import('#store');
  const store = await openStore();
  const rows = await store.attempts(exam);
  const attempts = await Promise.all(
    rows.map(async (row) => {
      const history = await store.history(row.id);
      return { row, history, sitting: fold(row.form, history.events).sitting };
    }),
  );
  return attempts.filter(({ sitting }) => sitting.phase !== 'intro');
}

export const resultAddress = (attempt: string): string =>
  `/exam/result/?attempt=${encodeURIComponent(attempt)}`;

const Nothing = (): ReactNode => null;
const AttemptScore = late(() =>
  import('#widgets/results/AttemptScore.tsx').then(
    (part) => part.default,
    () => Nothing,
  ),
);

/** So many are shown, and scored, before somebody asks for more. */
const AT_ONCE = 8;

interface Props {
  readonly exam?: string;
  /** One that is shown elsewhere on the page. */
  readonly but?: string;
}

export default function Attempts({ exam, but }: Props): ReactNode {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const [most, setMost] = useState(AT_ONCE);
  useEffect(() => {
    let gone = false;
    void attemptsOf(exam).then((found) => {
      if (!gone) setAttempts(found);
    });
    return () => {
      gone = true;
    };
  }, [exam]);
  const shown = attempts.filter(({ row }) => row.id !== but);
  const open = shown.filter(({ sitting }) => isOpen(sitting));
  const closed = shown.filter(({ sitting }) => !isOpen(sitting));
  return (
    <>
      {exam === undefined &&
        open.map(({ row }) => (
          <p className="room-note" key={row.id}>
            {words.openHere(row.form.title)} <a href={`/exam/${row.form.exam}/`}>{words.goOn}</a>
          </p>
        ))}
      {closed.length > 0 && (
        <section className="attempts">
          <h2>{but === undefined ? words.attempts : words.earlier}</h2>
          <ul>
            {closed.slice(0, most).map(({ row, sitting }) => (
              <li key={row.id}>
                <a href={resultAddress(row.id)}>
                  {words.attemptLine(exam === undefined ? row.form.title : undefined, dateText(row.begun))}
                </a>{' '}
                <AttemptScore row={row} sitting={sitting} />
              </li>
            ))}
          </ul>
          {closed.length > most && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setMost(most + AT_ONCE);
              }}
            >
              {words.moreAttempts(closed.length - most)}
            </button>
          )}
        </section>
      )}
    </>
  );
}
