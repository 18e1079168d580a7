// The settings: the look, what is kept, a file with everything, and the way to delete it all.
import { useEffect, useState, type ReactNode } from 'react';
import type { Store } from '#store';
import { Backup } from './Backup.tsx';
import { Look } from './Look.tsx';
import { Remove } from './Remove.tsx';
import { Storage } from './Storage.tsx';
import { parseTheme, showTheme } from './theme.ts';

type Said = 'nothing' | 'restored' | 'removed';

export default function Settings(): ReactNode {
  const [store, setStore] = useState<Store>();
  const [said, setSaid] = useState<Said>('nothing');
  /** How often everything kept has become other than it was: each time the page reads it anew. */
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    void import('#store').then(async ({ openStore }) => {
      setStore(await openStore());
    });
  }, []);
  const turn = (now: Said): void => {
    setSaid(now);
    setTurns((n) => n + 1);
    void store?.setting('theme').then((value) => {
      showTheme(parseTheme(value));
    });
  };
  return (
    <>
      <Look key={`look ${turns}`} store={store} />
      <Storage key={`storage ${turns}`} store={store} />
      {store && (
        <Backup
          store={store}
          restored={said === 'restored'}
          onChoose={() => {
            setSaid('nothing');
          }}
          onRestored={() => {
            turn('restored');
          }}
        />
      )}
      {store && (
        <Remove
          store={store}
          removed={said === 'removed'}
          onRemoved={() => {
            turn('removed');
          }}
        />
      )}
    </>
  );
}
