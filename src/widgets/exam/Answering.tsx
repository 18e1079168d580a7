// One question, what it needs, nothing else. And the review before the end.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { markOf, timeLeft, type SittingEvent } from '#exam';
import { exam as words } from '#strings';
import { QuestionView, touched } from '#widgets/questions/QuestionView.tsx';
import { Clock } from './Clock.tsx';
import { Keys } from './ExamRoom.tsx';
import { commandOf } from './keys.ts';
import { Entries, Navigator } from './Navigator.tsx';
import { clockText } from './time.ts';
import type { Room, Saved } from './use-sitting.ts';

const SAVED: Readonly<Record<Saved, string>> = {
  saved: words.saved,
  saving: words.saving,
  'not-kept': words.notSaved,
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type === 'text')
  );
}

/** An event without its moment, which is added when it is sent. */
type Told = SittingEvent extends infer E ? (E extends SittingEvent ? Omit<E, 'at'> : never) : never;

export function Answering({ room }: { readonly room: Room }): ReactNode {
  const { sitting } = room.run;
  const { questions } = sitting.form;
  const [navigating, setNavigating] = useState(false);
  const [helping, setHelping] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const at = Math.max(
    0,
    questions.findIndex((question) => question.id === sitting.current),
  );
  const question = questions[at];
  const reviewing = sitting.phase === 'reviewing';
  const flagged = sitting.flagged.includes(sitting.current);
  const unanswered = questions.filter((one) => markOf(sitting, one) !== 'complete').length;
  const left = timeLeft(sitting, room.now);

  const tell = (event: Told): void => {
    room.send({ ...event, at: Date.now() });
  };
  const visit = (to: number): void => {
    const next = questions[to];
    if (!next) return;
    setNavigating(false);
    tell({ type: 'visited', question: next.id });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const review = (): void => {
    setNavigating(false);
    tell({ type: 'reviewed' });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const flag = (): void => {
    if (!question) return;
    tell({ type: flagged ? 'unflagged' : 'flagged', question: question.id });
    setSaid(flagged ? words.flagCleared : words.flagSet);
  };
  const strike = (option: string): void => {
    if (!question) return;
    const out = sitting.struck[question.id]?.includes(option) === true;
    tell({ type: out ? 'unstruck' : 'struck', question: question.id, option });
  };
  const sayTime = (): void => {
    setSaid(left === null ? words.noClock : words.timeLeft(clockText(left)));
  };

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (isTyping(event.target) || navigating || helping) return;
    const command = commandOf(event, reviewing ? 0 : (question?.options.length ?? 0));
    if (!command) return;
    event.preventDefault();
    if (command.do === 'choose') {
      const option = question?.options[command.option];
      if (!question || !option) return;
      const answer = sitting.answers[question.id] ?? [];
      const next = touched(question, answer, option.id);
      if (next !== answer) tell({ type: 'answered', question: question.id, answer: next });
    } else if (command.do === 'strike') {
      const focused = document.activeElement;
      if (focused instanceof HTMLInputElement) strike(focused.value);
    } else if (command.do === 'flag') flag();
    else if (command.do === 'next' && at + 1 < questions.length) visit(at + 1);
    else if (command.do === 'next') review();
    else if (command.do === 'previous') visit(reviewing ? questions.length - 1 : at - 1);
    else if (command.do === 'navigator') setNavigating(true);
    else if (command.do === 'review') review();
    else if (command.do === 'time') sayTime();
    else setHelping(true);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKey(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);

  return (
    <div className="room">
      <header className="room-bar">
        <strong>{sitting.form.title}</strong>
        <span className="saved" role="status">
          {SAVED[room.saved]}
        </span>
        <span className="room-right">
          <span>{reviewing ? words.reviewTitle : words.questionOf(at + 1, questions.length)}</span>
          {!reviewing && (
            <button type="button" className="button" aria-pressed={flagged} onClick={flag}>
              <span aria-hidden="true">⚑</span> {flagged ? words.unflag : words.flag}{' '}
              <small aria-hidden="true">F</small>
            </button>
          )}
          <Clock left={left} store={room.store} />
        </span>
      </header>
      <main className="room-main" id="content">
        {reviewing || !question ? (
          <ReviewScreen room={room} heading={heading} unanswered={unanswered} onVisit={visit} />
        ) : (
          <QuestionView
            key={question.id}
            question={question}
            answer={sitting.answers[question.id] ?? []}
            struck={sitting.struck[question.id] ?? []}
            onStrike={strike}
            onAnswer={(answer) => {
              tell({ type: 'answered', question: question.id, answer });
            }}
            heading={
              <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
                {words.questionHeading(at + 1, questions.length)}
              </h1>
            }
          />
        )}
      </main>
      <footer className="room-bar low">
        <button
          type="button"
          className="button"
          disabled={at === 0 && !reviewing}
          onClick={() => {
            visit(reviewing ? questions.length - 1 : at - 1);
          }}
        >
          <span aria-hidden="true">←</span> {words.previous}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setNavigating(true);
          }}
        >
          {words.navigator} <small aria-hidden="true">G</small>
        </button>
        <span className="saved">{words.counts(unanswered, sitting.flagged.length)}</span>
        <span className="room-right">
          {!reviewing && at + 1 < questions.length && (
            <button type="button" className="button" onClick={review}>
              {words.review} <small aria-hidden="true">R</small>
            </button>
          )}
          {!reviewing && (
            <button
              type="button"
              className="button first"
              onClick={() => {
                if (at + 1 < questions.length) visit(at + 1);
                else review();
              }}
            >
              {at + 1 < questions.length ? words.next : words.review} <span aria-hidden="true">→</span>
            </button>
          )}
        </span>
      </footer>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {navigating && (
        <Navigator
          sitting={sitting}
          onVisit={visit}
          onClose={() => {
            setNavigating(false);
          }}
        />
      )}
      {helping && (
        <Help
          onClose={() => {
            setHelping(false);
          }}
        />
      )}
    </div>
  );
}

function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('details')?.setAttribute('open', '');
  }, []);
  return (
    <dialog className="navigator" ref={dialog} aria-label={words.help} onClose={onClose}>
      <Keys />
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}

interface ReviewProps {
  readonly room: Room;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
  readonly unanswered: number;
  readonly onVisit: (to: number) => void;
}

function ReviewScreen({ room, heading, unanswered, onVisit }: ReviewProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const submit = (): void => {
    room.send({ type: 'submitted', at: Date.now() });
  };
  return (
    <section className="review">
      <h1 ref={heading} tabIndex={-1}>
        {words.reviewTitle}
      </h1>
      <p>{words.reviewText}</p>
      <Entries sitting={room.run.sitting} filter="all" onVisit={onVisit} />
      {asking && (
        <p className="room-note" role="alert">
          {words.confirm(unanswered)}
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            if (unanswered > 0 && !asking) setAsking(true);
            else submit();
          }}
        >
          {asking ? words.submitAnyway : words.submit}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onVisit(0);
          }}
        >
          {words.backToQuestions}
        </button>
      </p>
    </section>
  );
}
