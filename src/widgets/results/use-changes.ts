// Questions whose answer was changed, and how each answer would have come out: their worlds are asked after the page stands.
import { useEffect, useState } from 'react';
import { scoreFull } from '#course';
import { givenAnswers, type Answer } from '#exam';
import type { Facts } from './facts.ts';

export interface Changed {
  readonly id: string;
  readonly number: number;
  /** Was it right, answer by answer? */
  readonly right: readonly boolean[];
}

/** So many answers of a question are tried: the first and the latest. */
const MOST = 8;

function endsOf(answers: readonly Answer[]): readonly Answer[] {
  return answers.length <= MOST ? answers : [...answers.slice(0, 1), ...answers.slice(1 - MOST)];
}

/** @returns `undefined` until all of them were tried */
export function useChanges({ items, sitting, history }: Facts): readonly Changed[] | undefined {
  const [changes, setChanges] = useState<readonly Changed[]>();
  useEffect(() => {
    let gone = false;
    const given = givenAnswers(sitting.form.questions, history.events);
    const score = async (): Promise<readonly Changed[]> => {
      const changed: Changed[] = [];
      for (const { full, number } of items) {
        const answers = endsOf(given.get(full.id) ?? []);
        if (gone || answers.length < 2) continue;
        const points = await Promise.all(answers.map((answer) => scoreFull(full, answer)));
        changed.push({ id: full.id, number, right: points.map((one) => one.points >= one.max) });
      }
      return changed;
    };
    void score().then((found) => {
      if (!gone) setChanges(found);
    });
    return () => {
      gone = true;
    };
  }, [items, sitting, history]);
  return changes;
}
