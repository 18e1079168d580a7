// What an exam is: how much of what, how long, and what passes.
import type { ReactNode } from 'react';
import { examStart as words } from '#strings';
import type { About } from './about.ts';

export function Facts({ about }: { readonly about: About }): ReactNode {
  const { items, minutes, passMark, domains } = about;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{words.facts.items}</dt>
          <dd>{items}</dd>
        </div>
        <div>
          <dt>{words.facts.minutes}</dt>
          <dd>{words.facts.minutesText(minutes)}</dd>
        </div>
        <div>
          <dt>{words.facts.passMark}</dt>
          <dd>{words.facts.passText(passMark)}</dd>
        </div>
      </dl>
      <h2>{words.domains}</h2>
      <ul className="domains">
        {domains.map(({ id, title, share, tasks }) => (
          <li key={id}>
            <b>{title}</b> <span className="share">{words.share(share)}</span>
            <small>{tasks.join(' · ')}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
