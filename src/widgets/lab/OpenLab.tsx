// A lab whose situation comes in the address.
import { useEffect, useState, type ReactNode } from 'react';
import { lab as words } from '#strings';
import { parseFragment } from './link.ts';
import PolicyLab from './PolicyLab.tsx';

const FAULTS = { empty: words.openEmpty, damaged: words.openDamaged, newer: words.openNewer };

export default function OpenLab(): ReactNode {
  const [fragment, setFragment] = useState<string>();
  useEffect(() => {
    const read = (): void => {
      setFragment(location.hash);
    };
    read();
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('hashchange', read);
    };
  }, []);
  if (fragment === undefined) return null;
  const opened = parseFragment(fragment);
  if ('fault' in opened) return <p role="status">{FAULTS[opened.fault]}</p>;
  return <PolicyLab key={fragment} lab={opened.lab} keeps={false} />;
}
