// The request as a sentence whose words are choices.
import { useId, type ReactNode } from 'react';
import type { LabSpec } from '#course';
import { lab as words } from '#strings';
import type { Picks } from './judge.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

function Word(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
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
        choices={spec.does.map((action) => ({ value: action, label: action }))}
        onChange={(action) => {
          onChange({ ...picks, action });
        }}
      />{' '}
      {words.on}{' '}
      <Word
        label={words.resource}
        value={picks.on}
        choices={spec.on.map(({ arn, label }) => ({ value: arn, label }))}
        onChange={(on) => {
          onChange({ ...picks, on });
        }}
      />
      {spec.context.map(({ key, label, values }) => (
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
          />
        </span>
      ))}{' '}
      {words.end}
    </p>
  );
}
