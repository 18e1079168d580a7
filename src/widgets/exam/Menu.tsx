// What is seldom wanted in the room, behind one button.
import { useState, type ReactNode } from 'react';
import type { Sitting } from '#exam';
import { exam as words } from '#strings';
import { Dialog } from './Dialog.tsx';
import { KeyList } from './KeyList.tsx';
import type { KeySwitch } from './use-keys.ts';

interface Props {
  readonly sitting: Sitting;
  readonly keys: KeySwitch;
  readonly onPause: () => void;
  readonly onBreak: () => void;
  readonly onEnd: () => void;
  readonly onClose: () => void;
}

export function Menu({ sitting, keys, onPause, onBreak, onEnd, onClose }: Props): ReactNode {
  const policy = sitting.terms?.policy;
  const working = sitting.phase === 'answering' || sitting.phase === 'reviewing';
  const [asking, setAsking] = useState(false);
  return (
    <Dialog title={words.menu} onClose={onClose}>
      <ul className="menu">
        {working && (policy === 'active' || policy === 'untimed') && (
          <li>
            <button type="button" className="button" onClick={onPause}>
              {words.pause}
            </button>
            <small>{words.pauseMeaning}</small>
          </li>
        )}
        {working && policy === 'break' && (
          <li>
            <button
              type="button"
              className="button"
              onClick={() => {
                if (asking) onBreak();
                else setAsking(true);
              }}
            >
              {asking ? words.breakNow : words.takeBreak}
            </button>
            <small role="status">
              {asking ? words.breakFreezes(sitting.seen.length) : words.breakMeaning}
            </small>
          </li>
        )}
        {document.fullscreenEnabled && (
          <li>
            <FullScreen />
          </li>
        )}
        {working && (
          <li>
            <button type="button" className="button" onClick={onEnd}>
              {words.submit}
            </button>
            <small>{words.submitMeaning}</small>
          </li>
        )}
        <li>
          <a className="button" href="/exam/">
            {words.leaveShort}
          </a>
          <small>{words.leaveMeaning[policy === 'active' ? 'stops' : 'runs']}</small>
        </li>
      </ul>
      <h3>{words.help}</h3>
      <KeyList keys={keys} />
    </Dialog>
  );
}

function FullScreen(): ReactNode {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  const turn = async (): Promise<void> => {
    try {
      await (full ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } finally {
      setFull(document.fullscreenElement !== null);
    }
  };
  return (
    <button
      type="button"
      className="button"
      aria-pressed={full}
      onClick={() => void turn().catch(() => undefined)}
    >
      {words.fullScreen}
    </button>
  );
}
