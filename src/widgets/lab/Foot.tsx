// The foot of a lab: what was changed, a link that carries the situation, and the ways back.
import { useState, type ReactNode } from 'react';
import { lab as words } from '#strings';
import { changesOf } from './changes.ts';
import { nameOf } from './names.ts';

interface Props {
  /** Changed documents by their id, as given and as they are. */
  readonly changed: readonly { readonly id: string; readonly before: string; readonly now: string }[];
  readonly undo: (() => void) | undefined;
  readonly reset: () => void;
  /** The part of an address that carries the situation. */
  readonly fragment: () => Promise<string>;
}

export function Foot({ changed, undo, reset, fragment }: Props): ReactNode {
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    const carried = await fragment();
    const clipboard = navigator.clipboard as Clipboard | undefined;
    try {
      if (!clipboard) throw new Error('no clipboard');
      await clipboard.writeText(new URL(`/tools/policy-lab/${carried}`, location.href).href);
      setCopied(words.linkCopied(carried.length));
    } catch {
      history.replaceState(null, '', `/tools/policy-lab/${carried}`);
      setCopied(words.linkFailed);
    }
  };
  return (
    <div className="foot">
      <details className="changes">
        <summary>{words.changes}</summary>
        {changed.length === 0 && <p>{words.noChanges}</p>}
        {changed.map(({ id, before, now }) => (
          <figure key={id}>
            <figcaption>{nameOf(id)}</figcaption>
            <pre>
              {changesOf(before, now).map((line, i) => (
                <span key={i} className={line.sign === '+' ? 'added' : 'taken'}>
                  {line.sign} {line.text}
                  {'\n'}
                </span>
              ))}
            </pre>
          </figure>
        ))}
      </details>
      <span className="foot-actions">
        {undo && (
          <button type="button" className="button" onClick={undo}>
            {words.undo}
          </button>
        )}
        <button type="button" className="button" onClick={() => void copy()}>
          {words.link}
        </button>
        <button type="button" className="button" onClick={reset}>
          {words.reset}
        </button>
      </span>
      <span className="copied" role="status">
        {copied}
      </span>
    </div>
  );
}
