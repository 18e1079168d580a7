// The exam room: the start, the questions, the review, the end. The quietest page.
import { useState, type ReactNode } from 'react';
import { markOf, timeLeft, type Form } from '#exam';
import { exam as words, site } from '#strings';
import { Answering } from './Answering.tsx';
import { clockText } from './time.ts';
import { useSitting, type Room } from './use-sitting.ts';

interface Props {
  readonly form: Form;
  readonly standfirst: string;
}

export default function ExamRoom({ form, standfirst }: Props): ReactNode {
  const room = useSitting(form);
  if (!room) return <p className="room-wait">{words.loading}</p>;
  const { phase } = room.run.sitting;
  const running = phase === 'answering' || phase === 'reviewing';
  if (running && room.found === undefined) return <Answering room={room} />;
  return (
    <main className="room-page" id="content">
      <p className="room-leave">
        <a href="/exam/">{words.leave}</a>
      </p>
      <h1>{form.title}</h1>
      {room.keeping.state === 'not-kept' && <p className="room-note">{site.notKept[room.keeping.why]}</p>}
      {phase === 'intro' && <Intro form={form} standfirst={standfirst} room={room} />}
      {running && <Found room={room} />}
      {(phase === 'submitted' || phase === 'expired') && <Closed room={room} />}
    </main>
  );
}

function Intro({ form, standfirst, room }: Props & { readonly room: Room }): ReactNode {
  const [timed, setTimed] = useState(true);
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
          room.begin(timed);
        }}
      >
        {words.start}
      </button>
      <Keys />
    </>
  );
}

export function Keys(): ReactNode {
  return (
    <details className="keys">
      <summary>{words.help}</summary>
      <dl>
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
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
            room.send({ type: 'submitted', at: Date.now() });
          }}
        >
          {words.giveUp}
        </button>
      </p>
    </section>
  );
}

function Closed({ room }: { readonly room: Room }): ReactNode {
  const expired = room.run.sitting.phase === 'expired';
  const away = room.found === 'expired-away';
  return (
    <section role="status">
      <h2>{expired ? words.expiredTitle : words.submittedTitle}</h2>
      <p>{expired ? (away ? words.expiredAway : words.expiredHere) : words.submitted}</p>
      <p className="actions">
        <a className="button first" href={`/exam/result/?attempt=${encodeURIComponent(room.attempt ?? '')}`}>
          {words.toResults}
        </a>
        <button type="button" className="button" onClick={room.fresh}>
          {words.sitAgain}
        </button>
      </p>
    </section>
  );
}
