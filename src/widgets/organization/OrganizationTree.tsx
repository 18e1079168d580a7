// An organization whose policies can be hung up, taken down and rewritten, and what the evaluator makes of it.
import { useMemo, useRef, type ReactNode } from 'react';
import { documentIdAt, documentsOf, type Cloud } from '#cloud';
import type { Lab } from '#course';
import { organization as words } from '#strings';
import { Ask } from '#widgets/lab/Ask.tsx';
import { callOf } from '#widgets/lab/choices.ts';
import { Editor } from '#widgets/lab/Editor.tsx';
import { decidingPart, edited, judge } from '#widgets/lab/judge.ts';
import { nameOf } from '#widgets/lab/names.ts';
import { Paths, VerdictLine } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { PlaceLine } from './PlaceLine.tsx';
import { hung, parseHung, placesOf, standingsOf, type Kind, type Place } from './tree.ts';
import { parseTexts } from './texts.ts';

interface Props {
  readonly place: ToolPlace;
  readonly cloud: Cloud;
  readonly spec: Lab['spec'];
}

const NOTHING = '{}';

export default guarded(OrganizationTree);

function OrganizationTree({ place, cloud: beginning, spec }: Props): ReactNode {
  const { as, action, on, context } = spec.start;
  const state = useTool(place, {
    ...{ as, action, on, context: JSON.stringify(context) },
    ...{ hung: NOTHING, texts: NOTHING, open: spec.edits[0] ?? '' },
  });
  const { values, set } = state;
  const field = useRef<HTMLTextAreaElement>(null);
  const changes = parseHung(values.hung, beginning);
  const texts = parseTexts(values.texts);
  const cloud = useMemo(
    () => hung(edited(beginning, parseTexts(values.texts)), parseHung(values.hung, beginning)),
    [beginning, values.texts, values.hung],
  );
  const picks = {
    ...{ as: values.as, action: values.action, on: values.on },
    context: parseTexts(values.context),
  };
  const judged = judge(cloud, picks.as, callOf(spec, picks));
  const part = decidingPart(judged.parts);
  const places = placesOf(cloud);
  const standings = part && {
    scp: standingsOf(part, places, 'scp'),
    rcp: standingsOf(part, places, 'rcp'),
  };
  const documents = documentsOf(cloud);
  const shown =
    documents.find(({ id }) => id === values.open) ?? documents.find(({ id }) => id === spec.edits[0]);
  const hang = ({ id }: Place, kind: Kind, names: readonly string[]): void => {
    set({ hung: JSON.stringify({ ...changes, [id]: { ...changes[id], [kind]: names } }) });
  };
  return (
    <Frame place={place} state={state}>
      <Ask
        spec={spec}
        picks={picks}
        onChange={(next) => {
          set({ as: next.as, action: next.action, on: next.on, context: JSON.stringify(next.context) });
        }}
      />
      <div className="org-answer" role="status">
        {judged.verdict && <VerdictLine decision={judged.verdict.decision} />}
        {judged.failure !== undefined && <Inline text={judged.failure} />}
      </div>
      <ol className="org-tree" aria-label={words.tree}>
        {places.map((one) => (
          <PlaceLine
            key={one.id}
            place={one}
            cloud={cloud}
            scp={standings?.scp.get(one.id)}
            rcp={standings?.rcp.get(one.id)}
            onHang={(kind, names) => {
              hang(one, kind, names);
            }}
          />
        ))}
      </ol>
      <details className="org-why">
        <summary>{words.why}</summary>
        <Paths
          parts={judged.parts}
          go={({ names }, at) => {
            const id = documentIdAt(names, at);
            if (id !== undefined && spec.edits.includes(id)) set({ open: id });
          }}
        />
      </details>
      {shown && (
        <div className="org-policies">
          <div className="org-names" role="group" aria-label={words.policies}>
            {spec.edits.map((id) => (
              <button
                key={id}
                type="button"
                className="button"
                aria-pressed={id === shown.id}
                onClick={() => {
                  set({ open: id });
                }}
              >
                {nameOf(id)}
              </button>
            ))}
          </div>
          <Editor
            name={nameOf(shown.id)}
            kind={shown.kind}
            text={texts[shown.id] ?? shown.text}
            marks={[]}
            readOnly={!spec.edits.includes(shown.id)}
            field={field}
            shown={undefined}
            onChange={(text) => {
              set({ texts: JSON.stringify({ ...texts, [shown.id]: text }) });
            }}
            onTouch={() => undefined}
          />
        </div>
      )}
    </Frame>
  );
}
