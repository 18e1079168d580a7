// What policies allow and what a boundary leaves of it, as sets of requests and as a table.
import { useMemo, type ReactNode } from 'react';
import type { Lab } from '#course';
import { layers as words } from '#strings';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { LayerTable } from './LayerTable.tsx';
import { ceilingOf, setsOf, type LayerRow } from './layers.ts';
import { Policies } from './Policies.tsx';
import { useTexts } from './use-texts.ts';

interface Props {
  readonly place: ToolPlace;
  readonly lab: Lab;
}

export default guarded(CeilingSets);

function CeilingSets({ place, lab }: Props): ReactNode {
  const state = useTool(place, { texts: '{}' });
  const { texts, cloud } = useTexts(lab.cloud, state.values.texts);
  const rows = useMemo(() => ceilingOf(cloud, lab.spec), [lab, cloud]);
  const { first, both, second, neither } = setsOf(rows);
  const several = lab.spec.who.length > 1;
  return (
    <Frame place={place} state={state}>
      <p className="matrix-about">{lab.about}</p>
      <div className="sets">
        <RequestSet title={words.onlyPolicy} rows={first} several={several} />
        <RequestSet title={words.bothAllow} rows={both} several={several} emphasised />
        <RequestSet title={words.onlyBoundary} rows={second} several={several} />
      </div>
      <p role="status">{words.left(both.length, first.length, second.length, neither.length)}</p>
      <Policies
        lab={lab}
        cloud={cloud}
        texts={texts}
        onChange={(next) => {
          state.set({ texts: JSON.stringify(next) });
        }}
        parts={[]}
      />
      <LayerTable rows={rows} first={words.policy} second={words.boundary} both={words.outcome} />
    </Frame>
  );
}

interface SetProps {
  readonly title: string;
  readonly rows: readonly LayerRow[];
  readonly several: boolean;
  readonly emphasised?: boolean;
}

function RequestSet({ title, rows, several, emphasised = false }: SetProps): ReactNode {
  return (
    <section className={emphasised ? 'set both' : 'set'} aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 && <p>{words.none}</p>}
      <ul>
        {rows.map(({ who, cell: { id, column } }) => (
          <li key={id}>
            {several && `${who}, `}
            <code>{column.action}</code> {column.label}
          </li>
        ))}
      </ul>
    </section>
  );
}
