// What befell the sitting and does not stop it: nothing is kept, the clock was set, time to read.
import { useState, type ReactNode } from 'react';
import { readingLeft } from '#exam';
import { exam as words, site } from '#strings';
import { clockText, spanText } from './time.ts';
import type { Room } from './use-sitting.ts';

export function Notices({ room }: { readonly room: Room }): ReactNode {
  const { sitting } = room.run;
  const { moved } = sitting.clock;
  const [read, setRead] = useState(moved.length);
  const last = moved.length > read ? moved.at(-1) : undefined;
  return (
    <>
      {room.keeping.state === 'not-kept' && (
        <p className="room-note" role="alert">
          {site.notKept[room.keeping.why]} {words.notKeptRoom}
        </p>
      )}
      {last && (
        <div className="room-note" role="alert">
          <p>{words.clockSet(spanText(Math.abs(last.by)), last.by > 0 ? 'forward' : 'back')}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setRead(moved.length);
            }}
          >
            {words.understood}
          </button>
        </div>
      )}
      {sitting.phase === 'reading' && (
        <div className="room-note">
          <p>{words.readingText(clockText(readingLeft(sitting, room.now)))}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              room.send({ type: 'ready' });
            }}
          >
            {words.startAnswering}
          </button>
        </div>
      )}
    </>
  );
}
