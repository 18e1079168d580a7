// A lab whose situation comes in the address.
import { useEffect, useState, type ReactNode } from 'react';
import { lab as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
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
  if ('fault' in opened) {
    return (
      <>
        <p role="status">{FAULTS[opened.fault]}</p>
        <p>
          <a className="button first" href="/lab/">
            {words.toLabs}
          </a>
        </p>
      </>
    );
  }
  const { from, title, about } = opened.lab;
  return (
    <>
      {from && (
        <p className="way-back">
          <a href={from.href}>
            <span aria-hidden="true">←</span> {words.backTo(from.title)}
          </a>
        </p>
      )}
      <h2>{title}</h2>
      {about !== '' && (
        <p className="measure">
          <Inline text={about} />
        </p>
      )}
      <PolicyLab key={fragment} lab={opened.lab} keeps={false} />
    </>
  );
}
