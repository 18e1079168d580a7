// A dialog over the room: it has the focus until it is closed, and gives it back.
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { exam as words } from '#strings';

interface Props {
  readonly title: string;
  /** What stands beside the button that closes it. */
  readonly act?: ReactNode;
  readonly closing?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, act, closing = words.close, onClose, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // Before it is taken away: the focus goes back to where it came from.
      shown?.close();
    };
  }, []);
  return (
    <dialog className="navigator" ref={dialog} aria-label={title} onClose={onClose}>
      <h2>{title}</h2>
      {children}
      <form method="dialog" className="actions">
        {act}
        <button type="submit" className="button">
          {closing}
        </button>
      </form>
    </dialog>
  );
}
