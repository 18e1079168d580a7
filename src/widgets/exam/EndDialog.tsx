// Before the end: which questions would be handed in without an answer.
import type { ReactNode } from 'react';
import { exam as words } from '#strings';
import { Dialog } from './Dialog.tsx';

interface Props {
  /** Places of questions, from 0. */
  readonly unanswered: readonly number[];
  readonly onVisit: (to: number) => void;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

export function EndDialog({ unanswered, onVisit, onEnd, onClose }: Props): ReactNode {
  const whole = unanswered.length === 0;
  return (
    <Dialog
      title={words.endTitle}
      closing={words.notYet}
      onClose={onClose}
      act={
        <button type="button" className="button first" onClick={onEnd}>
          {whole ? words.submitNow : words.submitAnyway}
        </button>
      }
    >
      <p role="alert">{whole ? words.allAnswered : words.confirm(unanswered.length)}</p>
      {!whole && (
        <ol className="places" aria-label={words.filters.open}>
          {unanswered.map((i) => (
            <li key={i}>
              <button
                type="button"
                className="button"
                aria-label={words.goToQuestion(i + 1)}
                onClick={() => {
                  onVisit(i);
                }}
              >
                {i + 1}
              </button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
