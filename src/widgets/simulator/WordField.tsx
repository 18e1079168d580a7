// A word of the sentence that can be anything, with suggestions: a combobox.
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Candidate } from './candidates.ts';
import { moved, optionId, Suggestions } from './Suggestions.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly suggest: (typed: string) => readonly Candidate[];
  /** Somebody is about to write. */
  readonly onWake: () => void;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
}

export function WordField({ label, value, suggest, onWake, onChange, invalid = false }: Props): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const candidates = open ? suggest(value) : [];
  const shown = candidates.length > 0;
  const choose = ({ text, goesOn }: Candidate): void => {
    onChange(text);
    setActive(-1);
    setOpen(goesOn);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key } = event;
    const chosen = candidates[active];
    if (key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else if (key === 'Enter' && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (key === 'ArrowDown' && !shown) {
      event.preventDefault();
      setOpen(true);
      setActive(-1);
    } else {
      const next = shown ? moved(key, active, candidates.length) : undefined;
      if (next === undefined) return;
      event.preventDefault();
      setActive(next);
    }
  };
  return (
    <span className="word">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        role="combobox"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? optionId(`${id}-list`, active) : undefined}
        aria-invalid={invalid}
        size={Math.min(60, Math.max(6, value.length))}
        value={value}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onFocus={onWake}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onChange(event.target.value);
        }}
      />
      {shown && <Suggestions id={`${id}-list`} candidates={candidates} active={active} onChoose={choose} />}
    </span>
  );
}
