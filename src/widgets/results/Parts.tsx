// How it went by domain and task: points, share, how sure that share is, and whether it reaches its own cut.
import type { ReactNode } from 'react';
import { results as words } from '#strings';
import { partLines, type Facts, type PartLine } from './facts.ts';

export function Parts({ facts }: { readonly facts: Pick<Facts, 'data' | 'report'> }): ReactNode {
  return (
    <section>
      <h2>{words.parts}</h2>
      <table className="parts">
        <caption className="visually-hidden">{words.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {partLines(facts).map((line) => (
            <Line key={`${line.level} ${line.part.id}`} line={line} />
          ))}
        </tbody>
      </table>
      <p>
        <small>{words.partsNote}</small>
      </p>
    </section>
  );
}

function Line({ line: { part, title, weight, level } }: { readonly line: PartLine }): ReactNode {
  const { points, max, share, interval, meets } = part;
  return (
    <tr className={level}>
      <th scope="row">
        {title}{' '}
        <span className={meets ? 'tag allow' : 'tag silent'}>
          <span aria-hidden="true">{meets ? '✓' : '–'}</span> {meets ? words.meets : words.needs}
        </span>
        {weight !== undefined && <small>{words.weight(weight)}</small>}
      </th>
      <td>{words.pointsOf(points, max)}</td>
      <td>
        <svg className="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className="track" x="0" y="2" width="100" height="6" />
          <rect className="fill" x="0" y="2" width={share * 100} height="6" />
          <rect
            className="reach"
            x={interval.low * 100}
            y="4.4"
            width={(interval.high - interval.low) * 100}
            height="1.2"
          />
        </svg>
        <span>{words.shareText(share, interval.low, interval.high)}</span>
      </td>
    </tr>
  );
}
