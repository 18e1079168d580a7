// The two bars of the exam room: where you are above, where you can go below.
import type { ReactNode } from 'react';
import type { Sitting } from '#exam';
import type { Store } from '#store';
import { exam as words } from '#strings';
import { Clock } from './Clock.tsx';
import type { Saved } from './room.ts';
import type { Desk } from './use-desk.ts';

const SAVED: Readonly<Record<Saved, string>> = {
  saved: words.saved,
  saving: words.saving,
  'not-kept': words.notSaved,
};

interface TopProps {
  readonly sitting: Sitting;
  /** Absent while nobody sits at it. */
  readonly desk?: Desk;
  readonly left: number | null;
  readonly saved: Saved;
  readonly store: Store;
  readonly keysOn: boolean;
  readonly onMenu: () => void;
}

export function TopBar({ sitting, desk, left, saved, store, keysOn, onMenu }: TopProps): ReactNode {
  return (
    <header className="room-bar">
      <strong className="room-title">{sitting.form.title}</strong>
      <span className="saved">{SAVED[saved]}</span>
      <span className="room-right">
        {desk && <Where desk={desk} keysOn={keysOn} />}
        <Clock left={left} store={store} quiet={sitting.terms?.hidden ?? false} />
        <button type="button" className="button" aria-haspopup="dialog" onClick={onMenu}>
          {words.menu}
        </button>
      </span>
    </header>
  );
}

function Where({ desk, keysOn }: { readonly desk: Desk; readonly keysOn: boolean }): ReactNode {
  if (desk.isReviewing) return <span>{words.reviewTitle}</span>;
  return (
    <>
      <span>{words.questionOf(desk.at + 1, desk.last + 1)}</span>
      <button type="button" className="button" aria-pressed={desk.isFlagged} onClick={desk.flag}>
        <span aria-hidden="true">⚑</span> {desk.isFlagged ? words.unflag : words.flag}
        <Key of="F" on={keysOn} />
      </button>
    </>
  );
}

/** The key of a button, while it does something. */
function Key({ of, on }: { readonly of: string; readonly on: boolean }): ReactNode {
  return on && <small aria-hidden="true">{of}</small>;
}

interface LowProps {
  readonly desk: Desk;
  readonly keysOn: boolean;
  readonly onNext: () => void;
  readonly onNavigate: () => void;
  readonly onEnd: () => void;
}

export function LowBar({ desk, keysOn, onNext, onNavigate, onEnd }: LowProps): ReactNode {
  const { at, last, isReviewing, sitting, unanswered } = desk;
  const isLast = at === last;
  return (
    <footer className="room-bar low">
      <button
        type="button"
        className="button"
        disabled={at === 0 && !isReviewing}
        onClick={() => {
          desk.visit(isReviewing ? last : at - 1);
        }}
      >
        <span aria-hidden="true">←</span> {words.previous}
      </button>
      <button type="button" className="button" aria-haspopup="dialog" onClick={onNavigate}>
        {words.navigator} <Key of="G" on={keysOn} />
      </button>
      {!isReviewing && !isLast && (
        <button type="button" className="button" onClick={desk.review}>
          {words.review} <Key of="R" on={keysOn} />
        </button>
      )}
      {!isReviewing && sitting.phase !== 'reading' && (
        <button type="button" className="button end" aria-haspopup="dialog" onClick={onEnd}>
          {words.submit}
        </button>
      )}
      <span className="saved">{words.counts(unanswered.length, sitting.flagged.length)}</span>
      <span className="room-right">
        {!isReviewing && (
          <button type="button" className="button first" onClick={onNext}>
            {isLast ? words.review : words.next} <span aria-hidden="true">→</span>
          </button>
        )}
      </span>
    </footer>
  );
}
