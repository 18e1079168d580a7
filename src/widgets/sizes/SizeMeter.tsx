// A policy on the scales: written in, divided, and held against the quota of each place where it could live.
import { useId, type ReactNode } from 'react';
import { sizes as words } from '#strings';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { measuresOf, onOneLine, shipsPolicy, sizesOf, type Measure, type Quota } from './sizes.ts';

interface Props {
  readonly place: ToolPlace;
  readonly quotas: readonly Quota[];
}

const DIVISIONS = ['1', '2', '3'];

export default guarded(SizeMeter);

function SizeMeter({ place, quotas }: Props): ReactNode {
  const state = useTool(place, { text: shipsPolicy(22), parts: '1' });
  const { values, set } = state;
  const field = useId();
  const division = useId();
  const found = sizesOf(values.text, Math.max(DIVISIONS.indexOf(values.parts), 0) + 1);
  return (
    <Frame place={place} state={state}>
      <label htmlFor={field}>{words.label}</label>
      <textarea
        id={field}
        className="code-field"
        rows={10}
        value={values.text}
        spellCheck={false}
        autoComplete="off"
        wrap="off"
        aria-invalid={'fault' in found}
        onChange={(event) => {
          set({ text: event.target.value });
        }}
      />
      <div className="sizes-how">
        <button
          type="button"
          className="button"
          onClick={() => {
            set({ text: onOneLine(values.text) });
          }}
        >
          {words.oneLine}
        </button>
        <span>
          <label htmlFor={division}>{words.division}</label>{' '}
          <select
            id={division}
            value={values.parts}
            onChange={(event) => {
              set({ parts: event.target.value });
            }}
          >
            {DIVISIONS.map((parts, i) => (
              <option key={parts} value={parts}>
                {words.divisions[i]}
              </option>
            ))}
          </select>
        </span>
      </div>
      <p role="status">
        {'fault' in found ? words.faults[found.fault] : words.counted(found.written, found.parts)}
      </p>
      {'parts' in found && (
        <div className="scrolls">
          <table className="sizes">
            <thead>
              <tr>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.size}</th>
                <th scope="col">{words.fits}</th>
              </tr>
            </thead>
            <tbody>
              {measuresOf(found.parts, quotas).map((measure) => (
                <Row key={measure.id} measure={measure} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}

function Row({ measure: { id, counted, quota, over } }: { readonly measure: Measure }): ReactNode {
  const full = Math.min(100, (counted / quota) * 100);
  return (
    <tr className={over > 0 ? 'over' : 'fits'}>
      <th scope="row">{words.places[id]}</th>
      <td>
        {words.of(counted, quota)}
        <svg className="sizes-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className="sizes-quota" width="100" height="4" />
          <rect className="sizes-full" width={full} height="4" />
        </svg>
      </td>
      <td>
        <span aria-hidden="true">{over > 0 ? '✕' : '✓'}</span>{' '}
        {over > 0 ? words.over(over) : words.room(quota - counted)}
      </td>
    </tr>
  );
}
