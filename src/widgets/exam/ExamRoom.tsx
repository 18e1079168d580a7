// The exam room: the start, the questions, the review, the end. The quietest page.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isOpen, type Form, type Terms } from '#exam';
import { exam as words, site } from '#strings';
import { Answering } from './Answering.tsx';
import { watchForAssistance } from './assisted.ts';
import Attempts from './Attempts.tsx';
import { Keys } from './KeyList.tsx';
import { paperOf, servedQuestions, type ResultData } from './paper.ts';
import { late } from './late.tsx';
import { Shut } from './Shut.tsx';
import type { About } from './start/about.ts';
import { Start, StartAbout } from './start/Start.tsx';
import { useKeySwitch } from './use-keys.ts';
import { useSitting, type Room } from './use-sitting.ts';

export default function ExamRoom({ about }: { readonly about: About }): ReactNode {
  const room = useSitting(about.exam);
  useEffect(watchForAssistance, []);
  if (room === 'opening') return <Opening about={about} />;
  if (room === 'shut')
    return (
      <main className="room-page" id="content">
        <h1>{about.title}</h1>
        <Shut says={words.roomShut} again={`/exam/${about.exam}/`} />
      </main>
    );
  const { sitting } = room.run;
  const isHere = room.owner === 'here' && !room.found && sitting.phase !== 'lapsed';
  if (isOpen(sitting) && isHere) return <Answering room={room} shows={about.shows} />;
  return <Outside about={about} room={room} />;
}

/** As the page is built: what the start says, before it is known whether a sitting is open. */
function Opening({ about }: { readonly about: About }): ReactNode {
  return (
    <main className="room-page wide" id="content">
      <Leave />
      <h1>{about.title}</h1>
      <div className="start">
        <StartAbout about={about} />
        <p role="status">{words.loading}</p>
      </div>
    </main>
  );
}

const Leave = (): ReactNode => (
  <p className="room-leave">
    <a href="/exam/">{words.leave}</a>
  </p>
);

const Closed = late(async () => (await import('./aside.ts')).Closed);
const Elsewhere = late(async () => (await import('./aside.ts')).Elsewhere);
const Found = late(async () => (await import('./aside.ts')).Found);
const Lapsed = late(async () => (await import('./aside.ts')).Lapsed);

interface OutsideProps {
  readonly about: About;
  readonly room: Room;
}

/** Before, after and around a sitting. */
function Outside({ about, room }: OutsideProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const { sitting } = room.run;
  const { phase } = sitting;
  const open = isOpen(sitting);
  const here = room.owner === 'here';
  return (
    <main className={phase === 'intro' ? 'room-page wide' : 'room-page'} id="content">
      <Leave />
      <h1 ref={title} tabIndex={-1}>
        {about.title}
      </h1>
      {room.keeping.state === 'not-kept' && <p className="room-note">{site.notKept[room.keeping.why]}</p>}
      {room.broken && <p className="room-note">{words.broken}</p>}
      {phase === 'intro' && <Entrance about={about} room={room} />}
      {open && !here && <Elsewhere room={room} />}
      {open && here && (phase === 'lapsed' ? <Lapsed room={room} /> : <Found room={room} />)}
      {(phase === 'submitted' || phase === 'expired') && (
        <Closed room={room} onFresh={() => title.current?.focus()} />
      )}
      {(open || phase === 'intro') && <Attempts exam={about.exam} />}
    </main>
  );
}

function Entrance({ about, room }: OutsideProps): ReactNode {
  const keys = useKeySwitch(room.store);
  const [served, setServed] = useState<ResultData>();
  useEffect(() => {
    // There before somebody has read this page: a start waits for nothing, and begins without them if need be.
    servedQuestions(about.exam).then(setServed, () => undefined);
  }, [about.exam]);
  const begin = (form: Form, terms: Terms): void => {
    room.begin(form, terms, paperOf(form, served));
  };
  return (
    <Start about={about} onStart={begin}>
      <Keys keys={keys} />
    </Start>
  );
}
