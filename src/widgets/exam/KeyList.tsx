// The keys of the exam room, on its start page and in a dialog.
import { useEffect, useRef, type ReactNode } from 'react';
import { exam as words } from '#strings';

function List(): ReactNode {
  return (
    <dl>
      {words.keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Keys(): ReactNode {
  return (
    <details className="keys">
      <summary>{words.help}</summary>
      <List />
    </details>
  );
}

export function Help({ onClose }: { readonly onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="navigator keys" ref={dialog} aria-label={words.help} onClose={onClose}>
      <h2>{words.help}</h2>
      <List />
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
