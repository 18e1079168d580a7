// The request as a sentence whose words are choices.
import { useId, type ReactNode } from 'react';
import type { LabSpec } from '#course';
import { lab as words } from '#strings';
import { actionsOf, circumstancesOf, objectsOf, withAction, type Choice } from './choices.ts';
import type { Picks } from './judge.ts';

function Word(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** What the sentence ends with, if this is its last word. */
  end?: ReactNode;
}): ReactNode {
  const id = useId();
  const known = props.choices.some(({ value }) => value === props.value);
  const choices = known ? props.choices : [...props.choices, { value: props.value, label: props.value }];
  return (
    <span className="word">
      <label className="visually-hidden" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {props.end && <span className="ask-end">{props.end}</span>}
    </span>
  );
}

const ABSENT = '(absent)';

export function Ask({
  spec,
  picks,
  onChange,
}: {
  spec: LabSpec;
  picks: Picks;
  onChange: (picks: Picks) => void;
}): ReactNode {
  const circumstances = circumstancesOf(spec, picks.action);
  return (
    <p className="ask">
      {words.may}{' '}
      <Word
        label={words.who}
        value={picks.as}
        choices={spec.who.map(({ name, label }) => ({ value: name, label }))}
        onChange={(as) => {
          onChange({ ...picks, as });
        }}
      />{' '}
      {words.do}{' '}
      <Word
        label={words.action}
        value={picks.action}
        choices={actionsOf(spec)}
        onChange={(action) => {
          onChange(withAction(spec, picks, action));
        }}
      />{' '}
      {words.on}{' '}
      <Word
        label={words.resource}
        value={picks.on}
        choices={objectsOf(spec, picks.action)}
        onChange={(on) => {
          onChange({ ...picks, on });
        }}
        end={circumstances.length === 0 && words.end}
      />
      {circumstances.map(({ key, label, values }, i) => (
        <span className="circumstance" key={key}>
          , {label}{' '}
          <Word
            label={label}
            value={picks.context[key] ?? ABSENT}
            choices={values.map((value) => ({ value: value.value ?? ABSENT, label: value.label }))}
            onChange={(value) => {
              const context = Object.fromEntries(
                Object.entries(picks.context).filter(([other]) => other !== key),
              );
              onChange({ ...picks, context: value === ABSENT ? context : { ...context, [key]: value } });
            }}
            end={i === circumstances.length - 1 && words.end}
          />
        </span>
      ))}
    </p>
  );
}
