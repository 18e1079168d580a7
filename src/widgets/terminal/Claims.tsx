// What must hold, and what of it does.
import type { ReactNode } from 'react';
import type { ClaimState, TerminalClaim } from '#course/terminal';
import { terminal as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';

interface Props {
  /** Absent while they are tried for the first time. */
  readonly claims: readonly ClaimState[] | undefined;
  readonly all: readonly TerminalClaim[];
}

export function Claims({ claims, all }: Props): ReactNode {
  if (all.length === 0) return null;
  const holds = new Map(claims?.map((claim) => [claim.id, claim.holds]));
  const solved = claims?.every((claim) => claim.holds) === true;
  return (
    <div className="claims">
      <h2>{words.goals}</h2>
      <ul className="goals">
        {all.map(({ id, text }) => {
          const met = holds.get(id) === true;
          return (
            <li key={id} className={met ? 'met' : undefined}>
              <span aria-hidden="true">{met ? '✓' : '○'}</span>
              <span className="visually-hidden">
                {claims ? (met ? words.goalMet : words.goalOpen) : words.checking}:{' '}
              </span>
              <Inline text={text} />
            </li>
          );
        })}
      </ul>
      <p className="task-state" role="status">
        {solved ? words.solved : ''}
      </p>
    </div>
  );
}
