// What stands in place of a page whose parts did not arrive. A fresh page asks for them again; a running one may not.
import type { ReactNode } from 'react';
import { exam as words } from '#strings';

interface Props {
  readonly says: string;
  /** The address of this page, or what asks again on a page that must not be left. */
  readonly again: string | (() => void);
}

export function Shut({ says, again }: Props): ReactNode {
  return (
    <div className="room-note" role="alert">
      <p>{says}</p>
      <p className="actions">
        {typeof again === 'string' ? (
          <a className="button first" href={again}>
            {words.tryAgain}
          </a>
        ) : (
          <button type="button" className="button first" onClick={again}>
            {words.tryAgain}
          </button>
        )}
      </p>
    </div>
  );
}
