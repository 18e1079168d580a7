// The matrix of a situation with its policies below: change a text and see which cells turn, open one and read why.
import { useMemo, type ReactNode } from 'react';
import type { Lab } from '#course';
import { lab as labWords, matrix as words } from '#strings';
import { Paths, TONES, VerdictLine, type Go } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { Situations } from '#widgets/tools/Situations.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { Cells } from './Cells.tsx';
import { cellIn, countAllowed, firstCell, matrixOf, turnedCells, type Cell } from './matrix.ts';
import { Policies } from './Policies.tsx';
import { changedTexts } from './texts.ts';
import { useTexts } from './use-texts.ts';

interface Props {
  readonly place: ToolPlace;
  readonly labs: readonly [Lab, ...Lab[]];
}

export default guarded(AccessMatrix);

function AccessMatrix({ place, labs }: Props): ReactNode {
  const state = useTool(place, { scenario: labs[0].id, cell: '', texts: '{}' });
  const { values, set } = state;
  const lab = labs.find(({ id }) => id === values.scenario) ?? labs[0];
  const { spec, cloud: given } = lab;
  const { texts, cloud } = useTexts(given, values.texts);
  const before = useMemo(() => matrixOf(given, spec), [given, spec]);
  const now = useMemo(() => matrixOf(cloud, spec), [cloud, spec]);
  const turned = turnedCells(before, now);
  const open = cellIn(now, values.cell) ?? cellIn(now, firstCell(spec));
  const was = open && turned.has(open.id) ? cellIn(before, open.id) : undefined;
  const changed = changedTexts(given, texts);
  const begin = (scenario: string): void => {
    set({ scenario, cell: '', texts: '{}' });
  };

  return (
    <Frame
      place={place}
      state={{
        ...state,
        reset: () => {
          begin(lab.id);
        },
      }}
    >
      <Situations shown={lab.id} all={labs} onChoose={begin} />
      <p className="matrix-about">
        <Inline text={lab.about} />
      </p>
      <Cells
        matrix={now}
        before={before}
        turned={turned}
        open={open?.id}
        onOpen={(cell) => {
          set({ cell });
        }}
      />
      <p role="status">
        {words.count(countAllowed(now), countAllowed(before))} {words.turned(turned.size, changed.size)}
      </p>
      <Policies
        lab={lab}
        cloud={cloud}
        texts={texts}
        onChange={(next) => {
          set({ texts: JSON.stringify(next) });
        }}
        parts={open?.judged.parts ?? []}
        beside={
          open &&
          ((go) => (
            <section className="matrix-cell" aria-label={words.cell}>
              <p className="matrix-asked">
                {nameOfRow(now, open)} · <code>{open.column.action}</code> · {open.column.label}
              </p>
              <CellAnswer cell={open} go={go} />
              {was && (
                <details>
                  <summary>{words.before(words.outcomes[was.outcome])}</summary>
                  <CellAnswer cell={was} />
                </details>
              )}
            </section>
          ))
        }
      />
    </Frame>
  );
}

function nameOfRow(matrix: ReturnType<typeof matrixOf>, cell: Cell): string {
  return matrix.find(({ cells }) => cells.includes(cell))?.who.label ?? '';
}

function CellAnswer({ cell: { judged, outcome }, go }: { readonly cell: Cell; readonly go?: Go }): ReactNode {
  if (outcome === 'failed') return <p>{labWords.failed(judged.failure ?? '')}</p>;
  return (
    <div className={TONES[outcome]}>
      <VerdictLine decision={outcome} />
      <Paths parts={judged.parts} go={go} />
    </div>
  );
}
