// The settings: the look, what is kept, a file with everything, and the way to delete it all.
import { useEffect, useState, type ReactNode } from 'react';
import type { Preview, Store } from '#store';
import { settings as words, site } from '#strings';
import { download } from '#widgets/site/download.ts';

type Theme = keyof typeof words.themes;
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

function themeOf(kept: string | undefined): Theme {
  return THEMES.find((known) => known === kept) ?? 'auto';
}

function showTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('gatehouse-theme', theme);
  } catch {
    // The theme then holds for this page alone.
  }
}

export default function Settings(): ReactNode {
  const [store, setStore] = useState<Store>();
  /** How often all that is kept was exchanged. What is shown of it is then read anew. */
  const [exchanged, setExchanged] = useState(0);
  const onExchange = (): void => {
    setExchanged((n) => n + 1);
    void store?.setting('theme').then((value) => {
      showTheme(themeOf(value));
    });
  };
  useEffect(() => {
    void import('#store').then(async ({ openStore }) => {
      setStore(await openStore());
    });
  }, []);
  return (
    <>
      <Look key={`look ${exchanged}`} store={store} />
      <Storage key={`storage ${exchanged}`} store={store} />
      {store && <File store={store} onExchange={onExchange} />}
      {store && <Remove store={store} onExchange={onExchange} />}
    </>
  );
}

function Look({ store }: { readonly store: Store | undefined }): ReactNode {
  const [theme, setTheme] = useState<Theme>('auto');
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    void store?.setting('theme').then((value) => {
      setTheme(themeOf(value));
    });
    void store?.setting('clock').then((value) => {
      setHidden(value === 'hidden');
    });
  }, [store]);
  return (
    <section>
      <h2>{words.look}</h2>
      <fieldset className="choices">
        <legend>{words.theme}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              onChange={() => {
                setTheme(one);
                showTheme(one);
                void store?.keepSetting('theme', one);
              }}
            />{' '}
            {words.themes[one]}
          </label>
        ))}
      </fieldset>
      <h2>{words.exams}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={hidden}
          onChange={(event) => {
            setHidden(event.target.checked);
            void store?.keepSetting('clock', event.target.checked ? 'hidden' : 'shown');
          }}
        />{' '}
        {words.hideClock}
      </label>
    </section>
  );
}

function bytes(n: number): string {
  return n < 1_000_000 ? `${Math.ceil(n / 1000)} kB` : `${(n / 1_000_000).toFixed(1)} MB`;
}

function Storage({ store }: { readonly store: Store | undefined }): ReactNode {
  const [usage, setUsage] = useState<string>();
  const [persistent, setPersistent] = useState<boolean>();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void import('#store').then(async ({ storageUsed, isPersistent }) => {
      const found = await storageUsed();
      setUsage(found && words.used(bytes(found.used), bytes(found.granted)));
      setPersistent(await isPersistent());
    });
  }, [store]);
  const ask = (): void => {
    void import('#store').then(async ({ askToPersist }) => {
      setPersistent(await askToPersist());
      setAsked(true);
    });
  };
  const keeping = store?.keeping();
  return (
    <section>
      <h2>{words.storage}</h2>
      <p>{keeping?.state === 'not-kept' ? site.notKept[keeping.why] : words.kept}</p>
      <p>{usage ?? words.usedUnknown}</p>
      <p role="status">
        {persistent === undefined
          ? words.persistUnknown
          : persistent
            ? words.persistent
            : asked
              ? words.persistDenied
              : words.notPersistent}
      </p>
      {persistent === false && !asked && (
        <button type="button" className="button" onClick={ask}>
          {words.persist}
        </button>
      )}
    </section>
  );
}

interface Exchange {
  readonly store: Store;
  readonly onExchange: () => void;
}

function File({ store, onExchange }: Exchange): ReactNode {
  const [preview, setPreview] = useState<Preview>();
  const [said, setSaid] = useState('');
  return (
    <section>
      <p>
        <button
          type="button"
          className="button first"
          onClick={() => {
            void store.backup().then(download);
          }}
        >
          {words.save}
        </button>
      </p>
      <p>
        <label className="file">
          {words.restore}{' '}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              setSaid('');
              setPreview(undefined);
              void event.target.files?.[0]?.text().then(async (text) => {
                setPreview(await store.preview(text));
              });
            }}
          />
        </label>
        <br />
        <small>{words.restoreHint}</small>
      </p>
      <div role="status">
        {said !== '' && <p>{said}</p>}
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
                setPreview(undefined);
                setSaid(words.restored);
                onExchange();
              });
            }}
          >
            {words.doRestore}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setPreview(undefined);
            }}
          >
            {words.cancel}
          </button>
        </p>
      )}
    </section>
  );
}

function Remove({ store, onExchange }: Exchange): ReactNode {
  const [step, setStep] = useState<'idle' | 'sure' | 'done'>('idle');
  return (
    <section>
      <h2>{words.remove}</h2>
      <p>{words.removeText}</p>
      <p className="actions">
        {step === 'sure' ? (
          <>
            <button
              type="button"
              className="button danger"
              onClick={() => {
                void store.deleteAll().then(() => {
                  setStep('done');
                  onExchange();
                });
              }}
            >
              {words.removeSure}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setStep('idle');
              }}
            >
              {words.cancel}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button danger"
            onClick={() => {
              setStep('sure');
            }}
          >
            {words.remove}
          </button>
        )}
      </p>
      <p role="status">{step === 'done' ? words.removed : ''}</p>
    </section>
  );
}
