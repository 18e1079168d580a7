// One choice out of a few, with its label.
import { useId, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Each with what is shown for it. */
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: Props): ReactNode {
  const id = useId();
  return (
    <div className="oidc-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          onChoose(event.target.value);
        }}
      >
        {options.map(([one, shown]) => (
          <option key={one} value={one}>
            {shown}
          </option>
        ))}
      </select>
    </div>
  );
}
