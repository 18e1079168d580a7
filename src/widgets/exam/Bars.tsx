// The two bars of the exam room: where you are above, where you can go below.
import type { ReactNode } from 'react';
import type { Sitting } from '#exam';
import type { Store } from '#store';
import { exam as words } from '#strings';
import { Clock } from './Clock.tsx';
import type { Saved } from './room.ts';

const SAVED: Readonly<Record<Saved, string>> = {
  saved: words.saved,
  saving: words.saving,
  'not-kept': words.notSaved,
};

interface TopProps {
  readonly sitting: Sitting;
  readonly at: number;
  readonly left: number | null;
  readonly saved: Saved;
  readonly store: Store;
  readonly onFlag: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ sitting, at, left, saved, store, onFlag, onHelp }: TopProps): ReactNode {
  const reviewing = sitting.phase === 'reviewing';
  const flagged = sitting.flagged.includes(sitting.current);
  return (
    <header className="room-bar">
      <strong className="room-title">{sitting.form.title}</strong>
      <span className="saved" role="status">
        {SAVED[saved]}
      </span>
      <span className="room-right">
        <span>{reviewing ? words.reviewTitle : words.questionOf(at + 1, sitting.form.questions.length)}</span>
        {!reviewing && (
          <button type="button" className="button" aria-pressed={flagged} onClick={onFlag}>
            <span aria-hidden="true">⚑</span> {flagged ? words.unflag : words.flag}{' '}
            <small aria-hidden="true">F</small>
          </button>
        )}
        <Clock left={left} store={store} />
        <button type="button" className="button" onClick={onHelp}>
          {words.help} <small aria-hidden="true">?</small>
        </button>
        <a className="button" href="/exam/">
          {words.leaveShort}
        </a>
      </span>
    </header>
  );
}

interface LowProps {
  readonly sitting: Sitting;
  readonly at: number;
  readonly unanswered: number;
  readonly onVisit: (to: number) => void;
  readonly onNavigate: () => void;
  readonly onReview: () => void;
}

export function LowBar({ sitting, at, unanswered, onVisit, onNavigate, onReview }: LowProps): ReactNode {
  const reviewing = sitting.phase === 'reviewing';
  const last = sitting.form.questions.length - 1;
  const isLast = at === last;
  return (
    <footer className="room-bar low">
      <button
        type="button"
        className="button"
        disabled={at === 0 && !reviewing}
        onClick={() => {
          onVisit(reviewing ? last : at - 1);
        }}
      >
        <span aria-hidden="true">←</span> {words.previous}
      </button>
      <button type="button" className="button" onClick={onNavigate}>
        {words.navigator} <small aria-hidden="true">G</small>
      </button>
      <span className="saved">{words.counts(unanswered, sitting.flagged.length)}</span>
      <span className="room-right">
        {!reviewing && !isLast && (
          <button type="button" className="button" onClick={onReview}>
            {words.review} <small aria-hidden="true">R</small>
          </button>
        )}
        {!reviewing && (
          <button
            type="button"
            className="button first"
            onClick={() => {
              if (isLast) onReview();
              else onVisit(at + 1);
            }}
          >
            {isLast ? words.review : words.next} <span aria-hidden="true">→</span>
          </button>
        )}
      </span>
    </footer>
  );
}
