// The room while a sitting runs: one question, what it needs, nothing else. Keys and buttons send the same events.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { markOf, timeLeft, type Answer, type Asked } from '#exam';
import { exam as words } from '#strings';
import { QuestionView } from '#widgets/questions/QuestionView.tsx';
import { chosenIn } from '#widgets/questions/views/chosen.ts';
import { LowBar, TopBar } from './Bars.tsx';
import { commandOf } from './keys.ts';
import { Help } from './KeyList.tsx';
import { Navigator } from './Navigator.tsx';
import { Review } from './Review.tsx';
import { clockText } from './time.ts';
import type { Room } from './use-sitting.ts';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type === 'text')
  );
}

const optionsOf = (question: Asked): number => ('options' in question ? question.options.length : 0);

export function Answering({ room }: { readonly room: Room }): ReactNode {
  const { sitting } = room.run;
  const { questions } = sitting.form;
  const [navigating, setNavigating] = useState(false);
  const [helping, setHelping] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const at = Math.max(
    0,
    questions.findIndex((question) => question.id === sitting.current),
  );
  const question = questions[at];
  const reviewing = sitting.phase === 'reviewing';
  const flagged = sitting.flagged.includes(sitting.current);
  const unanswered = questions.filter((one) => markOf(sitting, one) !== 'complete').length;
  const left = timeLeft(sitting, room.now);

  const visit = (to: number): void => {
    const next = questions[to];
    if (!next) return;
    setNavigating(false);
    room.send({ type: 'visited', question: next.id });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const review = (): void => {
    setNavigating(false);
    room.send({ type: 'reviewed' });
    requestAnimationFrame(() => heading.current?.focus());
  };
  const flag = (): void => {
    if (!question) return;
    room.send({ type: flagged ? 'unflagged' : 'flagged', question: question.id });
    setSaid(flagged ? words.flagCleared : words.flagSet);
  };
  const struck = question ? (sitting.struck[question.id] ?? []) : [];
  const given = question && sitting.answers[question.id];
  const chosen = chosenIn(given);
  /** What is chosen is not struck out, and what is struck out is not chosen. */
  const answer = (next: Answer): void => {
    if (!question) return;
    room.send({ type: 'answered', question: question.id, answer: next });
    for (const option of chosenIn(next).filter((id) => struck.includes(id)))
      room.send({ type: 'unstruck', question: question.id, option });
  };
  const strike = (option: string): void => {
    if (!question) return;
    const out = struck.includes(option);
    room.send({ type: out ? 'unstruck' : 'struck', question: question.id, option });
    if (!out && chosen.includes(option))
      room.send({ type: 'answered', question: question.id, answer: chosen.filter((id) => id !== option) });
  };
  const sayTime = (): void => {
    setSaid(left === null ? words.noClock : words.timeLeft(clockText(left)));
  };

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (isTyping(event.target) || navigating || helping) return;
    const command = commandOf(event, reviewing || !question ? 0 : optionsOf(question));
    if (!command) return;
    event.preventDefault();
    if (command.do === 'choose') {
      // A letter does what a click does, and says what a click says.
      const option = main.current?.querySelectorAll<HTMLInputElement>('fieldset input')[command.option];
      option?.focus();
      option?.click();
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
      <TopBar
        sitting={sitting}
        at={at}
        left={left}
        saved={room.saved}
        store={room.store}
        onFlag={flag}
        onHelp={() => {
          setHelping(true);
        }}
      />
      <main className="room-main" id="content" ref={main}>
        {reviewing || !question ? (
          <Review room={room} heading={heading} unanswered={unanswered} onVisit={visit} />
        ) : (
          <QuestionView
            key={question.id}
            question={question}
            answer={given}
            struck={struck}
            partHeading="h2"
            onStrike={strike}
            onAnswer={answer}
            heading={
              <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
                {words.questionHeading(at + 1, questions.length)}
              </h1>
            }
          />
        )}
      </main>
      <LowBar
        sitting={sitting}
        at={at}
        unanswered={unanswered}
        onVisit={visit}
        onReview={review}
        onNavigate={() => {
          setNavigating(true);
        }}
      />
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
