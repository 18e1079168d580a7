// A terminal on the account of a question. What was answered before is run again; what is typed is the answer.
import { useEffect, useState, type ReactNode } from 'react';
import type { AskedOperation } from '#exam';
import { questions } from '#strings';
import { Screen } from '#widgets/terminal/Screen.tsx';
import { useLine } from '#widgets/terminal/use-line.ts';
import { useSession, type Keeping, type Room } from '#widgets/terminal/use-session.ts';

const words = questions.operate;

interface Props {
  readonly question: AskedOperation;
  readonly script: string;
  readonly onScript: (script: string) => void;
}

export default function OperateTerminal({ question, script, onScript }: Props): ReactNode {
  // What the terminal was opened with: later scripts come out of it.
  const [lab] = useState(() => ({ ...question, claims: [] }));
  const [kept] = useState((): Keeping['kept'] => {
    const lines = script.trim() === '' ? [] : [script.trimEnd()];
    return () => Promise.resolve({ lines });
  });
  const keep: Keeping['keep'] = (_, lines) => {
    onScript(lines.join('\n'));
  };
  const { opening, open } = useSession(lab, { kept, keep });
  useEffect(() => {
    open();
  }, [open]);
  const broken = opening.state === 'damaged' || opening.state === 'failed';
  if (broken) return <p role="alert">{words.failed}</p>;
  if (opening.state !== 'open') return <p role="status">{words.opening}</p>;
  return <Open room={opening.room} />;
}

function Open({ room }: { readonly room: Room }): ReactNode {
  const [said, setSaid] = useState('');
  const line = useLine({ ...room, isOpen: room.session.isOpen });
  return (
    <div className="question-terminal">
      <Screen
        entries={room.entries}
        prompt={room.prompt}
        line={line}
        running={room.running}
        announces
        size={1}
        onStop={room.stop}
      />
      <p>
        <button
          type="button"
          className="button"
          disabled={!room.undo}
          onClick={() => {
            setSaid(words.undone(room.lines.at(-1) ?? ''));
            room.undo?.();
          }}
        >
          {words.undo}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
