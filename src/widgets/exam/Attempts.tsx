// What somebody has sat on this machine: the open sitting first, then each attempt with its date and score.
import { useEffect, useState, type ReactNode } from 'react';
import { fold, isOpen, shownAt, type Sitting } from '#exam';
import type { AttemptRow, History } from '#store';
import { exam as words, results } from '#strings';
import { questionsOf } from './paper.ts';
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

interface Props {
  readonly exam?: string;
  /** One that is shown elsewhere on the page. */
  readonly but?: string;
}

export default function Attempts({ exam, but }: Props): ReactNode {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const [scores, setScores] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    let gone = false;
    const isGone = (): boolean => gone;
    void attemptsOf(exam).then(async (found) => {
      if (isGone()) return;
      setAttempts(found);
      const closed = found.filter(({ sitting }) => !isOpen(sitting));
      if (closed.length === 0) return;
      const { scored } = await import('#widgets/results/scored.ts');
      for (const { row, sitting } of closed) {
        const data = await questionsOf(row);
        const { report } = await scored(sitting, data.questions);
        if (isGone()) return;
        setScores((known) => ({
          ...known,
          [row.id]: shownAt(data.shows, row.form.mode, 'end').score
            ? results.scoreLine(report.scaled, report.raw, report.max)
            : '',
        }));
      }
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
            {closed.map(({ row }) => (
              <li key={row.id}>
                <a href={resultAddress(row.id)}>
                  {words.attemptLine(exam === undefined ? row.form.title : undefined, dateText(row.begun))}
                </a>{' '}
                <span>{scores[row.id]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
