// Radio buttons in the form of the start page: what each choice is, and in a quieter voice what it means.
import type { ReactNode } from 'react';

interface Choice<T extends string> {
  readonly value: T;
  readonly text: string;
  readonly means?: string | undefined;
  readonly disabled?: boolean;
}

interface Props<T extends string> {
  readonly name: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

export function Choices<T extends string>({ name, choices, chosen, onChoose }: Props<T>): ReactNode {
  return choices.map(({ value, text, means, disabled = false }) => (
    <label key={value} className="choosing">
      <input
        type="radio"
        name={name}
        value={value}
        checked={chosen === value}
        disabled={disabled}
        onChange={() => {
          onChoose(value);
        }}
      />
      <span>
        <b>{text}</b>
        {means !== undefined && <small>{means}</small>}
      </span>
    </label>
  ));
}
