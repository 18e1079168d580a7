// How long each question was in view, beside an even share of the time.
import type { ReactNode } from 'react';
import { results as words } from '#strings';
import { clockText } from '#widgets/exam/time.ts';
import { minutesOf, placeOf, type Facts } from './facts.ts';

export function Times({ facts: { items, sitting } }: { readonly facts: Facts }): ReactNode {
  const { questions, minutes } = sitting.form;
  const share = ((minutesOf(sitting) ?? minutes) * 60_000) / Math.max(1, questions.length);
  const spent = (id: string): number => sitting.spent[id] ?? 0;
  const most = Math.max(share, ...items.map(({ full }) => spent(full.id)));
  return (
    <details className="times">
      <summary>{words.timeTitle}</summary>
      <p>
        <small>{words.timeNote(clockText(share))}</small>
      </p>
      <table>
        <caption className="visually-hidden">{words.timeTitle}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{words.timeQuestion}</th>
            <th scope="col">{words.timeSpent}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ number, full }) => (
            <tr key={full.id}>
              <th scope="row">
                <a href={`#${placeOf(number)}`} aria-label={words.timeLink(number)}>
                  {number}
                </a>
              </th>
              <td>
                <svg className="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="fill" x="0" y="2" width={(spent(full.id) / most) * 100} height="6" />
                  <rect className="mark" x={(share / most) * 100 - 0.15} y="0" width="0.3" height="10" />
                </svg>
                <span>{clockText(spent(full.id))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
