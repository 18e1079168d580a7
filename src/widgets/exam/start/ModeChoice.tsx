// How somebody sits an exam: as in the test centre, or to learn.
import type { ReactNode } from 'react';
import type { Bank } from '#exam';
import { examStart as words } from '#strings';
import type { About } from './about.ts';
import { Choices } from './Choices.tsx';
import type { Plan, PlannedMode } from './plan.ts';
import type { PastState } from './use-past.ts';

const FIRST: readonly PlannedMode[] = ['simulation', 'untimed', 'practice'];
const MORE: readonly PlannedMode[] = ['drill', 'missed', 'weakest', 'marathon'];

interface Props {
  readonly about: About;
  readonly bank: Bank;
  readonly past: PastState;
  readonly plan: Plan;
  readonly onChange: (change: Partial<Plan>) => void;
}

export function ModeChoice({ about, bank, past, plan, onChange }: Props): ReactNode {
  const noneMissed = past.scored && past.past.missed.size === 0;
  const meaning = (mode: PlannedMode): string => {
    const means = words.modes[mode][1];
    if (mode === 'missed' && noneMissed) return words.nothingMissed;
    if (mode === 'missed' && past.scored) return `${means} ${words.count(past.past.missed.size)}.`;
    if (mode === 'marathon') return `${means} ${words.count(bank.items.length)}.`;
    return means;
  };
  const choices = (modes: readonly PlannedMode[]) =>
    modes.map((mode) => ({
      value: mode,
      text: words.modes[mode][0],
      means: meaning(mode),
      disabled: mode === 'missed' && noneMissed,
    }));
  const choose = (mode: PlannedMode): void => {
    onChange({ mode });
  };
  const chooses = { name: 'mode', chosen: plan.mode, onChoose: choose };
  return (
    <fieldset className="choosings">
      <legend>{words.mode}</legend>
      <Choices {...chooses} choices={choices(FIRST)} />
      <details
        open={MORE.includes(plan.mode)}
        onToggle={(event) => {
          if (event.currentTarget.open) past.score();
        }}
      >
        <summary>{words.more}</summary>
        <Choices {...chooses} choices={choices(MORE)} />
        {plan.mode === 'drill' && (
          <p className="field">
            <label htmlFor="drill-domain">{words.domain}</label>
            <select
              id="drill-domain"
              value={plan.domain}
              onChange={({ target: { value } }) => {
                onChange({ domain: value });
              }}
            >
              {about.domains.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title} ({words.count(bank.items.filter(({ domain }) => domain === id).length)})
                </option>
              ))}
            </select>
          </p>
        )}
      </details>
    </fieldset>
  );
}
