// The score of an attempt in a list: its questions are asked again, so only a line that is shown has one.
import { useEffect, useState, type ReactNode } from 'react';
import { shownAt, type Sitting } from '#exam';
import type { AttemptRow } from '#store';
import { results as words } from '#strings';
import { questionsOf } from '#widgets/exam/paper.ts';
import { scored } from './scored.ts';

interface Props {
  readonly row: AttemptRow;
  readonly sitting: Sitting;
}

async function lineOf({ row, sitting }: Props): Promise<string> {
  const { shows, questions } = await questionsOf(row);
  if (!shownAt(shows, row.form.mode, 'end').score) return '';
  const { report } = await scored(sitting, questions);
  return words.scoreLine(report.scaled, report.raw, report.max);
}

export default function AttemptScore({ row, sitting }: Props): ReactNode {
  const [line, setLine] = useState('');
  useEffect(() => {
    let gone = false;
    lineOf({ row, sitting }).then(
      (next) => {
        if (!gone) setLine(next);
      },
      // The list stands without it, and its result says what did not arrive.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [row, sitting]);
  return <span>{line}</span>;
}
