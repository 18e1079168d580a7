// What was sat before. What was met is known at once; what was missed is scored when somebody asks for it.
import { useEffect, useState } from 'react';
import { isOpen, type Bank, type Points, type Sitting } from '#exam';
import { attemptsOf } from '../Attempts.tsx';
import { servedQuestions } from '../paper.ts';
import { NO_PAST, pastOf, withScores, type Past, type Sat, type Scored } from './past.ts';

export interface PastState {
  readonly past: Past;
  readonly scored: boolean;
  readonly score: () => void;
}

export function usePast(bank: Bank): PastState {
  const [sat, setSat] = useState<readonly Sat[]>();
  const [past, setPast] = useState(NO_PAST);
  const [wanted, setWanted] = useState(false);
  const [scored, setScored] = useState(false);
  useEffect(() => {
    let gone = false;
    void attemptsOf(bank.exam).then((attempts) => {
      if (gone) return;
      const found = attempts.map(({ row, sitting }) => ({ begun: row.begun, sitting }));
      setSat(found);
      setPast(pastOf(bank, found));
    });
    return () => {
      gone = true;
    };
  }, [bank]);
  useEffect(() => {
    if (!wanted || !sat) return;
    let gone = false;
    void scoresOf(bank.exam, sat).then((known) => {
      if (gone) return;
      setPast(withScores(pastOf(bank, sat), bank, known));
      setScored(true);
    });
    return () => {
      gone = true;
    };
  }, [wanted, sat, bank]);
  return {
    past,
    scored,
    score: () => {
      setWanted(true);
    },
  };
}

async function scoresOf(exam: string, sat: readonly Sat[]): Promise<readonly Scored[]> {
  const closed = sat.filter(({ sitting }) => !isOpen(sitting));
  if (closed.length === 0) return [];
  const { scoreFull } = await import('#course');
  const { questions } = await servedQuestions(exam);
  const byId = new Map(questions.map((full) => [full.id, full]));
  const pointsIn = async (sitting: Sitting): Promise<Scored['points']> => {
    const points = new Map<string, Points>();
    for (const { id } of sitting.form.questions) {
      const full = byId.get(id);
      if (full) points.set(id, await scoreFull(full, sitting.answers[id]));
    }
    return points;
  };
  return Promise.all(closed.map(async ({ sitting }) => ({ sitting, points: await pointsIn(sitting) })));
}
