// Twenty duties, each given to one of three by a button, and each with the reason at once.
import type { ReactNode } from 'react';
import { duties as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import {
  ALL,
  chosenIn,
  DUTIES,
  NOTHING_SORTED,
  OWNERS,
  progressOf,
  TRAPS,
  type Duty,
  type Owner,
} from './duties.ts';

export default guarded(ResponsibilitySorter);

function ResponsibilitySorter({ place }: { readonly place: ToolPlace }): ReactNode {
  const state = useTool(place, NOTHING_SORTED);
  const { sorted, right } = progressOf(state.values);
  return (
    <Frame place={place} state={state}>
      <p role="status" className="duties-progress">
        {words.progress(sorted, ALL.length, right)}
      </p>
      <ol className="duties">
        {ALL.map((duty) => (
          <Row
            key={duty}
            duty={duty}
            chosen={chosenIn(state.values, duty)}
            choose={(owner) => {
              state.set({ [duty]: owner });
            }}
          />
        ))}
      </ol>
    </Frame>
  );
}

function Row({
  duty,
  chosen,
  choose,
}: {
  readonly duty: Duty;
  readonly chosen: Owner | undefined;
  readonly choose: (owner: Owner) => void;
}): ReactNode {
  const { text, why } = words.duties[duty];
  const right = chosen === DUTIES[duty];
  return (
    <li className={chosen && (right ? 'right' : 'wrong')}>
      <div className="duty">
        <span>{text}</span>
        <span className="duty-owners" role="group" aria-label={text}>
          <OneOf
            value={chosen}
            options={OWNERS.map((owner) => [owner, words.owners[owner]])}
            onChoose={choose}
          />
        </span>
      </div>
      {chosen && (
        <p role="status" className="duty-why">
          <strong>{right ? words.right : words.wrong[chosen]}</strong>{' '}
          {right ? <Inline text={why} /> : <Inline text={words.hints[duty]} />}
          {right && TRAPS.has(duty) && <em> {words.trap}</em>}
        </p>
      )}
    </li>
  );
}
