// Answers that were changed: from wrong to right, and back.
import { Fragment, type ReactNode } from 'react';
import { results as words } from '#strings';
import { placeOf } from './facts.ts';
import type { Changed } from './use-changes.ts';

export function Changes({ changes }: { readonly changes: readonly Changed[] | undefined }): ReactNode {
  if (changes?.length === 0) return null;
  const count = (from: boolean, to: boolean): number =>
    (changes ?? []).filter(({ right }) => right[0] === from && right.at(-1) === to).length;
  return (
    <section>
      <h2>{words.changesTitle}</h2>
      <div role="status">
        {changes ? (
          <p>
            {words.changes(count(false, true), count(true, false), count(true, true) + count(false, false))}
          </p>
        ) : (
          <p>{words.changing}</p>
        )}
      </div>
      <ul className="changes">
        {changes?.map(({ number, right }) => (
          <li key={number}>
            <a href={`#${placeOf(number)}`}>{words.changeOf(number)}</a>
            {right.map((one, i) => (
              <Fragment key={i}>
                {i > 0 && words.changeArrow}
                <span className={one ? 'tag allow' : 'tag deny'}>
                  <span aria-hidden="true">{one ? '✓' : '✕'}</span>{' '}
                  {one ? words.changeWords.right : words.changeWords.wrong}
                </span>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <small>{words.changesNote}</small>
      </p>
    </section>
  );
}
