// Buttons of which one is pressed; the group around them is the widget's.
import type { ReactNode } from 'react';

interface Props<T extends string> {
  /** The one that is pressed, if it is among them. */
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onChoose: (value: T) => void;
}

export function OneOf<T extends string>({ value, options, onChoose }: Props<T>): ReactNode {
  return options.map(([one, text]) => (
    <button
      key={text}
      type="button"
      className="button"
      aria-pressed={one === value}
      onClick={() => {
        onChoose(one);
      }}
    >
      {text}
    </button>
  ));
}
