// Everybody's score on one form, by domain and task, and how hard each question was.
import type { ReactNode } from 'react';
import { itemUses, partsOf, roomCsv, type Named, type Sat } from '#exam';
import { workshop as words } from '#strings';
import { download } from '#widgets/site/download.ts';

export function RoomTable({ sat }: { readonly sat: Sat }): ReactNode {
  const { title, code, bank, results } = sat;
  const name = words.roomTitle(title, code);
  const parts = [
    ...partsOf(results, 'domains').map((part) => ({ ...part, of: 'domains' as const })),
    ...partsOf(results, 'tasks').map((part) => ({ ...part, of: 'tasks' as const })),
  ];
  const mean = (share: (result: Named) => number | undefined): number => {
    const shares = results.flatMap((result) => share(result) ?? []);
    return shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
  };
  return (
    <div className="room-results">
      <h3>{name}</h3>
      <p>
        <small>{words.bank(bank)}</small>
      </p>
      <div className="wide" role="region" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.score}</th>
              <th scope="col">{words.raw}</th>
              <th scope="col">{words.outcome}</th>
              {parts.map(({ of, id, title: part }) => (
                <th scope="col" key={`${of} ${id}`} className={of}>
                  {words.part(id, part)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map((result, i) => (
              <tr key={i}>
                <th scope="row">{result.who}</th>
                <td>{result.scaled}</td>
                <td>{`${result.raw} / ${result.max}`}</td>
                <td>
                  <Outcome result={result} />
                </td>
                {parts.map(({ of, id }) => (
                  <td key={`${of} ${id}`}>{percentOf(shareOf(result, of, id))}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.mean}</th>
              <td>{Math.round(mean(({ scaled }) => scaled))}</td>
              <td>{Math.round(mean(({ raw }) => raw) * 10) / 10}</td>
              <td />
              {parts.map(({ of, id }) => (
                <td key={`${of} ${id}`}>{percentOf(mean((result) => shareOf(result, of, id)))}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <Items results={results} />
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            download(roomCsv(sat), `room-${code || sat.exam}.csv`);
          }}
        >
          {words.csv}
        </button>
      </p>
    </div>
  );
}

function shareOf(result: Named, of: 'domains' | 'tasks', id: string): number | undefined {
  const part = result[of].find((one) => one.id === id);
  return part && part.max > 0 ? part.points / part.max : undefined;
}

const percentOf = (share: number | undefined): string =>
  share === undefined ? words.none : words.percent(share);

/** Passed or not, and what was out of the ordinary. */
function Outcome({ result: { passed, ended, clockMoved, chain } }: { readonly result: Named }): ReactNode {
  const odd = [
    ...(ended === 'expired' ? [words.expired] : []),
    ...(clockMoved > 0 ? [words.moved] : []),
    ...(chain?.broken === true ? [words.torn] : []),
  ];
  return (
    <>
      <span className={passed ? 'tag allow' : 'tag deny'}>
        <span aria-hidden="true">{passed ? '✓' : '✕'}</span> {passed ? words.passed : words.failed}
      </span>
      {odd.map((one) => (
        <small key={one}>{one}</small>
      ))}
    </>
  );
}

function Items({ results }: Pick<Sat, 'results'>): ReactNode {
  return (
    <details className="item-uses">
      <summary>{words.items}</summary>
      <p>
        <small>{words.itemsNote}</small>
      </p>
      <div className="wide" role="region" aria-label={words.items} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.task}</th>
              <th scope="col">{words.count}</th>
              <th scope="col">{words.p}</th>
            </tr>
          </thead>
          <tbody>
            {itemUses(results).map(({ id, kind, task, scored, count, p }) => (
              <tr key={id}>
                <th scope="row">
                  {id} {!scored && <span className="tag silent">{words.unscored}</span>}
                </th>
                <td>{kind}</td>
                <td>{task}</td>
                <td>{count}</td>
                <td>{p.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
