// The clock of a room, large: for everybody to see and for nobody to hear.
import { useEffect, useState, type ReactNode } from 'react';
import { workshop as words } from '#strings';
import { clockText } from '#widgets/exam/time.ts';
import { add, isRunning, leftAt, pause, setTo, start, type RoomClock as Clock } from './room-clock.ts';

export function RoomClock({ minutes }: { readonly minutes: number }): ReactNode {
  const [wanted, setWanted] = useState(minutes);
  const [exam, setExam] = useState(minutes);
  const [clock, setClock] = useState<Clock>(() => setTo(minutes));
  const [now, setNow] = useState(0);
  const running = isRunning(clock);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      setNow(performance.now());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [running]);
  const set = (to: number): void => {
    setWanted(to);
    setClock(setTo(to));
  };
  // Another exam was chosen: its minutes, unless the clock is in use.
  if (exam !== minutes) {
    setExam(minutes);
    if (!running) set(minutes);
  }
  const change = (how: (clock: Clock, now: number) => Clock): void => {
    const at = performance.now();
    setNow(at);
    setClock(how(clock, at));
  };
  const left = leftAt(clock, now);
  const untouched = !running && left === wanted * 60_000;
  return (
    <section>
      <h2>{words.clockTitle}</h2>
      <p className={left === 0 ? 'wall-clock over' : 'wall-clock'}>
        <span role="timer" aria-live="off">
          {clockText(left)}
        </span>
        {left === 0 && <strong>{words.over}</strong>}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button first"
          disabled={left === 0}
          onClick={() => {
            change(running ? pause : start);
          }}
        >
          {running ? words.pause : untouched ? words.start : words.goOn}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            change((one, at) => add(one, 5, at));
          }}
        >
          {words.more}
        </button>
        <button
          type="button"
          className="button"
          disabled={running}
          onClick={() => {
            set(wanted);
          }}
        >
          {words.reset}
        </button>
        <label className="inline">
          {words.minutes}{' '}
          <input
            type="number"
            min={1}
            max={600}
            value={wanted}
            disabled={running}
            onChange={(event) => {
              const to = event.target.valueAsNumber;
              if (Number.isInteger(to) && to >= 1 && to <= 600) set(to);
            }}
          />
        </label>
      </p>
      <p>
        <small>{words.clockNote}</small>
      </p>
    </section>
  );
}
