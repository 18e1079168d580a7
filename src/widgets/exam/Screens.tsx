// What stands in place of the questions: a sitting that waits, one that another tab has, one that lapsed, one that ended.
import { useEffect, useRef, type ReactNode } from 'react';
import { markOf, timeLeft } from '#exam';
import { exam as words } from '#strings';
import { resultAddress } from './Attempts.tsx';
import { late } from './late.tsx';
import { clockText } from './time.ts';
import type { Room } from './use-sitting.ts';

interface Props {
  readonly room: Room;
}

interface ScreenProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Whoever comes to it by something that they did finds the focus on its title. */
function Screen({ title, children }: ScreenProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Progress({ room }: Props): ReactNode {
  const { sitting } = room.run;
  const { questions, code } = sitting.form;
  const answered = questions.filter((question) => markOf(sitting, question) === 'complete').length;
  const left = timeLeft(sitting, room.now);
  return (
    <p>
      {words.openText(answered, questions.length)} {left !== null && words.openLeft(clockText(left))}{' '}
      {code !== '' && words.openForm(code)}
    </p>
  );
}

/** Found open, after an absence. */
export function Found({ room }: Props): ReactNode {
  return (
    <Screen title={words.openTitle}>
      <Progress room={room} />
      <p className="actions">
        <button type="button" className="button first" onClick={room.goOn}>
          {words.goOn}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            room.send({ type: 'submitted' });
          }}
        >
          {words.giveUp}
        </button>
      </p>
    </Screen>
  );
}

/** Another tab has it. */
export function Elsewhere({ room }: Props): ReactNode {
  return (
    <Screen title={words.openTitle}>
      <p>{words.elsewhere}</p>
      <Progress room={room} />
      <p className="actions">
        <button type="button" className="button first" onClick={() => void room.takeOver()}>
          {words.takeOver}
        </button>
      </p>
    </Screen>
  );
}

/** The deadline passed while nobody was here. It ends when somebody has read so, and not before. */
export function Lapsed({ room }: Props): ReactNode {
  return (
    <Screen title={words.expiredTitle}>
      <p>{words.lapsed}</p>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            room.send({ type: 'expired' });
          }}
        >
          {words.endAtDeadline}
        </button>
        <button type="button" className="button" onClick={room.disputeClock}>
          {words.disputeClock}
        </button>
      </p>
    </Screen>
  );
}

const Results = late(
  async () => (await import('#widgets/results/Results.tsx')).default,
  <p role="status">{words.scoring}</p>,
);

/** Handed in, or over. A result that is not kept stands here: on another page it would be gone. */
export function Closed({ room, onFresh }: Props & { readonly onFresh: () => void }): ReactNode {
  const { attempt = '' } = room;
  const expired = room.run.sitting.phase === 'expired';
  const kept = room.saved !== 'not-kept';
  return (
    <Screen title={expired ? words.expiredTitle : words.submittedTitle}>
      <p>{expired ? words.expiredHere : words.submitted}</p>
      {!kept && <p className="room-note">{words.resultHereOnly}</p>}
      <p className="actions">
        {kept && (
          <a className="button first" href={resultAddress(attempt)}>
            {words.toResults}
          </a>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            room.fresh();
            onFresh();
          }}
        >
          {words.sitAgain}
        </button>
      </p>
      {!kept && (
        <div className="result">
          <Results attempt={attempt} />
        </div>
      )}
    </Screen>
  );
}
