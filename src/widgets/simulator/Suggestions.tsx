// A list of suggestions under a field. The field keeps the focus; the list shows which one Enter would take.
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { sandbox as words } from '#strings';
import type { Candidate } from './candidates.ts';

interface Props {
  readonly id: string;
  readonly candidates: readonly Candidate[];
  readonly active: number;
  readonly list?: RefObject<HTMLUListElement | null>;
  readonly onChoose: (candidate: Candidate) => void;
}

export const optionId = (id: string, at: number): string => `${id}-${at}`;

export function Suggestions({ id, candidates, active, list, onChoose }: Props): ReactNode {
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [active, candidates]);
  return (
    <ul className="suggestions" role="listbox" id={id} ref={list} aria-label={words.suggestions}>
      {candidates.map((candidate, at) => (
        <li
          key={candidate.text}
          id={optionId(id, at)}
          ref={at === active ? current : undefined}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(candidate);
          }}
        >
          {candidate.text}
        </li>
      ))}
    </ul>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Where a key leads in a list of `count`; `undefined` when it is none of the list's keys. */
export function moved(key: string, active: number, count: number): number | undefined {
  const step = STEPS[key];
  if (step === undefined || count === 0) return undefined;
  const next = active + step;
  if (Math.abs(step) > 1) return Math.min(count - 1, Math.max(0, next));
  return (next + count) % count;
}
