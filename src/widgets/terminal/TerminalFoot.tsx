// The foot of a terminal: the ways back, hints, the views of the world, the world's clock.
import { useState, type ReactNode } from 'react';
import type { TerminalLab } from '#course/terminal';
import { terminal as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { clockOf } from './clock.ts';
import type { Room } from './use-session.ts';

interface Props {
  readonly lab: TerminalLab;
  readonly room: Room;
  readonly shows: 'world' | 'events' | undefined;
  readonly onShow: (shows: 'world' | 'events' | undefined) => void;
}

export function TerminalFoot({ lab, room, shows, onShow }: Props): ReactNode {
  const [hints, setHints] = useState(0);
  const [solution, setSolution] = useState(false);
  const [said, setSaid] = useState('');
  const { undo, redo, running, lines, cloud } = room;
  const toggle = (view: 'world' | 'events', text: string): ReactNode => (
    <button
      type="button"
      className="button"
      aria-pressed={shows === view}
      onClick={() => {
        onShow(shows === view ? undefined : view);
      }}
    >
      {text}
    </button>
  );
  return (
    <>
      {hints > 0 && (
        <ol className="hints" aria-label={words.hints}>
          {lab.hints.slice(0, hints).map((hint) => (
            <li key={hint}>
              <Inline text={hint} />
            </li>
          ))}
        </ol>
      )}
      {solution && <pre className="solution">{lab.solution.trim()}</pre>}
      <div className="foot">
        <span className="terminal-actions">
          <button
            type="button"
            className="button"
            disabled={!undo}
            onClick={() => {
              setSaid(words.undone(lines.at(-1) ?? ''));
              undo?.();
            }}
          >
            {words.undo}
          </button>
          <button type="button" className="button" disabled={!redo} onClick={redo}>
            {words.redo}
          </button>
          {lab.hints.length > hints && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setHints(hints + 1);
              }}
            >
              {words.hint(hints + 1, lab.hints.length)}
            </button>
          )}
          {lab.hints.length > 0 && hints === lab.hints.length && !solution && (
            <button
              type="button"
              className="button"
              onClick={() => {
                setSolution(true);
              }}
            >
              {words.solution}
            </button>
          )}
          {toggle('world', words.world)}
          {toggle('events', words.events)}
          <button
            type="button"
            className="button"
            disabled={running || lines.length === 0}
            onClick={() => {
              setSaid(words.resetDone);
              room.reset();
            }}
          >
            {words.reset}
          </button>
        </span>
        <span className="terminal-clock">
          <label>
            <span className="visually-hidden">{words.pass}</span>
            <select
              value=""
              disabled={running}
              onChange={(event) => {
                room.run(`sleep ${event.currentTarget.value}`);
              }}
            >
              <option value="">{words.pass}</option>
              {words.passes.map(({ seconds, text }) => (
                <option key={seconds} value={seconds}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          {words.clock(clockOf(cloud.time))}
        </span>
        <span className="copied" role="status">
          {said}
        </span>
      </div>
    </>
  );
}
