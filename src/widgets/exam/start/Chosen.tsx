// What will be sat, in a few words beside the button that begins it.
import type { ReactNode } from 'react';
import { examStart as words } from '#strings';
import { hasPaper, isTimed, termsFor, type Plan } from './plan.ts';

interface Props {
  readonly plan: Plan;
  readonly minutes: number;
}

export function Chosen({ plan, minutes }: Props): ReactNode {
  const { mode, paper, code } = plan;
  const { budget, reading } = termsFor(plan, minutes);
  const form = words.chosenForm;
  return (
    <ul className="chosen">
      <li>
        <b>{words.modes[mode][0]}</b>
      </li>
      {isTimed(plan) && (
        <li>
          {budget === null
            ? words.chosenNoClock
            : words.chosenClock(words.clocks[plan.clock][0], words.minutesLong(budget / 60_000))}
        </li>
      )}
      {reading > 0 && <li>{words.chosenReading(words.minutesLong(reading / 60_000))}</li>}
      {hasPaper(mode) && <li>{paper === 'code' ? form.code(code) : form[paper]}</li>}
    </ul>
  );
}
