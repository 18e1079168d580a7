// The menu of policies that can be added, in plain words.
import { useId, useRef, useState, type ReactNode } from 'react';
import { sandbox as words } from '#strings';
import { openLayers, type Layer, type Situation } from './situation.ts';

interface Props {
  readonly situation: Situation;
  readonly onAdd: (layer: Layer) => void;
}

export function AddPaper({ situation, onAdd }: Props): ReactNode {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div
      className="add-paper"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {words.add}
      </button>
      <ul className="layer-menu" id={id} hidden={!open}>
        {openLayers(situation).map((layer) => (
          <li key={layer}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                onAdd(layer);
              }}
            >
              <strong>{words.layers[layer].name}</strong> <small>{words.layers[layer].says}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
