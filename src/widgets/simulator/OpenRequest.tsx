// Opening what somebody else wrote: a file, the clipboard, or a text that is pasted. What cannot be read is said with its place.
import { useId, useState, type ReactNode } from 'react';
import { sandbox, sandboxDrawers as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { faultText } from './fault-text.ts';
import { readLine } from './read-line.ts';
import { BLANK } from './starters.ts';
import type { Situation } from './situation.ts';

interface Props {
  readonly situation: Situation | undefined;
  readonly onOpen: (situation: Situation) => void;
}

const LARGEST = 4_000_000;

export default function OpenRequest({ situation, onOpen }: Props): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState(false);
  const say = (sentence: string, isWrong: boolean): void => {
    setSaid(sentence);
    setWrong(isWrong);
  };
  const open = (given: string): void => {
    const opened = readLine(given, situation ?? BLANK, (layer) => sandbox.firstNames[layer]);
    if ('fault' in opened) {
      say(faultText(opened.fault, given), true);
      return;
    }
    say(opened.policies ? words.openedWhole(opened.situation.papers.length) : words.openedRequest, false);
    onOpen(opened.situation);
  };
  const openFile = async (file: File): Promise<void> => {
    if (file.size > LARGEST) say(words.tooLarge, true);
    else open(await file.text());
  };
  const paste = async (): Promise<void> => {
    try {
      const given = await navigator.clipboard.readText();
      if (given.length < 20_000) setText(given);
      open(given);
    } catch {
      say(words.clipboardFailed, true);
    }
  };
  return (
    <div className="open-request">
      <p>{words.importHint}</p>
      <label htmlFor={`${id}-text`}>{words.pasteHere}</label>
      <textarea
        id={`${id}-text`}
        rows={4}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-said`}
        aria-invalid={wrong}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <p className="foot-actions">
        <button
          type="button"
          className="button first"
          disabled={text.trim() === ''}
          onClick={() => {
            open(text);
          }}
        >
          {words.openIt}
        </button>
        <button type="button" className="button" onClick={() => void paste()}>
          {words.readClipboard}
        </button>
        <label className="button file-button">
          {words.chooseFile}
          <input
            type="file"
            className="visually-hidden"
            accept=".json,.jsonl,application/json,text/plain"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void openFile(file);
              event.target.value = '';
            }}
          />
        </label>
      </p>
      <p className={wrong ? 'said-here wrong' : 'said-here'} id={`${id}-said`} role="status">
        <Inline text={said} />
      </p>
    </div>
  );
}
