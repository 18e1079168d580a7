// The keys of the exam room, and the switch for them.
import type { ReactNode } from 'react';
import { exam as words } from '#strings';
import type { KeySwitch } from './use-keys.ts';

export function KeyList({ keys }: { readonly keys: KeySwitch }): ReactNode {
  return (
    <>
      <label className="choosing">
        <input
          type="checkbox"
          checked={keys.on}
          onChange={({ target: { checked } }) => {
            keys.turn(checked);
          }}
        />
        <span>
          <b>{words.keysOn}</b>
          <small>{words.keysMeaning}</small>
        </span>
      </label>
      <dl className="key-list">
        {words.keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function Keys({ keys }: { readonly keys: KeySwitch }): ReactNode {
  return (
    <details className="keys">
      <summary>{words.help}</summary>
      <KeyList keys={keys} />
    </details>
  );
}
