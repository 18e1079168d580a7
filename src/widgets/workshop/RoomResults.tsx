// Results of a room, out of the files that people hand in: chosen or dropped, many at once. Kept until the page closes.
import { useRef, useState, type ReactNode } from 'react';
import { roomsOf } from '#exam';
import { workshop as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { EMPTY_ROOM, readFiles, type Room } from './read-files.ts';
import { RoomTable } from './RoomTable.tsx';

export function RoomResults(): ReactNode {
  const [room, setRoom] = useState<Room>(EMPTY_ROOM);
  const [over, setOver] = useState(false);
  const said = useRef<HTMLDivElement>(null);
  const read = (files: FileList | null): void => {
    const handed = [...(files ?? [])].map((file) => ({ name: file.name, text: () => file.text() }));
    void readFiles(room, handed).then(setRoom);
  };
  return (
    <section>
      <h2>{words.filesTitle}</h2>
      <p>{words.filesNote}</p>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          read(event.dataTransfer.files);
        }}
      >
        <label className="button first file">
          {words.choose}
          <input
            className="visually-hidden"
            type="file"
            multiple
            accept="application/json,.json"
            onChange={(event) => {
              read(event.target.files);
              // The same file may be chosen again.
              event.target.value = '';
            }}
          />
        </label>
        <span>{words.drop}</span>
      </div>
      <div role="status" ref={said} tabIndex={-1}>
        {room.results.length > 0 && (
          <p>
            {words.read(room.results.length)} {room.again > 0 && words.again(room.again)}
          </p>
        )}
        <ul className="file-faults">
          {room.faults.map(({ name, fault }, i) => (
            <li key={i} className="error">
              <Inline text={words.fault(name, words.fileFaults[fault])} />
            </li>
          ))}
        </ul>
      </div>
      {roomsOf(room.results).map((sat) => (
        <RoomTable key={`${sat.exam} ${sat.code} ${sat.bank}`} sat={sat} />
      ))}
      {room.results.length > 0 && (
        <p className="actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              setRoom(EMPTY_ROOM);
              said.current?.focus();
            }}
          >
            {words.clear}
          </button>
        </p>
      )}
    </section>
  );
}
