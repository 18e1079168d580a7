// What somebody writes down beside a question.
import { useState, type ReactNode } from 'react';
import { exam as words } from '#strings';

interface Props {
  readonly text: string;
  /** At each change. */
  readonly onWrite: (text: string) => void;
}

export function Note({ text, onWrite }: Props): ReactNode {
  const [written, setWritten] = useState(text);
  return (
    <div className="field note">
      <label htmlFor="note">{words.note}</label>
      <textarea
        id="note"
        rows={3}
        value={written}
        onChange={({ target: { value } }) => {
          setWritten(value);
          onWrite(value);
        }}
      />
    </div>
  );
}
