// The terminal itself: what was typed and answered, and the line that is being typed.
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CallEvent } from '#cloud';
import { terminal as words } from '#strings';
import { isTable, refusedIn, shownText, type Entry } from './entries.ts';
import type { Line } from './use-line.ts';

interface Props {
  readonly entries: readonly Entry[];
  readonly prompt: string;
  readonly line: Line;
  readonly running: boolean;
  /** Answers are read aloud as they come. */
  readonly announces: boolean;
  readonly size: number;
  readonly onStop: () => void;
  /** Absent where nobody explains a refusal, as in an exam. */
  readonly onWhy?: ((event: CallEvent) => void) | undefined;
}

export function Screen({ entries, prompt, line, running, announces, size, onStop, onWhy }: Props): ReactNode {
  const end = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [leaves, setLeaves] = useState(false);
  // The button that was pressed is gone: whoever pressed it goes on here, unless they are elsewhere by now.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries.length, line.text, line.options.length]);
  useEffect(() => {
    const at = line.caret;
    if (at !== undefined && field.current) field.current.setSelectionRange(at, at);
  }, [line.caret, line.text]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { key, ctrlKey, shiftKey, currentTarget: at } = event;
    const done = (): void => {
      event.preventDefault();
    };
    setLeaves(key === 'Escape');
    if (ctrlKey && key === 'c' && at.selectionStart === at.selectionEnd) {
      done();
      if (running) onStop();
      else line.drop();
    } else if (running) {
      if (key === 'Enter') done();
    } else if (ctrlKey && key === 'l') {
      done();
      line.clear();
    } else if (ctrlKey && key === 'r') {
      done();
      line.search();
    } else if (key === 'Enter' && !shiftKey) {
      done();
      void line.enter();
    } else if (key === 'Tab' && !shiftKey && !leaves && line.text.trim() !== '') {
      done();
      void line.complete(at.selectionStart);
    } else if (key === 'ArrowUp' && !at.value.slice(0, at.selectionStart).includes('\n')) {
      done();
      line.step(-1);
    } else if (key === 'ArrowDown' && !at.value.slice(at.selectionStart).includes('\n')) {
      done();
      line.step(1);
    } else if (key === 'Escape') line.settle();
  };

  return (
    <div
      className={`screen size-${size}`}
      role="group"
      aria-label={words.screen}
      onClick={() => {
        if (getSelection()?.isCollapsed !== false) field.current?.focus({ preventScroll: true });
      }}
    >
      <div
        className="scroll"
        tabIndex={0}
        role="log"
        aria-label={words.log}
        aria-live={announces ? 'polite' : 'off'}
      >
        {entries.map((entry, i) => (
          <Shown key={i} entry={entry} onWhy={onWhy} />
        ))}
        <div className="typing">
          <span className="prompt">{line.searching === undefined ? prompt : `${words.search}: `}</span>
          <textarea
            ref={field}
            rows={line.text.split('\n').length}
            value={line.text}
            aria-label={line.searching === undefined ? words.input : words.search}
            aria-describedby="terminal-keys"
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            readOnly={running}
            onChange={(event) => {
              line.type(event.currentTarget.value);
            }}
            onKeyDown={press}
          />
        </div>
        {line.found !== undefined && (
          <p className="found">{line.found === '' ? words.noMatch : line.found}</p>
        )}
        {line.options.length > 0 && (
          <div className="options" role="status">
            <span className="visually-hidden">{words.options(line.options.length)}: </span>
            {line.options.map((option) => (
              <span key={option}>{option}</span>
            ))}
          </div>
        )}
        {running && (
          <p className="running">
            {words.running}{' '}
            <button type="button" className="link" onClick={onStop}>
              {words.stop}
            </button>
          </p>
        )}
        <div ref={end} />
      </div>
    </div>
  );
}

function Shown({ entry, onWhy }: { readonly entry: Entry; readonly onWhy: Props['onWhy'] }): ReactNode {
  const { prompt, line, answered } = entry;
  const refused = refusedIn(answered);
  return (
    <div className="entry">
      <p className="typed">
        <span className="prompt">{prompt}</span>
        {shownText(line, words.leftOut)}
      </p>
      {answered.chunks.map(({ stream, text }, i) => (
        <pre key={i} className={stream} {...(isTable(text) && { 'data-table': '', tabIndex: 0 })}>
          {shownText(text.replace(/\n$/, ''), words.leftOut)}
        </pre>
      ))}
      {refused && onWhy && (
        <button
          type="button"
          className="link why"
          aria-label={words.whyOf(refused.operation)}
          onClick={() => {
            onWhy(refused);
          }}
        >
          {words.why}
        </button>
      )}
    </div>
  );
}
