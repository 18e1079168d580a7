// Two layers side by side and what comes of both, over everything that a situation can ask.
import type { ReactNode } from 'react';
import { layers as words, matrix } from '#strings';
import type { LayerRow } from './layers.ts';
import type { Outcome } from './matrix.ts';
import { TONES } from './tones.ts';

interface Props {
  readonly rows: readonly LayerRow[];
  readonly first: string;
  readonly second: string;
  readonly both: string;
}

export function LayerTable({ rows, first, second, both }: Props): ReactNode {
  return (
    <div className="scrolls" tabIndex={0} role="group" aria-label={words.table}>
      <table className="layers">
        <thead>
          <tr>
            {[words.request, first, second, both, words.decides].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ who, cell: { id, column, outcome }, because, ...row }) => (
            <tr key={id}>
              <th scope="row">
                {who}, <code>{column.action}</code>, {column.label}
              </th>
              <Says outcome={row.first} />
              <Says outcome={row.second} />
              <Says outcome={outcome} />
              <td>{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Says({ outcome }: { readonly outcome: Outcome }): ReactNode {
  return (
    <td className={`says ${TONES[outcome]}`}>
      <span aria-hidden="true">{matrix.signs[outcome]}</span> {words.outcomes[outcome]}
    </td>
  );
}
