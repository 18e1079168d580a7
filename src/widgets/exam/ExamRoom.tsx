// The exam room: the start, the questions, the review, the end. The quietest page.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isOpen, markOf, termsOf, timeLeft, type Form } from '#exam';
import type { PaperRow } from '#store';
import { exam as words, site } from '#strings';
import { Answering } from './Answering.tsx';
import Attempts, { resultAddress } from './Attempts.tsx';
import { Keys } from './KeyList.tsx';
import { paperOf } from './paper.ts';
import { Shut } from './Shut.tsx';
import { clockText } from './time.ts';
import { useSitting, type Room } from './use-sitting.ts';

interface Props {
  readonly form: Form;
  readonly standfirst: string;
}

export default function ExamRoom({ form, standfirst }: Props): ReactNode {
  const room = useSitting(form);
  const title = useRef<HTMLHeadingElement>(null);
  if (room === 'opening') return <p className="room-wait">{words.loading}</p>;
  if (room === 'shut')
    return (
      <main className="room-page" id="content">
        <h1>{form.title}</h1>
        <Shut says={words.roomShut} again={`/exam/${form.exam}/`} />
      </main>
    );
  const { phase } = room.run.sitting;
  const running = isOpen(room.run.sitting);
  const here = room.owner === 'here';
  if (running && here && !room.found && phase !== 'lapsed') return <Answering room={room} />;
  return (
    <main className="room-page" id="content">
      <p className="room-leave">
        <a href="/exam/">{words.leave}</a>
      </p>
      <h1 ref={title} tabIndex={-1}>
        {form.title}
      </h1>
      {room.keeping.state === 'not-kept' && <p className="room-note">{site.notKept[room.keeping.why]}</p>}
      {phase === 'intro' && <Intro form={form} standfirst={standfirst} room={room} />}
      {running && !here && <Elsewhere room={room} />}
      {running && here && (phase === 'lapsed' ? <Lapsed room={room} /> : <Found room={room} />)}
      {(phase === 'submitted' || phase === 'expired') && (
        <Closed room={room} onFresh={() => title.current?.focus()} />
      )}
      {running || phase === 'intro' ? <Attempts exam={form.exam} /> : null}
    </main>
  );
}

function Intro({ form, standfirst, room }: Props & { readonly room: Room }): ReactNode {
  const [timed, setTimed] = useState(true);
  const [paper, setPaper] = useState<PaperRow>();
  useEffect(() => {
    // It is there before somebody has read this page: the start itself waits for nothing.
    void paperOf(form).then(setPaper);
  }, [form]);
  return (
    <>
      <p className="standfirst">{standfirst}</p>
      <h2>{words.introTitle}</h2>
      <ul>
        <li>{words.howMany(form.questions.length)}</li>
        <li>{words.blanks}</li>
        <li>{words.keptNote}</li>
      </ul>
      <fieldset className="modes">
        <legend>{words.mode}</legend>
        <label>
          <input
            type="radio"
            name="clock"
            checked={timed}
            onChange={() => {
              setTimed(true);
            }}
          />{' '}
          {words.timed(form.minutes)}
        </label>
        <label>
          <input
            type="radio"
            name="clock"
            checked={!timed}
            onChange={() => {
              setTimed(false);
            }}
          />{' '}
          {words.untimed}
        </label>
      </fieldset>
      <button
        type="button"
        className="button first"
        onClick={() => {
          room.begin(termsOf(form.minutes, timed ? 'strict' : 'untimed'), paper);
        }}
      >
        {words.start}
      </button>
      <Keys />
    </>
  );
}

function Found({ room }: { readonly room: Room }): ReactNode {
  const { sitting } = room.run;
  const { questions } = sitting.form;
  const answered = questions.filter((question) => markOf(sitting, question) === 'complete').length;
  const left = timeLeft(sitting, room.now);
  return (
    <section>
      <h2>{words.openTitle}</h2>
      <p>
        {words.openText(answered, questions.length)} {left !== null && words.openLeft(clockText(left))}
      </p>
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
    </section>
  );
}

/** The deadline passed while nobody was here. It ends when somebody has read so, and not before. */
function Lapsed({ room }: { readonly room: Room }): ReactNode {
  return (
    <section>
      <h2>{words.expiredTitle}</h2>
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
    </section>
  );
}

/** Another tab has it. */
function Elsewhere({ room }: { readonly room: Room }): ReactNode {
  return (
    <section>
      <h2>{words.openTitle}</h2>
      <p>{words.elsewhere}</p>
      <p className="actions">
        <button type="button" className="button first" onClick={() => void room.takeOver()}>
          {words.takeOver}
        </button>
      </p>
    </section>
  );
}

function Closed({ room, onFresh }: { readonly room: Room; readonly onFresh: () => void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const expired = room.run.sitting.phase === 'expired';
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {expired ? words.expiredTitle : words.submittedTitle}
      </h2>
      <p>{expired ? words.expiredHere : words.submitted}</p>
      <p className="actions">
        <a className="button first" href={resultAddress(room.attempt ?? '')}>
          {words.toResults}
        </a>
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
    </section>
  );
}
