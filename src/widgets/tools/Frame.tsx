// The frame of a widget: its name, what is in it, and at its foot the way back to its beginning and to its own page.
import { useRef, type ReactNode } from 'react';
import { tools as words } from '#strings';
import { useAwake } from '#widgets/site/use-awake.ts';
import { addressOf, type ToolPlace, type ToolState } from './use-tool.ts';

interface Props {
  readonly place: ToolPlace;
  readonly state: ToolState<string>;
  readonly children: ReactNode;
}

export function Frame({ place, state, children }: Props): ReactNode {
  const whole = useRef<HTMLElement>(null);
  useAwake(whole, state.ready);
  const { slug, title, keeps, alone } = place;
  return (
    <section
      ref={whole}
      className="tool wide"
      aria-label={title}
      data-keeps={keeps}
      data-opens={alone ? slug : undefined}
    >
      {alone ? <h2 className="visually-hidden">{title}</h2> : <p className="tool-title">{title}</p>}
      <div className="tool-body">
        {state.note !== '' && <p role="alert">{state.note}</p>}
        {children}
      </div>
      <div className="tool-foot">
        <button type="button" className="button" onClick={state.reset}>
          {words.reset}
        </button>
        {!alone && (
          <a className="button" href={addressOf(slug, state.values)}>
            {words.larger}
          </a>
        )}
      </div>
    </section>
  );
}
