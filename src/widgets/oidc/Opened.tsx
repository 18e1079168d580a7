// What the provider signed, opened to be changed, and the way back to how it was.
import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What the button says that brings the text back. */
  readonly back: string;
  readonly children?: ReactNode;
}

export function Opened({ label, text, onChange, back, children }: Props): ReactNode {
  const id = useId();
  return (
    <div>
      <label className="oidc-name" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="code-field"
        rows={16}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <button
        type="button"
        className="button"
        onClick={() => {
          onChange('');
        }}
      >
        {back}
      </button>
      {children}
    </div>
  );
}
