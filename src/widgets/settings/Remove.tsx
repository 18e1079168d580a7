// The way to delete it all: asked twice, and said when it is done.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { settings as words } from '#strings';

interface Props {
  readonly store: Store;
  readonly removed: boolean;
  readonly onRemoved: () => void;
}

export function Remove({ store, removed, onRemoved }: Props): ReactNode {
  const [sure, setSure] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const leave = (): void => {
    setSure(false);
    said.current?.focus();
  };
  return (
    <section>
      <h2>{words.remove}</h2>
      <p>{words.removeText}</p>
      <p className="actions">
        {sure ? (
          <Sure
            onYes={() => {
              void store.deleteAll().then(() => {
                leave();
                onRemoved();
              });
            }}
            onNo={leave}
          />
        ) : (
          <button
            type="button"
            className="button danger"
            onClick={() => {
              setSure(true);
            }}
          >
            {words.remove}
          </button>
        )}
      </p>
      <p role="status" ref={said} tabIndex={-1}>
        {removed ? words.removed : ''}
      </p>
    </section>
  );
}

function Sure({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }): ReactNode {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <>
      <button type="button" className="button danger" ref={yes} onClick={onYes}>
        {words.removeSure}
      </button>
      <button type="button" className="button" onClick={onNo}>
        {words.cancel}
      </button>
    </>
  );
}
