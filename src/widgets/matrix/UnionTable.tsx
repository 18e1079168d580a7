// What people's own policies grant, what the bucket grants, and what comes of both.
import { useMemo, type ReactNode } from 'react';
import type { Lab } from '#course';
import { layers as words } from '#strings';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { LayerTable } from './LayerTable.tsx';
import { unionOf } from './layers.ts';
import { Policies } from './Policies.tsx';
import { useTexts } from './use-texts.ts';

interface Props {
  readonly place: ToolPlace;
  readonly lab: Lab;
}

export default guarded(UnionTable);

function UnionTable({ place, lab }: Props): ReactNode {
  const state = useTool(place, { texts: '{}' });
  const { texts, cloud } = useTexts(lab.cloud, state.values.texts);
  const rows = useMemo(() => unionOf(cloud, lab.spec), [lab, cloud]);
  const together = rows.filter(({ cell }) => cell.outcome === 'allowed').length;
  const either = rows.filter(({ first, second }) => first === 'allowed' || second === 'allowed').length;
  return (
    <Frame place={place} state={state}>
      <p className="matrix-about">{lab.about}</p>
      <LayerTable rows={rows} first={words.own} second={words.bucket} both={words.together} />
      <p role="status">{words.union(either, together)}</p>
      <Policies
        lab={lab}
        cloud={cloud}
        texts={texts}
        onChange={(next) => {
          state.set({ texts: JSON.stringify(next) });
        }}
        parts={[]}
      />
    </Frame>
  );
}
