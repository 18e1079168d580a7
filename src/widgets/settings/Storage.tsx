// How much is kept, and whether the browser promises to keep it.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { settings as words, site } from '#strings';
import { bytesText } from './bytes.ts';

export function Storage({ store }: { readonly store: Store | undefined }): ReactNode {
  const [usage, setUsage] = useState<string>();
  const [persistent, setPersistent] = useState<boolean>();
  const [asked, setAsked] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void import('#store').then(async ({ storageUsed, isPersistent }) => {
      const found = await storageUsed();
      setUsage(found && words.used(bytesText(found.used), bytesText(found.granted)));
      setPersistent(await isPersistent());
    });
  }, [store]);
  const ask = (): void => {
    void import('#store').then(async ({ askToPersist }) => {
      setPersistent(await askToPersist());
      setAsked(true);
      said.current?.focus();
    });
  };
  const keeping = store?.keeping();
  return (
    <section>
      <h2>{words.storage}</h2>
      <p>{keeping?.state === 'not-kept' ? site.notKept[keeping.why] : words.kept}</p>
      <p>{usage ?? words.usedUnknown}</p>
      <p role="status" ref={said} tabIndex={-1}>
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
