// What somebody writes down beside a question. Kept a moment after the last key, and when the field is left.
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { exam as words } from '#strings';

const PAUSE = 800;

interface Props {
  readonly text: string;
  readonly onKeep: (text: string) => void;
}

export function Note({ text, onKeep }: Props): ReactNode {
  const [written, setWritten] = useState(text);
  const keep = useEffectEvent((): void => {
    if (written !== text) onKeep(written);
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      keep();
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [written]);
  return (
    <div className="field note">
      <label htmlFor="note">{words.note}</label>
      <textarea
        id="note"
        rows={3}
        value={written}
        onChange={({ target: { value } }) => {
          setWritten(value);
        }}
        onBlur={() => {
          if (written !== text) onKeep(written);
        }}
      />
    </div>
  );
}
