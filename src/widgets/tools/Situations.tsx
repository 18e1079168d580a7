// On its own page a widget has the situations of all lessons that show it; in a lesson there is one and nothing to choose.
import type { ReactNode } from 'react';
import { tools as words } from '#strings';
import { Choice } from './Choice.tsx';

interface Props {
  readonly shown: string;
  readonly all: readonly { readonly id: string; readonly title: string }[];
  readonly onChoose: (id: string) => void;
}

export function Situations({ shown, all, onChoose }: Props): ReactNode {
  if (all.length < 2) return undefined;
  return (
    <div className="tool-choice">
      <Choice
        label={words.situation}
        value={shown}
        options={all.map(({ id, title }) => [id, title])}
        onChoose={onChoose}
      />
    </div>
  );
}
