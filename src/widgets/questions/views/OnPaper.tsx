// Where one writes on a printed question: a box to tick, a blank to fill, ruled lines. Nobody sees or hears it on a screen.
import type { ReactNode } from 'react';

interface Props {
  readonly as: 'box' | 'blank' | 'rules';
  /** What was answered already. */
  readonly children?: ReactNode;
}

export function OnPaper({ as, children }: Props): ReactNode {
  return (
    <span className={`on-paper ${as}`} aria-hidden="true">
      {children}
    </span>
  );
}
