// The room while a sitting runs: one question, what it needs, nothing else. Keys and buttons do the same.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { timeLeft, type Shows } from '#exam';
import { exam as words } from '#strings';
import { prepareViews, RoomQuestion } from './RoomQuestion.tsx';
import { LowBar, TopBar } from './Bars.tsx';
import { late } from './late.tsx';
import { Navigator } from './Navigator.tsx';
import { Notices } from './Notices.tsx';
import { Review } from './Review.tsx';
import { shownAfterEach } from './showing.ts';
import { clockText } from './time.ts';
import { Tools } from './Tools.tsx';
import { useDesk } from './use-desk.ts';
import { useKeys, useKeySwitch, type Act } from './use-keys.ts';
import { useReadToEnd } from './use-read-to-end.ts';
import type { Room } from './use-sitting.ts';

const EndDialog = late(async () => (await import('./aside.ts')).EndDialog);
const Menu = late(async () => (await import('./aside.ts')).Menu);
const Stopped = late(async () => (await import('./aside.ts')).Stopped);
const Feedback = late(
  async () => (await import('./Feedback.tsx')).default,
  <p role="status">{words.scoring}</p>,
);

/** So long after its beginning a sitting is quiet, and what it may want is fetched. */
const QUIET = 4000;

type Over = 'navigator' | 'menu' | 'end';

interface Props {
  readonly room: Room;
  readonly shows: Shows;
}

export function Answering({ room, shows }: Props): ReactNode {
  const desk = useDesk(room);
  const { sitting, question, isReviewing } = desk;
  const { phase, form, current: inView } = sitting;
  const [over, setOver] = useState<Over>();
  const [warned, setWarned] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  const low = useRef<HTMLDivElement>(null);
  const keys = useKeySwitch(room.store);
  const left = timeLeft(sitting, room.now);
  const stopped = phase === 'paused' || phase === 'break';
  const showing = shownAfterEach(shows, form.mode);
  const isFrozen = sitting.frozen.includes(inView);
  useEffect(() => {
    const timer = setTimeout(() => void import('./aside.ts').catch(() => undefined), QUIET);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    prepareViews(form.questions);
  }, [form]);
  // First to the top: where the page stood before says nothing of this question.
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [inView, isReviewing, isFrozen, stopped]);
  const end = useReadToEnd(main, low, inView);

  const close = (): void => {
    setOver(undefined);
  };
  const go = (to: number): void => {
    close();
    setWarned(false);
    desk.visit(to);
  };
  const review = (): void => {
    close();
    setWarned(false);
    desk.review();
  };
  const next = (): void => {
    if (isReviewing) return;
    if (end.isWarning()) setWarned(true);
    else if (desk.at === desk.last) review();
    else go(desk.at + 1);
  };
  const previous = (): void => {
    if (isReviewing) go(desk.last);
    else if (desk.at > 0) go(desk.at - 1);
  };
  const turn = { ...desk, visit: go, review };

  useKeys(keys.on && !stopped, main, (act) => {
    const acts: Readonly<Record<Act, () => void>> = {
      flag: desk.flag,
      next,
      previous,
      navigator: () => {
        setOver('navigator');
      },
      review,
      time: () => {
        desk.say(left === null ? words.noClock : words.timeLeft(clockText(left)));
      },
      help: () => {
        setOver('menu');
      },
    };
    acts[act]();
  });

  return (
    <div className="room">
      <TopBar
        sitting={sitting}
        {...(stopped ? {} : { desk })}
        left={left}
        saved={room.saved}
        store={room.store}
        keysOn={keys.on}
        onMenu={() => {
          setOver('menu');
        }}
      />
      <main className="room-main" id="content" ref={main}>
        <Notices room={room} />
        {stopped && <Stopped left={left} isBreak={phase === 'break'} onGoOn={room.goOn} />}
        {!stopped && (isReviewing || !question) && (
          <Review
            desk={turn}
            heading={heading}
            onEnd={() => {
              setOver('end');
            }}
          />
        )}
        {!stopped && !isReviewing && question && (
          <>
            <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
              {words.questionHeading(desk.at + 1, desk.last + 1)}
            </h1>
            {isFrozen && !showing && <p className="room-note">{words.frozen}</p>}
            {isFrozen && showing ? (
              <Feedback
                key={question.id}
                attempt={room.attempt ?? ''}
                number={desk.at + 1}
                asked={question}
                answer={sitting.answers[question.id]}
                shows={showing}
              />
            ) : (
              <RoomQuestion
                key={question.id}
                question={question}
                answer={sitting.answers[question.id]}
                struck={sitting.struck[question.id]}
                partHeading="h2"
                onStrike={desk.isOpen ? desk.strike : undefined}
                onAnswer={desk.isOpen ? desk.answer : undefined}
              />
            )}
            <Tools
              key={`tools of ${question.id}`}
              room={room}
              desk={desk}
              question={question}
              main={main}
              reveals={showing !== undefined && desk.isOpen}
              isRevealed={isFrozen && showing !== undefined}
            />
          </>
        )}
      </main>
      {!stopped && (
        <div className="room-foot" ref={low}>
          <p className="room-said" role="status">
            {desk.said}
          </p>
          {warned && (
            <div className="room-note" role="alert">
              <p>{words.notRead}</p>
              <button
                type="button"
                className="button"
                onClick={() => {
                  setWarned(false);
                  end.scroll();
                }}
              >
                {words.scrollOn}
              </button>
            </div>
          )}
          <LowBar
            desk={turn}
            keysOn={keys.on}
            onNext={next}
            onNavigate={() => {
              setOver('navigator');
            }}
            onEnd={() => {
              setOver('end');
            }}
          />
        </div>
      )}
      {over === 'navigator' && <Navigator sitting={sitting} onVisit={go} onClose={close} />}
      {over === 'menu' && (
        <Menu
          sitting={sitting}
          keys={keys}
          onClose={close}
          onEnd={() => {
            setOver('end');
          }}
          onPause={() => {
            close();
            room.send({ type: 'paused' });
          }}
          onBreak={() => {
            close();
            room.send({ type: 'break' });
          }}
        />
      )}
      {over === 'end' && (
        <EndDialog
          unanswered={desk.unanswered}
          onVisit={go}
          onClose={close}
          onEnd={() => {
            close();
            room.send({ type: 'submitted' });
          }}
        />
      )}
    </div>
  );
}
