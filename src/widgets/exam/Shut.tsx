// What stands in place of a page whose parts did not arrive. A fresh page asks for them again; a running one may not.
import type { ReactNode } from 'react';
import { exam as words } from '#strings';

interface Props {
  readonly says: string;
  /** The address of this page. */
  readonly again: string;
}

export function Shut({ says, again }: Props): ReactNode {
  return (
    <div className="room-note" role="alert">
      <p>{says}</p>
      <p className="actions">
        <a className="button first" href={again}>
          {words.tryAgain}
        </a>
      </p>
    </div>
  );
}
