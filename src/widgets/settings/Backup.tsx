// A file with everything: saved, looked at before it changes anything, restored.
import { useRef, useState, type ReactNode } from 'react';
import type { Preview, Store } from '#store';
import { settings as words } from '#strings';
import { download } from '#widgets/site/download.ts';

interface Props {
  readonly store: Store;
  readonly restored: boolean;
  /** A file was chosen: what was said before is of the past. */
  readonly onChoose: () => void;
  readonly onRestored: () => void;
}

export function Backup({ store, restored, onChoose, onRestored }: Props): ReactNode {
  const [preview, setPreview] = useState<Preview>();
  const [name, setName] = useState('');
  const said = useRef<HTMLDivElement>(null);
  const leave = (): void => {
    setPreview(undefined);
    setName('');
    said.current?.focus();
  };
  return (
    <section>
      <h2>{words.file}</h2>
      <p className="actions">
        <button
          type="button"
          className="button first"
          onClick={() => {
            void store.backup().then(download);
          }}
        >
          {words.save}
        </button>
        <label className="button file">
          {words.restore}
          <input
            className="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              // The same file may be chosen again.
              const field = event.target;
              onChoose();
              setPreview(undefined);
              setName(file?.name ?? '');
              void file?.text().then(async (text) => {
                setPreview(await store.preview(text));
                field.value = '';
              });
            }}
          />
        </label>
      </p>
      <p>
        <small>{words.restoreHint}</small>
      </p>
      <div role="status" ref={said} tabIndex={-1}>
        {restored && <p>{words.restored}</p>}
        {name !== '' && <p>{words.chosen(name)}</p>}
        {preview && 'fault' in preview && <p className="error">{words.faults[preview.fault]}</p>}
        {preview && 'counts' in preview && (
          <p>
            {words.savedOn(preview.saved.slice(0, 10))}{' '}
            {words.preview(preview.counts.added, preview.counts.changed, preview.counts.same)}
          </p>
        )}
      </div>
      {preview && 'counts' in preview && (
        <p className="actions">
          <button
            type="button"
            className="button first"
            onClick={() => {
              void store.restore(preview.rows).then(() => {
                leave();
                onRestored();
              });
            }}
          >
            {words.doRestore}
          </button>
          <button type="button" className="button" onClick={leave}>
            {words.cancel}
          </button>
        </p>
      )}
    </section>
  );
}
