// What a caller sends along with the call that takes a role.
import { useId, type ReactNode } from 'react';
import { trust as words } from '#strings';
import type { InHand, InHandFault } from './trust.ts';

interface Props {
  readonly inHand: InHand;
  readonly faults: readonly InHandFault[];
  readonly onChange: (change: Partial<Record<keyof InHand, string>>) => void;
}

const TEXTS = ['externalId', 'tag', 'sourceIdentity'] as const;

export function InHandFields({ inHand, faults, onChange }: Props): ReactNode {
  const id = useId();
  return (
    <fieldset className="trust-sends">
      <legend>{words.sends}</legend>
      {TEXTS.map((field) => (
        <p key={field}>
          <label htmlFor={`${id}${field}`}>{words[field]}</label>
          <input
            id={`${id}${field}`}
            value={inHand[field]}
            placeholder={words.none}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-invalid={faults.includes(field)}
            onChange={(event) => {
              onChange({ [field]: event.target.value });
            }}
          />
        </p>
      ))}
      <label className="trust-mfa">
        <input
          type="checkbox"
          checked={inHand.mfa}
          onChange={(event) => {
            onChange({ mfa: event.target.checked ? 'yes' : '' });
          }}
        />
        {words.mfa}
      </label>
    </fieldset>
  );
}
