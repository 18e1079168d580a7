// What people's own policies grant, what the bucket grants, and what comes of both.
import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Lab } from '#course';
import { layers as words } from '#strings';
import { edited } from '#widgets/lab/judge.ts';
import { Frame } from '#widgets/tools/Frame.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { LayerTable } from './LayerTable.tsx';
import { unionOf } from './layers.ts';
import { Policies } from './Policies.tsx';
import { parseTexts } from './texts.ts';

interface Props {
  readonly place: ToolPlace;
  readonly lab: Lab;
}

export default function UnionTable({ place, lab }: Props): ReactNode {
  const state = useTool(place, { texts: '{}' });
  const texts = useMemo(() => parseTexts(state.values.texts), [state.values.texts]);
  const judged = useDeferredValue(texts);
  const cloud = useMemo(() => edited(lab.cloud, judged), [lab, judged]);
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
