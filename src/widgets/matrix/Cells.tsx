// The cells as a table of buttons: the sign says how it comes out, the frame that it turned.
import type { ReactNode } from 'react';
import { matrix as words } from '#strings';
import { cellIn, type Cell, type Column, type Matrix } from './matrix.ts';
import { TONES } from './tones.ts';

interface Props {
  readonly matrix: Matrix;
  readonly before: Matrix;
  readonly turned: ReadonlySet<string>;
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
}

export function Cells({ matrix, before, turned, open, onOpen }: Props): ReactNode {
  const columns = matrix[0]?.cells.map(({ column }) => column) ?? [];
  return (
    <div className="scrolls" tabIndex={0} role="group" aria-label={words.table}>
      <table className="matrix">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {words.who}
            </th>
            {groupsOf(columns).map(({ action, size }) => (
              <th key={action} colSpan={size} scope="colgroup">
                <code>{action}</code>
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ action, on, label }) => (
              <th key={`${action} ${on}`} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map(({ who, cells }) => (
            <tr key={who.name}>
              <th scope="row">{who.label}</th>
              {cells.map((cell) => (
                <td key={cell.id}>
                  <button
                    type="button"
                    className={`cell ${TONES[cell.outcome]}${turned.has(cell.id) ? ' turned' : ''}`}
                    aria-pressed={cell.id === open}
                    aria-label={labelOf(
                      who.label,
                      cell,
                      turned.has(cell.id) ? cellIn(before, cell.id) : undefined,
                    )}
                    onClick={() => {
                      onOpen(cell.id);
                    }}
                  >
                    <span aria-hidden="true">{words.signs[cell.outcome]}</span>
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function labelOf(who: string, { column, outcome }: Cell, was: Cell | undefined): string {
  const now = words.label(who, column.action, column.label, words.outcomes[outcome]);
  return was ? `${now} ${words.before(words.outcomes[was.outcome])}` : now;
}

function groupsOf(columns: readonly Column[]): readonly { readonly action: string; readonly size: number }[] {
  const actions = [...new Set(columns.map(({ action }) => action))];
  return actions.map((action) => ({
    action,
    size: columns.filter((column) => column.action === action).length,
  }));
}
