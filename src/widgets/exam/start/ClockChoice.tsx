// The clock of a simulation in words, and what somebody needs that others do not.
import type { ReactNode } from 'react';
import { EXTRAS, type Accommodation, type Extra } from '#exam';
import { examStart as words } from '#strings';
import { Choices } from './Choices.tsx';
import { CLOCKS, termsFor, type Plan } from './plan.ts';

const READING = [0, 5, 10, 15];

interface Props {
  readonly minutes: number;
  readonly plan: Plan;
  readonly onChange: (change: Partial<Plan>) => void;
}

export function ClockChoice({ minutes, plan, onChange }: Props): ReactNode {
  const { needs } = plan;
  const need = (change: Partial<Accommodation>): void => {
    onChange({ needs: { ...needs, ...change } });
  };
  const readings = READING.includes(needs.reading) ? READING : [...READING, needs.reading];
  const ordinary = needs.extra === 'none' && needs.reading === 0 && !needs.hidden;
  return (
    <fieldset className="choosings">
      <legend>{words.clock}</legend>
      <Choices
        name="clock"
        chosen={plan.clock}
        choices={CLOCKS.map((clock) => ({
          value: clock,
          text: words.clocks[clock][0],
          means: words.clocks[clock][1],
        }))}
        onChoose={(clock) => {
          onChange({ clock });
        }}
      />
      <details open={ordinary ? undefined : true}>
        <summary>{words.needs}</summary>
        <p className="field">
          <label htmlFor="extra-time">{words.extra}</label>
          <select
            id="extra-time"
            value={needs.extra}
            onChange={({ target: { value } }) => {
              need({ extra: EXTRAS.find((extra) => extra === value) ?? ('none' satisfies Extra) });
            }}
          >
            {EXTRAS.map((extra) => (
              <option key={extra} value={extra}>
                {words.extras[extra]}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="reading-time">{words.reading}</label>
          <select
            id="reading-time"
            value={needs.reading}
            onChange={({ target: { value } }) => {
              need({ reading: Number(value) });
            }}
          >
            {readings.map((n) => (
              <option key={n} value={n}>
                {words.readingMinutes(n)}
              </option>
            ))}
          </select>
        </p>
        <label className="choosing">
          <input
            type="checkbox"
            checked={needs.hidden}
            onChange={({ target: { checked } }) => {
              need({ hidden: checked });
            }}
          />
          <span>{words.hidden}</span>
        </label>
      </details>
      <p className="terms" role="status">
        {termsText(plan, minutes)}
      </p>
    </fieldset>
  );
}

function termsText(plan: Plan, minutes: number): string {
  const { budget, reading } = termsFor(plan, minutes);
  if (budget === null) return words.noLimit;
  const time = words.minutesLong(budget / 60_000);
  return reading === 0 ? words.youHave(time) : words.youRead(time, words.minutesLong(reading / 60_000));
}
