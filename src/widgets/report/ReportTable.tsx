// The lines of a report under buttons that sort them, each with a button that asks about it.
import type { ReactNode } from 'react';
import { report as words } from '#strings';
import type { Column, Line } from './read-report.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly sort: { readonly column: Column; readonly isDown: boolean };
  readonly asked: readonly string[];
  readonly onSort: (column: Column) => void;
  readonly onAsk: (user: string) => void;
}

export function ReportTable({ lines, columns, sort, asked, onSort, onAsk }: Props): ReactNode {
  const order = sort.isDown ? 'descending' : 'ascending';
  return (
    <div className="scrolls report-lines" tabIndex={0} role="region" aria-label={words.table}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={column === sort.column ? order : undefined}>
                <button
                  type="button"
                  className="report-sort"
                  onClick={() => {
                    onSort(column);
                  }}
                >
                  {words.columns[column]}
                  {column === sort.column && <span aria-hidden="true"> {sort.isDown ? '↓' : '↑'}</span>}
                </button>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.user} className={asked.includes(line.user) ? 'asked' : undefined}>
              {columns.map((column) =>
                column === 'user' ? (
                  <th key={column} scope="row">
                    {line.user}
                  </th>
                ) : (
                  <td key={column}>{dayOf(line[column])}</td>
                ),
              )}
              <td>
                <button
                  type="button"
                  className="button"
                  aria-label={words.askOf(line.user)}
                  onClick={() => {
                    onAsk(line.user);
                  }}
                >
                  {words.ask}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The hour of a date matters to nobody here. */
function dayOf(cell: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(cell) ? cell.slice(0, 10) : cell;
}
