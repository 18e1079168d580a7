// A native menu of choices, in which none is chosen at first. Its label stands elsewhere or is its name.
import type { ReactNode } from 'react';
import type { Choice } from '#exam';
import { plain } from '#widgets/prose/plain.ts';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly choices: readonly Choice[];
  /** How a choice is listed. */
  readonly textOf?: (choice: Choice, at: number) => string;
  /** What stands there while none is chosen. */
  readonly none: string;
  readonly chosen: string | undefined;
  readonly onChoose: ((id: string | undefined) => void) | undefined;
}

export function Menu({
  id,
  label,
  choices,
  textOf = ({ text }) => plain(text),
  none,
  chosen,
  onChoose,
}: Props): ReactNode {
  const at = choices.findIndex((choice) => choice.id === chosen);
  return (
    <select
      id={id}
      aria-label={label}
      value={at}
      disabled={!onChoose}
      onChange={(event) => {
        onChoose?.(choices[Number(event.currentTarget.value)]?.id);
      }}
    >
      <option value={-1}>{none}</option>
      {choices.map((choice, i) => (
        <option key={choice.id} value={i}>
          {textOf(choice, i)}
        </option>
      ))}
    </select>
  );
}
