// Everybody who might come for the role, each with what would become of them now; one of them is chosen.
import { useId, type ReactNode } from 'react';
import type { Decision } from '#evaluator';
import { lab, trust as words } from '#strings';
import { TONES } from '#widgets/lab/Path.tsx';

export interface Caller {
  readonly name: string;
  readonly label: string;
  /** Absent where nothing is decided. */
  readonly decision: Decision | undefined;
}

interface Props {
  readonly callers: readonly Caller[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

export function Callers({ callers, chosen, onChoose }: Props): ReactNode {
  const group = useId();
  return (
    <fieldset className="trust-callers">
      <legend>{words.who}</legend>
      {callers.map(({ name, label, decision }) => (
        <label key={name} className={decision ? TONES[decision] : undefined}>
          <input
            type="radio"
            name={group}
            value={name}
            checked={name === chosen}
            onChange={() => {
              onChoose(name);
            }}
          />
          <span>{label}</span>
          {decision && (
            <span className="trust-verdict">
              <b aria-hidden="true">{lab.signs[decision]}</b>{' '}
              {decision === 'allowed' ? words.may : words.mayNot}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
