// What a widget cannot show does not take the widget away: it is said in its place, with the way back to its beginning.
import { Component, useRef, type ComponentType, type ReactNode } from 'react';
import { tools as words } from '#strings';
import { useAwake } from '#widgets/site/use-awake.ts';
import { forget, type ToolPlace } from './use-tool.ts';

interface Placed {
  readonly place: ToolPlace;
}

/** The widget behind a boundary for its errors. Around the whole of it: what is computed above its frame may fail too. */
export function guarded<P extends Placed>(Widget: ComponentType<P>): (props: P) => ReactNode {
  return function Guarded(props: P) {
    return (
      <Boundary place={props.place}>
        <Widget {...props} />
      </Boundary>
    );
  };
}

interface Guarding extends Placed {
  readonly children: ReactNode;
}

/** React knows boundaries as classes only. */
class Boundary extends Component<Guarding, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { place, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <Broken
        place={place}
        onReset={() => {
          this.setState({ failed: false });
        }}
      />
    );
  }
}

function Broken({ place, onReset }: Placed & { readonly onReset: () => void }): ReactNode {
  const whole = useRef<HTMLElement>(null);
  useAwake(whole, true);
  return (
    <section ref={whole} className="tool wide" aria-label={place.title}>
      <div className="tool-body">
        <p role="alert">{words.broken}</p>
      </div>
      <div className="tool-foot">
        <button
          type="button"
          className="button"
          onClick={() => {
            void forget(place.keeps).finally(onReset);
          }}
        >
          {words.reset}
        </button>
      </div>
    </section>
  );
}
