// What can be done at the desk of an open sitting. Keys and buttons do the same.
import { useEffect, useState } from 'react';
import { markOf, type Answer, type Asked, type Sitting } from '#exam';
import { exam as words } from '#strings';
import { answerWithout, chosenOptions } from '#widgets/questions/views/striking.ts';
import type { Room } from './use-sitting.ts';

export interface Desk {
  readonly sitting: Sitting;
  /** The place of the question in view, from 0. */
  readonly at: number;
  readonly question: Asked | undefined;
  readonly last: number;
  readonly isReviewing: boolean;
  readonly isFlagged: boolean;
  /** It can be answered now. */
  readonly isOpen: boolean;
  /** Places of the questions without a complete answer. */
  readonly unanswered: readonly number[];
  readonly visit: (to: number) => void;
  readonly review: () => void;
  readonly flag: () => void;
  readonly answer: (answer: Answer) => void;
  readonly strike: (option: string) => void;
  /** What was told last; it is gone after a while. */
  readonly said: string;
  readonly say: (text: string) => void;
}

/** How long something told stays to be read. */
const TOLD = 5000;

export function useDesk({ run: { sitting }, send }: Room): Desk {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => {
      say('');
    }, TOLD);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  const { questions } = sitting.form;
  const at = Math.max(
    0,
    questions.findIndex(({ id }) => id === sitting.current),
  );
  const question = questions[at];
  const id = sitting.current;
  const isFlagged = sitting.flagged.includes(id);
  const struck = sitting.struck[id] ?? [];
  return {
    sitting,
    at,
    question,
    last: questions.length - 1,
    isReviewing: sitting.phase === 'reviewing',
    isFlagged,
    isOpen: sitting.phase === 'answering' && !sitting.frozen.includes(id),
    unanswered: questions.flatMap((one, i) => (markOf(sitting, one) === 'complete' ? [] : [i])),
    visit: (to) => {
      const next = questions[to];
      if (next) send({ type: 'visited', question: next.id });
    },
    review: () => {
      send({ type: 'reviewed' });
    },
    flag: () => {
      if (sitting.phase === 'reviewing') return;
      send({ type: isFlagged ? 'unflagged' : 'flagged', question: id });
      say(isFlagged ? words.flagCleared : words.flagSet);
    },
    /** What is chosen is not struck out, and what is struck out is not chosen. */
    answer: (answer) => {
      send({ type: 'answered', question: id, answer });
      const chosen = question ? chosenOptions(question, answer) : [];
      for (const option of chosen.filter((one) => struck.includes(one)))
        send({ type: 'unstruck', question: id, option });
    },
    strike: (option) => {
      if (!question) return;
      const out = struck.includes(option);
      const given = sitting.answers[id];
      const chosen = !out && chosenOptions(question, given).includes(option);
      const left = chosen ? answerWithout(question, given, option) : undefined;
      if (chosen && left === undefined) {
        say(words.chosenStays);
        return;
      }
      send({ type: out ? 'unstruck' : 'struck', question: id, option });
      if (left !== undefined) send({ type: 'answered', question: id, answer: left });
    },
    said,
    say,
  };
}
